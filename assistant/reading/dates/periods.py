"""Stretches of time: that of a date not written to the day, and that of a history question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from assistant.reading.dates.calendar_days import WrittenDate, dates_in
from assistant.reading.language.once import message_of
from assistant.reading.mentions import Evidence

_BEFORE = re.compile(r"\b(?:before|prior to|until|up to|earlier than) *(?:the *)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|from|later than|as of|starting) *(?:the *)?$", re.IGNORECASE)
_REACH = 120  # characters before a date in which the words that open an end are looked for


@dataclass(frozen=True)
class Period:
    """A stretch of time in the user's words; `before` is exclusive, `None` an open end."""

    since: date | None
    before: date | None
    evidence: Evidence


def read_as_of(doc: Doc) -> date | None:
    """The day to answer a history question for: the last one of the time that it is about."""
    period = read_period(doc)
    if period is None or period.before is None:
        return period.since if period else None
    return period.before - timedelta(days=1)


def read_period(doc: Doc) -> Period | None:
    """The day, month or year that a question about a policy's history is about."""
    text = message_of(doc)
    for written in dates_in(doc):
        span = span_of(written)
        if span is None:
            continue
        first, behind = span
        lead = text[max(0, written.start - _REACH) : written.start]
        evidence = Evidence(written.start, written.end, text[written.start : written.end])
        if _BEFORE.search(lead):
            return Period(None, first, evidence)
        if _AFTER.search(lead):
            return Period(first, None, evidence)
        return Period(first, behind, evidence)
    return None


def span_of(written: WrittenDate) -> tuple[date, date] | None:
    """First day and the day behind the last one; `None` where no year or no such month is named.

    >>> span_of(WrittenDate(0, 8, 2019, 12, None))
    (datetime.date(2019, 12, 1), datetime.date(2020, 1, 1))
    """
    if written.year is None:
        return None
    day = written.as_day()
    if day is not None:
        return day, day + timedelta(days=1)
    if written.day is not None or (written.month is not None and not 1 <= written.month <= 12):
        return None
    if written.month is None:
        return date(written.year, 1, 1), date(written.year + 1, 1, 1)
    return month_span(written.year, written.month)


def month_span(year: int, month: int) -> tuple[date, date]:
    """The first day of a month and that of the next one."""
    later_years, next_month = divmod(month, 12)
    return date(year, month, 1), date(year + later_years, next_month + 1, 1)


def around_all(periods: Iterable[Period]) -> Period | None:
    """The shortest stretch that holds every one; `None` for none, or where one has an open end."""
    known = list(periods)
    starts = [period.since for period in known if period.since is not None]
    ends = [period.before for period in known if period.before is not None]
    if not known or len(starts) < len(known) or len(ends) < len(known):
        return None
    return Period(min(starts), max(ends), known[0].evidence)
