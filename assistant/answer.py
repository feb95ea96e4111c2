"""One turn's request and answer, field by field what clients may rely on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from assistant.draft import AnswerKind
from assistant.ledger import Entry
from retriever.passages import Citation
from rules.determination import CodeFinding, Determination, Interpretation, Outcome
from rules.facts import Choice


class Audience(StrEnum):
    """Who reads the answer."""

    PROVIDER = "provider"
    PHONE = "phone"


@dataclass(frozen=True)
class TurnRequest:
    """One message, and what the client fixes with it.

    `message` is 1 to 8,000 code points. `payer` is a payer id of the corpus.
    """

    message: str
    conversation_id: str | None = None
    payer: str | None = None
    date_of_service: date | None = None
    audience: Audience = Audience.PROVIDER


@dataclass(frozen=True)
class FollowUp:
    """The one question whose answer helps most."""

    fact: str
    question: str
    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True)
class Criterion:
    """A node of the criteria tree: a leaf with its quote, or parts joined by an operator.

    `value` is `true`, `false` or `unknown`; `operator` is `all_of`, `any_of`, `every_reading`
    or empty for a leaf.
    """

    label: str
    text: str
    value: str
    operator: str = ""
    because: str = ""
    facts: tuple[str, ...] = ()
    citation: Citation | None = None
    parts: tuple[Criterion, ...] = ()


@dataclass(frozen=True)
class CitedInterpretation:
    """A reading chosen, with the passage it reads and the other reading."""

    interpretation: Interpretation
    citation: Citation | None
    other_citation: Citation | None


@dataclass(frozen=True)
class CitedDetermination:
    """A determination with its quotes looked up, and the id under which it can be replayed."""

    id: str
    determination: Determination
    criteria: Criterion | None
    interpretations: tuple[CitedInterpretation, ...]


@dataclass(frozen=True)
class CitedCode:
    """A code's finding with the passage it rests on."""

    finding: CodeFinding
    citation: Citation | None


@dataclass(frozen=True)
class Answer:
    """What one turn gives back. `refused_quotes` counts sentences withheld for a failed quote."""

    conversation_id: str
    turn_id: str
    kind: AnswerKind
    outcome: Outcome | None
    answer: str
    determination: CitedDetermination | None
    citations: tuple[Citation, ...]
    follow_up: FollowUp | None
    facts: tuple[Entry, ...]
    codes: tuple[CitedCode, ...]
    notices: tuple[Citation, ...]
    refused_quotes: int = 0
