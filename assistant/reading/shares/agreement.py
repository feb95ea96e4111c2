"""Several figures for one share in one message: corrected, agreeing or contradictory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.shares.settling import Settled


def without_corrected(settled: Sequence[Settled]) -> list[Settled]:
    """What remains where a later figure of the message corrects an earlier one."""
    kept: list[Settled] = []
    for entry in settled:
        if entry.claim.is_corrected and not entry.why:
            kept = [earlier for earlier in kept if earlier.key != entry.key]
        kept.append(entry)
    return kept


def with_contradictions(settled: Sequence[Settled]) -> list[Settled]:
    """One entry for figures that agree; every one doubtful where two exclude each other."""
    kept: list[Settled] = []
    for entry in settled:
        same = [other for other in kept if other.key == entry.key and not other.why]
        if entry.why or not same:
            kept.append(entry)
            continue
        wider = [other for other in same if _holds(other, entry)]
        if any(_holds(entry, other) for other in same):
            continue
        if wider:
            kept = [other for other in kept if other not in wider]
        elif same:
            doubt = "two different figures were given"
            kept = [replace(o, doubt=doubt) if o in same else o for o in kept]
            kept.append(replace(entry, doubt=doubt))
            continue
        kept.append(entry)
    return kept


def _holds(wider: Settled, narrower: Settled) -> bool:
    outer, inner = wider.claim.figure, narrower.claim.figure
    return outer.low <= inner.low and inner.high <= outer.high
