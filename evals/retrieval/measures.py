"""Measures of a search: how often the right passage comes first, and silence where it is due."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from evals.retrieval.questions import LookUp
from retriever.passages import Passage

Span = tuple[str, int, int]
"""Policy id, start and end of something found."""

Find = Callable[[LookUp], Sequence[Span]]
"""What a system finds for a question, best first."""

_MUCH = 0.5


@dataclass(frozen=True)
class Scores:
    """Shares of questions, 0 to 1. `lost` is of answerable ones left without any answer.

    Abstention precision is `None` for a system that never abstains.
    """

    system: str
    half: str
    answerable: int
    recall_1: float
    recall_3: float
    recall_5: float
    reciprocal_rank: float
    lost: float
    abstention_precision: float | None
    abstention_recall: float


def score(
    system: str, half: str, questions: Iterable[LookUp], find: Find, gold: dict[Span, str]
) -> Scores:
    """Measure a system on the questions of one half; `gold` has each passage's label by span."""
    places: list[int | None] = []
    silent_rightly = silent_wrongly = unanswerable = 0
    for question in questions:
        if question.half != half:
            continue
        found = find(question)
        if question.labels:
            right = [span for span, label in gold.items() if _answers(question, span, label)]
            places.append(_place(found, right))
            silent_wrongly += not found
        else:
            unanswerable += 1
            silent_rightly += not found
    silent = silent_rightly + silent_wrongly
    return Scores(
        system=system,
        half=half,
        answerable=len(places),
        recall_1=_within(places, 1),
        recall_3=_within(places, 3),
        recall_5=_within(places, 5),
        reciprocal_rank=sum(1 / place for place in places if place) / len(places),
        lost=silent_wrongly / len(places),
        abstention_precision=silent_rightly / silent if silent else None,
        abstention_recall=silent_rightly / unanswerable,
    )


def spans_of(passages: Iterable[Passage]) -> dict[Span, str]:
    """The label of each passage by where it stands."""
    return {(each.policy_id, each.start, each.end): each.label for each in passages}


def _answers(question: LookUp, span: Span, label: str) -> bool:
    return span[0] == question.policy_id and label in question.labels


def _place(found: Sequence[Span], right: Sequence[Span]) -> int | None:
    """The place, from 1, of the first find that holds at least half of a right passage."""
    for place, (policy_id, start, end) in enumerate(found, start=1):
        for wanted, begin, stop in right:
            common = min(end, stop) - max(start, begin)
            if policy_id == wanted and common >= _MUCH * (stop - begin):
                return place
    return None


def _within(places: Sequence[int | None], k: int) -> float:
    return sum(place is not None and place <= k for place in places) / len(places)
