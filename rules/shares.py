"""Shares of a bone or joint under two plans: what a pair of lines says of bounds and points.

For one structure, x is the share under 3D, y under IMRT and d = x - y the reduction in points.
What was stated bounds all three; a line is met or not met where every number within the bounds
agrees. Numbers are exact decimals.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from rules.facts import Quantity

HUNDRED = Decimal(100)
POINT = Decimal(1)
ANY_SHARE = Quantity(Decimal(0), HUNDRED)
ANY_POINTS = Quantity(-HUNDRED, HUNDRED)


@dataclass(frozen=True)
class Pair:
    """The bounds of one structure's shares, and whether what was stated contradicts itself."""

    structure: str
    share_3d: Quantity
    share_imrt: Quantity
    reduction: Quantity
    contradicts: bool = False


def pairs(
    share_3d: Mapping[str, Quantity],
    share_imrt: Mapping[str, Quantity],
    reduction: Mapping[str, Quantity],
) -> tuple[Pair, ...]:
    """One pair for each structure spoken of; a single unbounded one where none was.

    A number whose structure was not said belongs to the sole structure named.
    """
    given = (share_3d, share_imrt, reduction)
    named = list(dict.fromkeys(name for shares in given for name in shares if name))
    merged = [_merged(shares, named) for shares in given]
    names = list(dict.fromkeys(name for shares in merged for name in shares)) or [""]
    return tuple(_pair(name, *(shares.get(name) for shares in merged)) for name in names)


def _merged(shares: Mapping[str, Quantity], named: list[str]) -> dict[str, Quantity]:
    own = dict(shares)
    if "" in own and len(named) == 1:
        unsaid = own.pop("")
        own.setdefault(named[0], unsaid)
    return own


def _pair(name: str, x: Quantity | None, y: Quantity | None, d: Quantity | None) -> Pair:
    if x is not None and y is not None:
        implied = _minus(x, y)
        fits = d is None or (d.low <= implied.high and implied.low <= d.high)
        return Pair(name, x, y, _narrowed(implied, d), contradicts=not fits)
    x, y, d = x or ANY_SHARE, y or ANY_SHARE, d or ANY_POINTS
    wide = Pair(
        name,
        _narrowed(_plus(y, d), x, first=x is not ANY_SHARE),
        _narrowed(_minus(x, d), y, first=y is not ANY_SHARE),
        _narrowed(_minus(x, y), d, first=d is not ANY_POINTS),
    )
    bounds = (wide.share_3d, wide.share_imrt, wide.reduction)
    return Pair(name, *bounds, contradicts=any(q.low > q.high for q in bounds))


def _plus(a: Quantity, b: Quantity) -> Quantity:
    return Quantity(a.low + b.low, a.high + b.high, a.about or b.about)


def _minus(a: Quantity, b: Quantity) -> Quantity:
    return Quantity(a.low - b.high, a.high - b.low, a.about or b.about)


def _narrowed(derived: Quantity, own: Quantity | None, *, first: bool = False) -> Quantity:
    """Both bounds at once; `first` says that the own one was stated, so its "about" counts."""
    if own is None:
        return derived
    low, high = max(derived.low, own.low), min(derived.high, own.high)
    return Quantity(low, high, own.about if first else derived.about)


def reaches(quantity: Quantity, line: int) -> bool | None:
    """Whether every number within the bounds is on the line or above; `None` where they differ.

    A number given with "about" is open to one point on either side, both ends included.

    >>> reaches(Quantity.exactly(25), 25), reaches(Quantity.exactly("24.9"), 25)
    (True, False)
    >>> reaches(Quantity.exactly(26, about=True), 25) is None
    True
    """
    if quantity.about:
        if quantity.low - POINT > line:
            return True
        return False if quantity.high + POINT < line else None
    if quantity.low >= line:
        return True
    return False if quantity.high < line else None


def unsettled_shares(pair: Pair, share_line: int, reduction_line: int) -> tuple[bool, bool]:
    """Whether the exact 3D share, and the exact IMRT share, could still change the pair's result.

    The pair holds where x >= max(share line, y + reduction line).
    """
    x, y = _reach(pair.share_3d), _reach(pair.share_imrt)
    line_at_lowest = max(Decimal(share_line), y.low + reduction_line)
    line_at_highest = max(Decimal(share_line), y.high + reduction_line)
    rises_above_low = line_at_highest > x.low or (x.about and line_at_highest == x.low)
    for_x = x.low < x.high and line_at_lowest <= x.high and rises_above_low
    lowest_x = max(x.low, Decimal(share_line))
    above = y.high > lowest_x - reduction_line
    above = above or (y.about and y.high == lowest_x - reduction_line)
    reachable = lowest_x <= x.high and y.low <= x.high - reduction_line
    for_y = y.low < y.high and reachable and above
    return for_x, for_y


def _reach(quantity: Quantity) -> Quantity:
    if not quantity.about:
        return quantity
    return Quantity(quantity.low - POINT, quantity.high + POINT, about=True)


def in_words(quantity: Quantity, unit: str) -> str:
    """The bounds as a person would say them.

    >>> in_words(Quantity(Decimal(20), Decimal("30.5")), "percent")
    '20 to 30.5 percent'
    """
    low, high = (f"{number.normalize():f}" for number in (quantity.low, quantity.high))
    number = low if low == high else f"{low} to {high}"
    return f"{'about ' if quantity.about else ''}{number} {unit}"
