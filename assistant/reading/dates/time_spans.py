"""Times told by the calendar of today or by part of a year: "two years ago", "in Q1 2025"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from assistant.reading.dates.calendar_days import MONTH_NAMES, month_number
from assistant.reading.dates.periods import month_span
from assistant.reading.language.numerals import number_in_words

_SEASONS = {"spring": (3, 6), "summer": (6, 9), "fall": (9, 12), "autumn": (9, 12)}
"""First and last month that people mean; a winter runs over the turn of the year."""
_SEASON = "spring|summer|fall|autumn"
_MONTH = rf"(?P<month>{'|'.join(MONTH_NAMES)})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_WHICH = r"(?P<which>last|this|next|coming|past|previous|upcoming)"
_COUNT = r"(?P<n>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen)"
_UNIT = r"(?P<unit>day|week|month|year)s?"
_UNIT_DAYS = {"day": 1, "week": 7, "month": 30.44, "year": 365.25}
_QUARTERS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3} | {
    "fourth": 4,
    "4th": 4,
    "last": 4,
}
_LAST = frozenset({"last", "past", "previous"})
_NEXT = frozenset({"next", "coming", "upcoming"})


@dataclass(frozen=True, slots=True)
class TimeSpan:
    """Days from `since` to before `before`, told at `start` to `end` of the text.

    `form` is "ago", "ahead" or "span".
    """

    start: int
    end: int
    form: str
    since: date
    before: date

    @property
    def is_day(self) -> bool:
        """Whether it is one day and no other."""
        return self.before - self.since == timedelta(days=1)


_Days = tuple[date, date]


def time_spans(text: str, today: date) -> list[TimeSpan]:
    """The spans told in a text in order; where two forms overlap, the fuller one is kept."""
    found: list[TimeSpan] = []
    for form, pattern, days_of in _FORMS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(start < other.end and other.start < end for other in found):
                found.append(TimeSpan(start, end, form, *days_of(match, today)))
    return sorted(found, key=lambda span: span.start)


def _day(match: re.Match[str], today: date) -> _Days:
    days = {"yesterday": -1, "tomorrow": 1}.get(match[0].lower(), 0)
    return today + timedelta(days=days), today + timedelta(days=days + 1)


def _quarter(match: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    said = (match["q"] or match["qq"] or match["nth"]).lower()
    quarter = _QUARTERS.get(said) or int(said)
    year = int(match["year"])
    return date(year, 3 * quarter - 2, 1), month_span(year, 3 * quarter)[1]


def _season(match: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    return _season_days(match["season"].lower(), int(match["year"]))


def _season_days(season: str, year: int) -> _Days:
    if season == "winter":
        return date(year - 1, 12, 1), date(year + 1, 4, 1)
    first, last = _SEASONS[season]
    return date(year, first, 1), month_span(year, last)[1]


def _part_of_year(match: re.Match[str], today: date) -> _Days:  # noqa: ARG001
    part, year = match["part"].lower(), int(match["year"])
    if part in {"early", "beginning", "start"}:
        return date(year, 1, 1), date(year, 6, 1)
    if part in {"late", "end"}:
        return date(year, 8, 1), date(year + 1, 1, 1)
    return date(year, 4, 1), date(year, 10, 1)


def _month_of_year(match: re.Match[str], today: date) -> _Days:
    year = today.year - (match["which"].lower() in _LAST)
    return month_span(year + (match["which"].lower() in _NEXT), month_number(match["month"]))


def _which_month(match: re.Match[str], today: date) -> _Days:
    month, which = month_number(match["month"]), match["which"].lower()
    if which in _LAST:
        return month_span(today.year - (month >= today.month), month)
    return month_span(today.year + (which in _NEXT and month <= today.month), month)


def _which_season(match: re.Match[str], today: date) -> _Days:
    season, which = match["season"].lower(), match["which"].lower()
    year = today.year
    if which in _LAST and _season_days(season, year)[1] > today:
        year -= 1
    elif which in _NEXT and _season_days(season, year)[0] <= today:
        year += 1
    return _season_days(season, year)


def _which_unit(match: re.Match[str], today: date) -> _Days:
    unit, which = match["unit"].lower(), match["which"].lower()
    step = 1 if which in _NEXT else -1 if which in _LAST else 0
    if unit == "year":
        return date(today.year + step, 1, 1), date(today.year + step + 1, 1, 1)
    if unit == "month":
        years, month = divmod(today.month - 1 + step, 12)
        return month_span(today.year + years, month + 1)
    if which in _LAST:
        return today - timedelta(days=14), today
    return today - timedelta(days=7 * (step == 0)), today + timedelta(days=15)


def _ago(match: re.Match[str], today: date) -> _Days:
    distance, slack = _distance(match)
    middle = today - timedelta(days=distance)
    return middle - timedelta(days=slack), min(middle + timedelta(days=slack + 1), today)


def _ahead(match: re.Match[str], today: date) -> _Days:
    distance, slack = _distance(match)
    middle = today + timedelta(days=distance)
    return max(middle - timedelta(days=slack), today), middle + timedelta(days=slack + 1)


def _distance(match: re.Match[str]) -> tuple[int, int]:
    """Days away, and how many more or less people may mean by it."""
    said, unit = match["n"].lower(), match["unit"].lower()
    if said.isdigit():
        count = int(said)
    else:
        in_words = number_in_words([said])
        count = in_words[0] if in_words else 1
    return round(count * _UNIT_DAYS[unit]), 0 if unit == "day" else round(_UNIT_DAYS[unit] / 2)


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern}\b", re.IGNORECASE)


_FORMS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str], date], _Days]], ...] = (
    ("span", _form(rf"{_MONTH} (?:of )?(?P<which>last|this|next) year"), _month_of_year),
    ("span", _form(rf"(?P<which>last|this|next) year,? (?:in )?{_MONTH}"), _month_of_year),
    (
        "span",
        _form(
            rf"(?:q(?P<q>[1-4])|(?P<qq>[1-4])q|(?P<nth>{'|'.join(_QUARTERS)}) quarter)"
            rf"(?: of)?[ /-]?{_YEAR}"
        ),
        _quarter,
    ),
    ("span", _form(rf"(?P<season>{_SEASON}|winter),? (?:of )?{_YEAR}"), _season),
    (
        "span",
        _form(rf"(?P<part>early|late|mid|middle|end|beginning|start)[ -](?:of |in )?{_YEAR}"),
        _part_of_year,
    ),
    ("span", _form("(?:today|yesterday|tomorrow)"), _day),
    ("span", _form(rf"{_WHICH} {_MONTH}"), _which_month),
    ("span", _form(rf"{_WHICH} (?P<season>{_SEASON})"), _which_season),
    ("span", _form(rf"{_WHICH} (?P<unit>week|month|year|{_WEEKDAY})"), _which_unit),
    ("ago", _form(rf"{_COUNT} {_UNIT} ago"), _ago),
    ("ahead", _form(rf"(?:in|within) (?:about )?{_COUNT} {_UNIT}"), _ahead),
)
