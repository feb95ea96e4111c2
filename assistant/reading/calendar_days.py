"""Dates as people write them: US, ISO and in words; whole days, months, years and no such day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_MONTHS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?"),
    *("aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
_MONTH = rf"(?P<{{0}}>{'|'.join(_MONTHS)})\.?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_FORMS = (
    r"(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})",
    r"(?P<m>\d{1,2})(?P<sep>[-/.])(?P<d>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})",
    _MONTH.format("mon") + r"\s*" + _DAY.format("d") + r"(?:\s*,\s*|\s+|,?\s*')(?P<y>\d{4})",
    rf"(?:the\s+)?{_DAY.format('d')}\s*(?:of\s+)?{_MONTH.format('mon')},?\s+(?P<y>\d{{4}})",
    _MONTH.format("mon") + r",?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d)",
    r"(?P<m>\d{1,2})/(?P<y>(?:19|20)\d\d)",
    r"(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})",
    _MONTH.format("mon") + r"\s+" + _DAY.format("d"),
    rf"(?:the\s+)?{_DAY.format('d')}\s+(?:of\s+)?{_MONTH.format('mon')}",
    r"(?P<y>(?:19|20)\d\d)",
)
_PATTERNS = tuple(
    re.compile(rf"(?<![\w./-]){form}(?![\w%]|[./-]\d|\s?c?gy\b)", re.IGNORECASE) for form in _FORMS
)
_MONTH_STARTS = tuple(name[:3] for name in _MONTHS)


@dataclass(frozen=True)
class WrittenDate:
    """A date as written at `start` to `end`; parts that were not written are `None`.

    `short_year` says that the year had two digits and was taken to lie in this century.
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    short_year: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether year, month and day were all written."""
        return None not in (self.year, self.month, self.day)

    def as_day(self) -> date | None:
        """The day, or `None` where a part is missing or the calendar has no such day.

        >>> WrittenDate(0, 10, 2026, 2, 30).as_day()
        >>> WrittenDate(0, 10, 2026, 2, 28).as_day()
        datetime.date(2026, 2, 28)
        """
        if self.year is None or self.month is None or self.day is None:
            return None
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def written_dates(text: str) -> list[WrittenDate]:
    """The dates of a text in order; where forms overlap, the fuller one is kept."""
    found: list[WrittenDate] = []
    taken = bytearray(len(text))
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(_written(match))
    return sorted(found, key=lambda written: written.start)


def _written(match: re.Match[str]) -> WrittenDate:
    parts = match.groupdict()
    year = int(parts["y"]) if parts.get("y") else None
    short = year is not None and year < 100
    if year is not None and short:
        year += 2000
    day = int(parts["d"]) if parts.get("d") else None
    month = _month(parts)
    if month is not None and day is not None and month > 12 >= day and "mon" not in parts:
        month, day = day, month  # a day that stands first, as outside the United States
    return WrittenDate(*match.span(), year, month, day, short)


def _month(parts: dict[str, str | None]) -> int | None:
    named, numbered = parts.get("mon"), parts.get("m")
    if named:
        return _MONTH_STARTS.index(named[:3].lower()) + 1
    return int(numbered) if numbered else None
