"""Facts of one case: what a rule may ask, in which words, and what an answer may be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What sort of answer a fact takes."""

    YES_NO = "yes_no"
    CHOICE = "choice"
    YEARS = "years"
    SHARE = "share"  # percent of one bone or joint, by the structure's name
    POINTS = "points"  # percentage points between two shares of one structure


@dataclass(frozen=True)
class Choice:
    """One permitted value of a choice, and the words that offer it."""

    value: str
    label: str


@dataclass(frozen=True)
class Quantity:
    """A stated number, or the closed range that it was said to lie in.

    `about` marks a number given with "about" or "roughly": it counts as stated unless it lies
    within one point of a policy's line.

    >>> Quantity.exactly("40") == Quantity(Decimal(40), Decimal(40))
    True
    """

    low: Decimal
    high: Decimal
    about: bool = False

    @classmethod
    def exactly(cls, number: Decimal | int | str, *, about: bool = False) -> Quantity:
        """One number, not a range."""
        value = Decimal(number)
        return cls(value, value, about)


ByStructure = Mapping[str, Quantity]
"""Shares keyed by the bone or joint they are of; "" where the structure was not said."""

FactValue = bool | str | int | ByStructure


@dataclass(frozen=True)
class Fact:
    """One fact a rule may need: declared once, asked in these words everywhere.

    `limits` are inclusive, in `unit`. `structures` names what a share may be of. A fact with
    `is_asked=False` is used when stated but never listed as missing, because others determine it.
    """

    name: str
    kind: Kind
    question: str
    why: str
    unit: str | None = None
    limits: tuple[Decimal, Decimal] | None = None
    choices: tuple[Choice, ...] = ()
    structures: tuple[str, ...] = ()
    is_asked: bool = True
