"""Dates as people and logs write them, to the month: which entry a question speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NAME = r"(?P<name>jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d{1,2})(?:-\d{1,2})?\b",
        r"(?<![\d/])(?P<month>\d{1,2})/\d{1,2}/(?P<year>(?:19|20)?\d\d)(?![\d/])",
        r"(?<![\d/])(?P<month>\d{1,2})/(?P<year>(?:19|20)?\d\d)(?![\d/])",
        rf"\b{_NAME}(?: \d{{1,2}}(?:st|nd|rd|th)?,?)? (?P<year>(?:19|20)\d\d)\b",
        r"(?<![\d/.-])(?P<year>(?:19|20)\d\d)(?![\d/.-])",
    )
)
_BEFORE = re.compile(r"\b(?:before|prior to|until|up to|preceding)\b(?: \w+){0,2} $", re.IGNORECASE)


@dataclass(frozen=True, order=True)
class Month:
    """A year, and the month where it is known; month 0 is the whole year.

    `before` says that the time up to it is meant, not it.
    """

    year: int
    month: int = 0
    before: bool = False

    def agrees_with(self, other: Month) -> bool:
        """Whether both can be the same time."""
        return self.year == other.year and (
            self.month == other.month or 0 in (self.month, other.month)
        )

    def day_within(self) -> date:
        """A day that the words can mean: mid-month, mid-year, or the day before."""
        if self.before:
            return date.fromordinal(date(self.year, self.month or 1, 1).toordinal() - 1)
        return date(self.year, self.month or 7, 15)


def months_of(text: str) -> tuple[Month, ...]:
    """Every date that a text names, in order; the parts of one date count once.

    >>> months_of("changed from 5/28/19 to May 2022")
    (Month(year=2019, month=5, before=False), Month(year=2022, month=5, before=False))
    """
    return tuple(month for _, month in sorted(_found(text)))


def _found(text: str) -> Iterator[tuple[int, Month]]:
    taken: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            span = set(range(*match.span()))
            month = _month_of(match)
            if month is None or span & taken:
                continue
            taken |= span
            before = bool(_BEFORE.search(text[: match.start()]))
            yield match.start(), Month(month.year, month.month, before)


def _month_of(match: re.Match[str]) -> Month | None:
    parts = match.groupdict()
    year = int(parts["year"])
    year += 2000 if year < 100 else 0
    if parts.get("name"):
        return Month(year, _MONTHS.index(parts["name"][:3].lower()) + 1)
    month = int(parts.get("month") or 0)
    return Month(year, month) if month <= 12 else None
