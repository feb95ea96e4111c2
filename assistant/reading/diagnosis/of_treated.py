"""Stage and side as far as they are said of the disease that is treated now.

"Stage III breast cancer in 2015, now stage IA lung cancer" stages the lung cancer as IA only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from assistant.reading.assertion.scopes import Stretch
from assistant.reading.language.tokens import clauses
from assistant.reading.language.words import YEAR
from assistant.reading.mentions import StatedFact

_STAGE, _SIDE = "stage", "breast_laterality"
_NOW = frozenset(("now", "new", "current", "currently", "today", "presently"))
_BEFORE = frozenset(
    (
        "ago",
        "previously",
        "prior",
        "previous",
        "history",
        "hx",
        "h/o",
        "former",
        "earlier",
        "remote",
    )
)
_NEXT = 30  # code points between a stage and the disease behind it that it is said of


@dataclass(frozen=True)
class Named:
    """Where the treated disease is named, and where the others are."""

    treated: tuple[Stretch, ...] = ()
    others: tuple[Stretch, ...] = ()


def of_treated(facts: Iterable[StatedFact], doc: Doc, named: Named) -> list[StatedFact]:
    """The facts without stages and sides that are said of another disease, or of an earlier one."""
    stated = list(facts)
    if not any(fact.name in {_STAGE, _SIDE} for fact in stated):
        return stated
    parts = list(_parts(doc))
    stated = [fact for fact in stated if not _is_of_another(fact, parts, named)]
    for name in (_STAGE, _SIDE):
        said = [fact for fact in stated if fact.name == name]
        if len({fact.value for fact in said}) < 2:
            continue
        present = [fact for fact in said if not _is_earlier(_part_of(fact, parts))]
        if len({fact.value for fact in present}) == 1:
            stated = [fact for fact in stated if fact.name != name or fact in present]
    return stated


def _parts(doc: Doc) -> Iterator[Span]:
    """The clauses, opened anew at a word such as "now"."""
    for clause in clauses(doc):
        start = clause.start
        for token in clause:
            if token.lower_ in _NOW and token.i > start:
                yield doc[start : token.i]
                start = token.i
        yield doc[start : clause.end]


def _part_of(fact: StatedFact, parts: Sequence[Span]) -> Span:
    at = fact.evidence.start
    return next(part for part in reversed(parts) if part.start_char <= at)


def _is_earlier(part: Span) -> bool:
    words = {token.lower_ for token in part} | {token.norm_ for token in part}
    return words.isdisjoint(_NOW) and (YEAR in words or not words.isdisjoint(_BEFORE))


def _is_of_another(fact: StatedFact, parts: Sequence[Span], named: Named) -> bool:
    if fact.name not in {_STAGE, _SIDE}:
        return False
    part = _part_of(fact, parts)

    def distance(stretch: Stretch) -> int | None:
        if not part.start_char <= stretch[0] < part.end_char:
            return None
        behind = stretch[0] - fact.evidence.end
        if behind >= 0:
            return behind
        return max(fact.evidence.start - stretch[1], 0) + (_NEXT if fact.name == _STAGE else 0)

    def nearest(stretches: Sequence[Stretch]) -> int | None:
        return min((d for d in map(distance, stretches) if d is not None), default=None)

    own, other = nearest(named.treated), nearest(named.others)
    return other is not None and (own is None or other < own)
