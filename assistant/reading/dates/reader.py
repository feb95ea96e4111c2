"""The date of service that a message gives, to the day or as a longer time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from spacy.tokens import Doc

from assistant.reading.dates.calendar_days import WrittenDate, dates_in
from assistant.reading.dates.cues import Role, Told, is_of_something_else, names_service, role_of
from assistant.reading.dates.periods import Period, around_all, span_of
from assistant.reading.dates.time_spans import time_spans
from assistant.reading.language.once import message_of
from assistant.reading.language.tokens import clauses
from assistant.reading.mentions import Evidence, StatedDate, Untaken

FACT = "date_of_service"

_CORRECTION = re.compile(
    r"\b(?:correction|sorry|i mean(?:t)?|actually|should (?:be|read|have been)|rather|instead|"
    r"not what|make that|wrong|typo|oops|wait)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(r"\b(?:on|it|was|is|the|date|for)\b", re.IGNORECASE)
_THROUGH = re.compile(
    r"\s*,?\s*(?:-|–|—|to|through|thru|till?|until|and (?:ended|finished)(?: on)?)\s*(?:the )?",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(?:will|starts?|starting|begins?|beginning|scheduled|planned|upcoming)\b", re.IGNORECASE
)
_BEHIND = re.compile(
    r"\b(?:was|were|given|treated|delivered|performed|started|began|rendered|received)\b",
    re.IGNORECASE,
)
_LONGEST_COURSE = timedelta(days=60)
_SEVERAL_DAYS = "the service ran over several days"


@dataclass(frozen=True)
class DatesRead:
    """The date of service, at most one, and dates that look like one but were not taken.

    `period` is the time that those not taken lie in, where each of them tells one.
    """

    dates: tuple[StatedDate, ...]
    untaken: tuple[Untaken, ...]
    period: Period | None = None


def read_date_of_service(doc: Doc, today: date) -> DatesRead:
    """The date of service that the message states; a later one corrects an earlier one."""
    text, bounds = message_of(doc), [(c.start_char, c.end_char) for c in clauses(doc)]
    all_told = _all_told(text, dates_in(doc), today)
    found = []
    for before, told in zip([None, *all_told], all_told, strict=False):
        role = Role.SERVICE if _is_all(text, told) else role_of(text, bounds, told, before)
        if role is Role.SERVICE:
            found.append(told)
        elif role is Role.END and told.since is not None:
            found.append(replace(told, since=told.since - _LONGEST_COURSE, why=_SEVERAL_DAYS))
    if not found:
        found = _set_last(text, bounds, all_told)
    return _one(text, found)


def _all_told(text: str, dates: Sequence[WrittenDate], today: date) -> list[Told]:
    """Every date and span of the text in order, "from ... to ..." as one."""
    written = [_as_told(text, each, today) for each in _with_years(text, dates)]
    spans = [
        Told(s.start, s.end, s.form, s.since, s.before, "" if s.is_day else _why_no_day(None))
        for s in time_spans(text, today)
    ]
    written = [w for w in written if not any(s.start <= w.start < s.end for s in spans)]
    spans = [s for s in spans if not any(w.start <= s.start < w.end for w in written)]
    found: list[Told] = []
    for told in sorted([*written, *spans], key=lambda each: each.start):
        first = found[-1] if found else None
        if first is not None and _runs_to(text, first, told):
            found[-1] = Told(first.start, told.end, "day", first.since, told.before, _SEVERAL_DAYS)
        else:
            found.append(told)
    return found


def _with_years(text: str, written: Sequence[WrittenDate]) -> list[WrittenDate]:
    """The dates, the first of "4/7 - 5/16/2025" in the year of the second."""
    found = list(written)
    for i, (first, second) in enumerate(pairwise(written)):
        is_through = _THROUGH.fullmatch(text, first.end, second.start) is not None
        if first.year is None and second.is_whole and is_through:
            is_later = (first.month or 0, first.day or 0) > (second.month or 0, second.day or 0)
            found[i] = replace(first, year=(second.year or 0) - is_later)
    return found


def _as_told(text: str, written: WrittenDate, today: date) -> Told:
    since, before = span_of(written) or _nearest(text, written, today) or (None, None)
    form = "day" if written.day is not None else "month" if written.month is not None else "year"
    why = "" if written.as_day() is not None else _why_no_day(written)
    return Told(written.start, written.end, form, since, before, why)


def _nearest(text: str, written: WrittenDate, today: date) -> tuple[date, date] | None:
    """The day that "starts May 3" means: the next one, behind "was given" the last one."""
    if written.year is not None or written.month is None or written.day is None:
        return None
    days = [replace(written, year=today.year + step).as_day() for step in (-1, 0, 1)]
    known = [day for day in days if day is not None]
    lead = text[max(0, written.start - 40) : written.start]
    if _AHEAD.search(lead):
        known = [day for day in known if day >= today]
    elif _BEHIND.search(lead):
        known = [day for day in known if day <= today]
    day = min(known, key=lambda each: abs(each - today), default=None)
    return (day, day + timedelta(days=1)) if day is not None else None


def _runs_to(text: str, first: Told, second: Told) -> bool:
    """Whether two days are the ends of one course: "4/7/2025 - 5/16/2025"."""
    if _THROUGH.fullmatch(text, first.end, second.start) is None:
        return False
    if {first.form, second.form} - {"day", "month"} or first.since is None:
        return False
    return second.since is not None and first.since < second.since


def _one(text: str, found: Sequence[Told]) -> DatesRead:
    """The one date that holds: the corrected one, the one named so, or none of several."""
    days = [told for told in found if not told.why]
    longer = [told for told in found if told.why]
    if _are_several(days):
        named = [told for told in days if names_service(text, told.start)]
        if _CORRECTION.search(text, days[0].end) or _CORRECTION.match(text):
            days = days[-1:]
        elif named and not _are_several(named):
            days = named[-1:]
        else:
            longer.append(_from_first_to_last(days))
            days = []
    stated = [StatedDate(told.since, _evidence(text, told)) for told in days[-1:] if told.since]
    untaken = tuple(Untaken(FACT, _evidence(text, told), told.why) for told in longer)
    periods = [Period(told.since, told.before, _evidence(text, told)) for told in longer]
    return DatesRead(tuple(stated), untaken, None if stated else around_all(periods))


def _are_several(days: Sequence[Told]) -> bool:
    return len({told.since for told in days}) > 1


def _from_first_to_last(days: Sequence[Told]) -> Told:
    """All days as one stretch that is none of them."""
    first = min(told.since for told in days if told.since)
    behind = max(told.before for told in days if told.before)
    why = "two dates of service were given"
    return Told(days[0].start, days[-1].end, "span", first, behind, why)


def _evidence(text: str, told: Told) -> Evidence:
    return Evidence(told.start, told.end, text[told.start : told.end])


def _set_last(text: str, bounds: Sequence[tuple[int, int]], all_told: Sequence[Told]) -> list[Told]:
    """The one date that ends a message, with no word of what else it could be the date of."""
    last = all_told[-1] if all_told else None
    if last is None or len(all_told) > 1 or text[last.end :].strip(" .,;:!?"):
        return []
    left = next((bound[0] for bound in bounds if bound[0] <= last.start < bound[1]), 0)
    is_day = last.form == "day" and not last.why
    return [last] if is_day and not is_of_something_else(text, left, last.start) else []


def _why_no_day(written: WrittenDate | None) -> str:
    if written is not None and written.is_whole:
        return "the calendar has no such day"
    if written is not None and written.year is None:
        return "the year was not said"
    return "the exact day was not said"


def _is_all(text: str, told: Told) -> bool:
    """Whether the message is the date and nothing more."""
    rest = _ALONE.sub("", text[: told.start])
    is_whole = told.form not in {"month", "year"}
    return is_whole and not (rest + text[told.end :]).strip(" .,:;!?'s")
