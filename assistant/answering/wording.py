"""How dates, numbers and lists read in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from rules.facts import Quantity

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_words(day: date) -> str:
    """A date that cannot be misread across countries.

    >>> in_words(date(2019, 5, 28))
    '28 May 2019'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number(value: Decimal) -> str:
    """A number without idle zeros.

    >>> number(Decimal("25.0")), number(Decimal("40"))
    ('25', '40')
    """
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def quantity(share: Quantity, unit: str = "percent") -> str:
    """A share or a range, with its unit.

    >>> quantity(Quantity(Decimal(20), Decimal(24)))
    '20 to 24 percent'
    """
    about = "about " if share.about else ""
    if share.low == share.high:
        return f"{about}{number(share.low)} {unit}"
    return f"{about}{number(share.low)} to {number(share.high)} {unit}"


def listed(items: Sequence[str], joiner: str = "and") -> str:
    """A list as it is read aloud.

    >>> listed(["A", "B", "C"])
    'A, B and C'
    """
    if len(items) < 2:
        return "".join(items)
    return f"{', '.join(items[:-1])} {joiner} {items[-1]}"


def sentence(text: str) -> str:
    """The text as a sentence: a capital first, a full stop last."""
    stripped = text.strip()
    if not stripped:
        return ""
    closed = stripped if stripped[-1] in ".?!”" else f"{stripped}."
    return closed[0].upper() + closed[1:]
