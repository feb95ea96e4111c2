"""Amounts and doses as types, and how a bound widens a number to a range.

An open end is moved in by a thousandth: "under 25" reaches up to 24.999, "over 40" begins at
40.001.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from assistant.reading.shares.lexer import Token

STEP = Decimal("0.001")
"""How far an excluded end lies from the number said."""

LINES = {"bone": Decimal(40), "joint": Decimal(35)}
"""Gray at which the share of each kind of structure is counted."""

NOUGHT, HUNDRED = Decimal(0), Decimal(100)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number that may be a share or a reduction; `unit` is percent, points or bare.

    `is_absence` marks a nought told without a number ("no part of ..."). `fault` says why it cannot
    be a share whatever it is of; "" where it can.
    """

    start: int
    end: int
    sentence: int
    low: Decimal
    high: Decimal
    unit: str
    about: bool = False
    is_negated: bool = False
    in_words: bool = False
    is_absence: bool = False
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Dose:
    """A dose in gray; `is_below` where less than it was said, `is_share` as in "V40"."""

    start: int
    end: int
    sentence: int
    gray: Decimal
    is_below: bool = False
    is_share: bool = False


Part = Token | Amount | Dose


def bounded(
    low: Decimal, high: Decimal, bound: str | None, floor: Decimal
) -> tuple[Decimal, Decimal]:
    """The range that a number with a bound stands for; `floor` is the lowest there can be."""
    match bound:
        case "at_least":
            return low, HUNDRED
        case "over":
            return min(low + STEP, HUNDRED), HUNDRED
        case "at_most":
            return floor, high
        case "under":
            return floor, max(high - STEP, floor)
        case _:
            return low, high
