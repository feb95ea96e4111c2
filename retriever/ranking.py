"""Ranking: what dense likeness, shared words, role and date say of a passage, in one score.

Weights were chosen on the tuning half of `evals/retrieval`; its table shows what each part gains.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retriever.dates import Month, months_of
from retriever.passages import Passage, Role
from retriever.question import Question

_WORDS_WEIGHT = 0.8
_WORDS_HALF = 10.0  # the BM25 score that counts half
_MONTH_NAMED = 0.6
_YEAR_NAMED = 0.3
_IN_SPAN = 0.3
_OTHER_TIME = -0.2
_NEWEST = 0.3
_LOG_ENTRY = 0.25  # an entry of the log tells of changes; a review kept among references does not


@dataclass(frozen=True)
class Weighing:
    """Which parts of the score count: all of them, except in measurements."""

    dense: bool = True
    words: bool = True
    roles: bool = True
    dates: bool = True


def rank(
    question: Question,
    passages: Mapping[int, Passage],
    likeness: Mapping[int, float],
    words: Mapping[int, float],
    weighing: Weighing,
) -> list[tuple[int, float]]:
    """Keys with their scores, best first.

    `likeness` is cosine similarity, `words` BM25; a passage that one of them did not find gets the
    lowest likeness found, or no words.
    """
    least = min(likeness.values(), default=0.0)
    scores = {}
    for key, passage in passages.items():
        score = 0.0
        if weighing.dense:
            score += likeness.get(key, least)
        if weighing.words and key in words:
            score += _WORDS_WEIGHT * words[key] / (words[key] + _WORDS_HALF)
        if weighing.roles:
            score += question.weights.get(passage.role, 0.0)
        scores[key] = score
    if weighing.dates:
        for key, bonus in _of_dates(question, passages).items():
            scores[key] += bonus
    return sorted(scores.items(), key=lambda each: (-each[1], each[0]))


def _of_dates(question: Question, passages: Mapping[int, Passage]) -> dict[int, float]:
    """What the dates named, or asked for as first or last, add to entries of history."""
    entries = {key: each for key, each in passages.items() if each.role is Role.HISTORY}
    added = {
        key: max((_agreement(month, each) for month in question.months), default=0.0)
        + (_LOG_ENTRY if each.label.startswith("Revision log") else 0.0)
        for key, each in entries.items()
    }
    if question.newest and not question.months and entries:
        dated = {key: entry_month(each) for key, each in entries.items()}
        order = sorted({month for month in dated.values() if month})
        for key, month in dated.items():
            if month and len(order) > 1:
                place = order.index(month) / (len(order) - 1)
                added[key] += _NEWEST * (place if question.newest > 0 else 1 - place)
    return added


def entry_month(passage: Passage) -> Month | None:
    """When an entry of a log or a review among the references was made."""
    named = months_of(passage.label) or months_of(passage.text[-12:])
    return named[0] if named else None


def _agreement(month: Month, passage: Passage) -> float:
    day = month.day_within()
    if passage.valid_from and passage.valid_to and passage.is_in_force(day):
        return _IN_SPAN
    made = entry_month(passage)
    if month.before or made is None or not month.agrees_with(made):
        return _OTHER_TIME
    return _MONTH_NAMED if month.month else _YEAR_NAMED
