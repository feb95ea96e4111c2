"""Several figures for one share in one message: corrected, agreeing or contradictory."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.reading.shares.settling import Settled

_ROUNDING = 3
"""Points by which "almost half (48 %)" may round."""


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


def with_fitting_reductions(settled: Sequence[Settled]) -> list[Settled]:
    """Stated points beside the two shares: doubtful ones left out, misfits doubtful with both."""
    kept = list(settled)
    for entry in settled:
        kind, _, measure = entry.fact.partition("_")
        facts = (f"{kind}_share_3d", f"{kind}_share_imrt")
        shares = [s for s in settled if s.name == entry.name and s.fact in facts and not s.why]
        if measure != "reduction" or entry.why or {s.fact for s in shares} != set(facts):
            continue
        if entry.doubt:
            kept.remove(entry)
        elif not _fits(entry, {s.fact: s for s in shares}, facts):
            doubt = "the points do not fit the two shares"
            kept = [replace(s, doubt=doubt) if s is entry or s in shares else s for s in kept]
    return kept


def _fits(entry: Settled, shares: dict[str, Settled], facts: tuple[str, str]) -> bool:
    at_3d, at_imrt = (shares[fact].claim.figure for fact in facts)
    points = entry.claim.figure
    is_about = points.about or at_3d.about or at_imrt.about
    slack = _ROUNDING if is_about else 0
    lowest, highest = at_3d.low - at_imrt.high, at_3d.high - at_imrt.low
    return points.low - slack <= highest and lowest <= points.high + slack


def _holds(wider: Settled, narrower: Settled) -> bool:
    outer, inner = wider.claim.figure, narrower.claim.figure
    if outer.about and not inner.about and abs(outer.low - inner.low) <= _ROUNDING:
        return True
    return outer.low <= inner.low and inner.high <= outer.high
