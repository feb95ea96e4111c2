"""What a message can state. The only types that leave the reading room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.facts import FactValue


class Certainty(StrEnum):
    """How sure the reading is. A doubtful fact is confirmed before it may decide."""

    SURE = "sure"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True)
class Evidence:
    """The user's own words: `message[start:end] == text`, in code points."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class StatedFact:
    """A fact that the message states.

    `value` has the form that `rules.facts` gives for the fact's kind. `doubt` says in plain words
    what is doubtful ("no structure was named"), for the question that asks to confirm it.
    """

    name: str
    value: FactValue
    evidence: Evidence
    certainty: Certainty = Certainty.SURE
    doubt: str = ""


@dataclass(frozen=True)
class StatedDate:
    """A date of service that the message gives."""

    day: date
    evidence: Evidence


@dataclass(frozen=True)
class StatedPayer:
    """A payer that the message names; `payer_id` is empty for one the corpus does not hold."""

    payer_id: str
    evidence: Evidence


@dataclass(frozen=True)
class StatedCode:
    """A billing code, with the units, plans and span of days said of it, where they are said."""

    code: str
    evidence: Evidence
    units: int | None = None
    plans: int | None = None
    days: int | None = None


@dataclass(frozen=True)
class Untaken:
    """Words that look like a fact but were not taken, and why: the answer asks instead.

    `fact` is the fact that they would have been, so that the question can be put for it.
    """

    fact: str
    evidence: Evidence
    why: str
