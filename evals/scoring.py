"""Scores one conversation: its last answer against what the set expects."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evals.expectations import Conversation
from evals.service import Answer
from rules.determination import Outcome

CONFIDENT = frozenset({Outcome.CRITERIA_MET.value, Outcome.CRITERIA_NOT_MET.value})


@dataclass(frozen=True)
class Miss:
    """One expectation that an answer did not fulfil."""

    conversation: str
    field: str
    expected: str
    got: str


def misses_of(conversation: Conversation, answer: Answer) -> tuple[Miss, ...]:
    """Every expectation of the conversation that its last answer misses, in field order."""
    return tuple(
        Miss(conversation.id, field, expected, got)
        for field, expected, got in _misses(conversation, answer)
    )


def is_confidently_wrong(conversation: Conversation, answer: Answer) -> bool:
    """Whether the answer says met or not met where the set expects something else."""
    outcome = answer["outcome"]
    return outcome in CONFIDENT and outcome not in conversation.outcomes


def is_asked_needlessly(conversation: Conversation, answer: Answer) -> bool:
    """Whether the answer asks for a fact where the words were enough for an outcome."""
    asked = Outcome.INFORMATION_NEEDED.value
    return answer["outcome"] == asked and asked not in conversation.outcomes


def quotes_in(answer: Answer) -> list[str]:
    """All words of documents that the answer shows: its citations' and its notices'."""
    return [citation["quote"] for citation in (*answer["citations"], *answer["notices"])]


def _misses(conversation: Conversation, answer: Answer) -> Iterator[tuple[str, str, str]]:
    if answer["outcome"] not in conversation.outcomes:
        accepted = " or ".join(str(outcome) for outcome in conversation.outcomes)
        yield "outcome", accepted, str(answer["outcome"])
    shown = quotes_in(answer)
    for quote in conversation.quotes:
        if not any(quote in one for one in shown):
            yield "quotes", quote, f"{len(shown)} other quotes"
    yield from _wordings(conversation, answer, shown)
    statuses = {code["code"]: code["status"] for code in answer["codes"]}
    for code, status in conversation.codes.items():
        if statuses.get(code) != status:
            yield "codes", f"{code} {status}", f"{code} {statuses.get(code, 'not in the answer')}"


def _wordings(
    conversation: Conversation, answer: Answer, shown: list[str]
) -> Iterator[tuple[str, str, str]]:
    text = answer["answer"]
    question = (answer["follow_up"] or {}).get("question", "")
    places = {
        "asks": (question, text),
        "not_asks": (question,),
        "says": (text, *shown),
        "never": (text,),
    }
    for field, where in places.items():
        is_wanted = field in {"asks", "says"}
        for pattern in getattr(conversation, field):
            found = _found(pattern, where)
            if (found is not None) is not is_wanted:
                yield field, pattern, found or where[0] or "no question"


def _found(pattern: str, places: Iterable[str]) -> str | None:
    matches = (re.search(pattern, place, re.IGNORECASE) for place in places)
    return next((match.group() for match in matches if match), None)
