"""Two criteria over one pair of shares: what a 3D plan reaches, and the points that IMRT spares."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rules.case import Case
from rules.determination import Interpretation
from rules.facts import Fact, Quantity
from rules.findings import Finding, Truth, all_of, any_of, read_as, says
from rules.shares import (
    ANY_POINTS,
    ANY_SHARE,
    Pair,
    in_words,
    pairs,
    reaches,
    unsettled_shares,
)

TRUTH = {True: Truth.MET, False: Truth.NOT_MET, None: Truth.UNKNOWN}
BEYOND_EXAMPLES = "other"


@dataclass(frozen=True)
class Criterion:
    """One line of the policy: its letter, its words, and the number that must be reached.

    `passage` labels the passage that holds the words where it is not the letter's own.
    """

    label: str
    words: str
    line: int
    passage: str = ""


@dataclass(frozen=True)
class Plans:
    """The facts of one pair, 3D share, IMRT share and reduction, and the two criteria over them.

    `in_points` is the reading that a reduction is counted in points; `any_joint` the reading by
    which a joint beyond the examples counts.
    """

    share_3d: Fact
    share_imrt: Fact
    reduction: Fact
    reached: Criterion
    spared: Criterion
    in_points: Interpretation
    any_joint: Interpretation | None = None


def spares(case: Case, plans: Plans) -> Finding:
    """Both lines reached for one and the same bone or joint, any that was spoken of."""
    facts = (plans.share_3d, plans.share_imrt, plans.reduction)
    found = [_both(pair, plans) for pair in pairs(*(case.shares(fact) for fact in facts))]
    return found[0] if len(found) == 1 else any_of(*found)


def _both(pair: Pair, plans: Plans) -> Finding:
    names = (plans.share_3d.name, plans.share_imrt.name)
    is_open = unsettled_shares(pair, plans.reached.line, plans.spared.line)
    if pair.contradicts:
        is_open = (True, True)
    asks = frozenset(name for name, asked in zip(names, is_open, strict=True) if asked)
    reached = _compare(pair, pair.share_3d, plans.reached, "percent")
    reached = replace(reached, facts=names[:1], asks=asks & {names[0]})
    spared = _compare(pair, pair.reduction, plans.spared, "percentage points")
    spared = replace(spared, facts=(*names, plans.reduction.name), asks=asks)
    if reached.truth is not Truth.NOT_MET and _relative_cut_may_do(pair, spared, plans.spared):
        spared = read_as(plans.in_points, spared)
    both = all_of(reached, spared)
    if pair.structure == BEYOND_EXAMPLES and plans.any_joint:
        return replace(both, readings=(plans.any_joint,))
    return both


def _compare(pair: Pair, quantity: Quantity, criterion: Criterion, unit: str) -> Finding:
    truth = Truth.UNKNOWN if pair.contradicts else TRUTH[reaches(quantity, criterion.line)]
    is_exact = quantity.low == quantity.high and not quantity.about
    compared = Finding(
        truth,
        because=_because(pair, quantity, f"{criterion.line} {unit}", truth),
        line=criterion.line,
        margin=quantity.low - criterion.line if is_exact else None,
    )
    return says(criterion.words, compared, criterion.label, criterion.passage)


def _because(pair: Pair, quantity: Quantity, line: str, truth: Truth) -> str:
    if pair.contradicts:
        return "the shares and the reduction stated do not fit together"
    if quantity in (ANY_SHARE, ANY_POINTS) or (truth is Truth.UNKNOWN and _is_derived(quantity)):
        return "not stated"
    number = in_words(quantity, line.split(" ", 1)[1])
    name = f"{pair.structure}: " if pair.structure else ""
    match truth:
        case Truth.MET:
            return f"{name}{number}, at least {line}"
        case Truth.NOT_MET:
            return f"{name}{number}, below {line}"
        case Truth.UNKNOWN:
            return f"{name}{number}, may or may not be at least {line}"


def _is_derived(quantity: Quantity) -> bool:
    """Whether a bound is only the end of the scale, so that nobody stated it."""
    return quantity.high == ANY_SHARE.high or quantity.low <= ANY_SHARE.low


def _relative_cut_may_do(pair: Pair, spared: Finding, criterion: Criterion) -> bool:
    """Whether a cut relative to the 3D share may reach the line where the points do not."""
    x, y = pair.share_3d, pair.share_imrt
    nothing_said = (y.low, y.high) == (ANY_SHARE.low, ANY_SHARE.high)
    if spared.truth is Truth.UNKNOWN and nothing_said:
        return False
    return x.high > 0 and (x.high - y.low) * ANY_SHARE.high >= criterion.line * x.high
