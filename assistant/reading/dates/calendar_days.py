"""Dates as people write them: US, ISO and in words; whole days, months, years and no such day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from assistant.reading.language.numerals import WORDS, number_in_words
from assistant.reading.language.once import message_of, once

MONTH_NAMES = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?", "july?"),
    *("aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?", "dec(?:ember)?"),
)
"""A pattern for each month's name and abbreviations, in order."""

_MONTH = rf"(?P<{{0}}>{'|'.join(MONTH_NAMES)})\.?"
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_YEAR_OR_SHORT = r"(?P<y>(?:19|20)\d\d|'?\d\d)"
_FORMS = (
    r"(?P<y>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>0[1-9]|[12]\d|3[01])",
    rf"{_DAY.format('d')}(?P<sep>[-/.]){_MONTH.format('mon')}(?P=sep){_YEAR_OR_SHORT}",
    rf"{_DAY.format('d')}{_MONTH.format('mon')}(?P<y>(?:19|20)\d\d)",
    rf"{_MONTH.format('mon')}(?P<sep>[-/.]){_DAY.format('d')}(?P=sep){_YEAR_OR_SHORT}",
    rf"(?P<y>(?:19|20)\d\d)(?P<sep>[-/.]){_MONTH.format('mon')}(?P=sep){_DAY.format('d')}",
    r"(?P<y>(?:19|20)\d\d)(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})",
    r"(?P<m>\d{1,2})(?P<sep>[-/.])(?P<d>\d{1,2})(?P=sep)(?P<y>\d{4}|\d{2})",
    _MONTH.format("mon") + r"\s*" + _DAY.format("d") + r"(?:\s*,\s*|\s+)(?P<y>\d{4}|'\d\d)",
    rf"(?:the\s+)?{_DAY.format('d')}\s*(?:of\s+)?{_MONTH.format('mon')},?\s+(?P<y>\d{{4}}|'\d\d)",
    _MONTH.format("mon") + r",?\s+(?:of\s+)?(?P<y>(?:19|20)\d\d|'\d\d)",
    _MONTH.format("mon") + r"-(?P<y>(?:19|20)\d\d)",
    _MONTH.format("mon")
    + r"(?=\s*(?:-|–|and|to|through|thru|until)\s*"
    + _MONTH.format("until")
    + r"\s+(?P<y>(?:19|20)\d\d))",
    r"(?P<m>\d{1,2})[/-](?P<y>(?:19|20)\d\d)",
    r"(?P<y>(?:19|20)\d\d)-(?P<m>\d{1,2})",
    r"(?P<m>\d{1,2})/(?P<d>\d{1,2})(?=\s*(?:-|–|to|through|thru|until)\s*\d{1,2}/\d{1,2}/\d)",
    _MONTH.format("mon") + r"\s+" + _DAY.format("d"),
    rf"(?:the\s+)?{_DAY.format('d')}\s+(?:of\s+)?{_MONTH.format('mon')}",
    r"(?P<y>(?:19|20)\d\d)",
)
_JOINED = re.compile(
    r"[-–](?=\d{1,4}[-/]\d{1,2}[-/]\d)(?:(?<=/\d.)|(?<=/\d\d.)|(?<=/\d{4}.)|(?<=-\d\d.))"
)
"""The hyphen between two dates, as in "4/7/2025-5/16/2025"."""

_PATTERNS = tuple(
    re.compile(rf"(?<![\w./-]){form}(?!(?!T\d\d:)[\w%]|[./-]\d|\s?c?gy\b)", re.IGNORECASE)
    for form in _FORMS
)
_MONTH_STARTS = tuple(name[:3] for name in MONTH_NAMES)
_MONTH_START = re.compile("|".join(_MONTH_STARTS), re.IGNORECASE)
_WITHOUT_NAMES = tuple(one for one in _PATTERNS if "mon" not in one.groupindex)

_UNDER_TEN = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
ORDINALS = (
    *_UNDER_TEN,
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth", "twentieth"),
    *(f"twenty {unit}" for unit in _UNDER_TEN),
    *("thirtieth", "thirty first"),
)
"""The days of a month as they are spoken."""

_SPOKEN_DAY = "|".join(day.replace(" ", r"[\s-]+") for day in reversed(ORDINALS))
_SPOKEN_YEAR = (
    r"(?:19|20)\d\d|(?:two\s+thousand(?:\s+and)?|twenty|nineteen)"
    rf"(?:[\s-]+(?:{'|'.join(WORDS)})){{1,2}}\b"
)
_SPOKEN = re.compile(
    rf"\b(?:{_MONTH.format('mon')}\s+(?:the\s+)?(?P<day>{_SPOKEN_DAY})\b"
    rf"(?:,?\s+(?P<year>{_SPOKEN_YEAR}))?)",
    re.IGNORECASE,
)


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


@once
def dates_in(doc: Doc) -> tuple[WrittenDate, ...]:
    """The dates written in a message, in order."""
    return tuple(written_dates(message_of(doc)))


def written_dates(text: str) -> list[WrittenDate]:
    """The dates of a text in order; where forms overlap, the fuller one is kept."""
    names_month = _MONTH_START.search(text) is not None
    found = spoken_dates(text) if names_month else []
    taken = bytearray(len(text))
    for spoken in found:
        taken[spoken.start : spoken.end] = b"\1" * (spoken.end - spoken.start)
    parted = _JOINED.sub(" ", text)
    for pattern in _PATTERNS if names_month else _WITHOUT_NAMES:
        for match in pattern.finditer(parted):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\1" * (end - start)
                found.append(_written(match))
    return sorted(found, key=lambda written: written.start)


def spoken_dates(text: str) -> list[WrittenDate]:
    """The dates that are spelled out: "April twelfth, twenty twenty-four"."""
    found = []
    for match in _SPOKEN.finditer(text):
        year = match["year"]
        said = None if year is None else _year_in_words(year)
        day = ORDINALS.index(re.sub(r"[\s-]+", " ", match["day"].lower())) + 1
        found.append(WrittenDate(*match.span(), said, month_number(match["mon"]), day))
    return found


def _year_in_words(said: str) -> int | None:
    if said.isdigit():
        return int(said)
    words = [word for word in re.split(r"[\s-]+", said.lower()) if word != "and"]
    century = 2000 if words[:2] == ["two", "thousand"] else 1900
    century = 2000 if words[0] == "twenty" else century
    rest = words[2:] if words[:2] == ["two", "thousand"] else words[1:]
    in_words = number_in_words(rest) if rest else (0, 0)
    return century + in_words[0] if in_words else None


def month_number(name: str) -> int:
    """The number of a month by its name or abbreviation: 4 for "Apr"."""
    return _MONTH_STARTS.index(name[:3].lower()) + 1


def _written(match: re.Match[str]) -> WrittenDate:
    parts = match.groupdict()
    written_year = (parts.get("y") or "").lstrip("'")
    year = int(written_year) if written_year else None
    short = len(written_year) == 2
    if year is not None and short:
        year += 2000
    day = int(parts["d"]) if parts.get("d") else None
    named = parts.get("mon")
    month = month_number(named) if named else None
    if month is None and parts.get("m"):
        month = int(parts["m"] or 0)
    if month is not None and day is not None and month > 12 >= day and not named:
        month, day = day, month  # a day that stands first, as outside the United States
    return WrittenDate(*match.span(), year, month, day, short)
