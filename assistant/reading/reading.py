"""One message as read: everything it states, and the seam behind which any reader can stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Protocol

from assistant.reading.dates.periods import Period
from assistant.reading.mentions import (
    Evidence,
    StatedCode,
    StatedDate,
    StatedFact,
    StatedPayer,
    Untaken,
)
from assistant.reading.questions.topics import Question, Topic
from rules.facts import FactValue


class Move(StrEnum):
    """What a message does to the conversation, beside stating facts."""

    CONTINUE = "continue"
    NEXT_PATIENT = "next_patient"
    EARLIER_PATIENT = "earlier_patient"
    WHAT_IF = "what_if"


class Reply(StrEnum):
    """A direct answer to the question last asked."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Known:
    """What the reader may lean on: the case so far, and the question last asked.

    `confirming` says that the question was whether a doubtful reading is right.
    """

    facts: Mapping[str, FactValue]
    pending: str | None
    confirming: bool
    date_of_service: date | None
    today: date
    payer_id: str | None = None


@dataclass(frozen=True)
class Reading:
    """What one message states; every part carries the user's words as evidence.

    `dates` are dates of service; `as_of` is the time that a question about a document is asked of.
    `further` are questions asked beside the first, each of another kind.
    `period` is the time of the service, where it was told but not to the day. `takes_back`: a
    correction in so many words, more than a "sorry"; `struck` names facts told before, each with
    its structure or "", that no longer stand; `strikes_last`: what was told last does not either.
    `is_first`: the earlier patient meant is the first one. `keeps_diagnosis`: the next patient has
    what the last one had. `introduces_person`: it speaks of "a 45 year old"; `points_back`: of
    "she" or "the patient".
    """

    question: Question
    further: tuple[Question, ...] = ()
    move: Move = Move.CONTINUE
    is_correction: bool = False
    takes_back: bool = False
    is_first: bool = False
    keeps_diagnosis: bool = False
    introduces_person: bool = False
    points_back: bool = False
    reply: Reply | None = None
    payers: tuple[StatedPayer, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    birth_date: date | None = None
    as_of: date | None = None
    period: Period | None = None
    facts: tuple[StatedFact, ...] = ()
    codes: tuple[StatedCode, ...] = ()
    struck: tuple[tuple[str, str], ...] = ()
    strikes_last: bool = False
    untaken: tuple[Untaken, ...] = ()

    @property
    def names_only_a_payer(self) -> bool:
        """Whether the message is an answer to "Which payer is it?", or "And at that payer?"."""
        if self.facts or self.codes or self.dates or len(self.payers) != 1:
            return False
        payer, question = self.payers[0], self.question
        is_all_about_it = question.topic is Topic.CASE or not question.evidence
        return (
            bool(payer.payer_id)
            and is_all_about_it
            and all(_overlaps(words, payer.evidence) for words in question.evidence)
        )


def _overlaps(one: Evidence, other: Evidence) -> bool:
    return one.start < other.end and other.start < one.end


class Reader(Protocol):
    """Message and case in; facts with evidence and certainty out."""

    def read(self, message: str, known: Known) -> Reading:
        """What the message states, given what is known."""
        ...
