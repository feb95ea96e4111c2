"""Several questions of one message in one answer: what is held first, then each of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.draft import AnswerKind, Draft, Line

_ORDINALS = ("second", "third", "fourth", "fifth")


def answered_together(first: Draft, others: Sequence[Draft]) -> Draft:
    """One draft of several; a case, or what a document holds, decides its kind and outcome.

    Where the first question alone is not held, it is answered behind those that are.
    """
    if first.kind is AnswerKind.UNSUPPORTED:
        drafts = [first, *others]
        first, *others = sorted(drafts, key=lambda each: each.kind is AnswerKind.UNSUPPORTED)
    together = first
    for place, each in enumerate(others):
        together = _with(together, each, _lead(place, len(others)))
    return together


def _with(draft: Draft, other: Draft, lead: str) -> Draft:
    codes = {finding.code: finding for finding in (*other.codes, *draft.codes)}
    return replace(
        draft,
        lines=(*draft.lines, Line(f"{lead}: {other.headline}"), *other.lines),
        codes=tuple(codes.values()),
        policy_id=draft.policy_id or other.policy_id,
        asks_payer=draft.asks_payer or other.asks_payer,
        notices=tuple(dict.fromkeys((*draft.notices, *other.notices))),
    )


def _lead(place: int, count: int) -> str:
    if count == 1:
        return "To your other question"
    return f"To your {_ORDINALS[min(place, len(_ORDINALS) - 1)]} question"
