"""The birth date that a message gives: "DOB 10/2/2008", "born 2008-10-02", "turns 18 on ..."."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from assistant.reading.dates.calendar_days import WrittenDate, dates_in
from assistant.reading.language.numerals import number_in_words
from assistant.reading.language.once import message_of

_BORN = re.compile(
    r"\b(?:d\.?o\.?b\.?|date of birth|birth\s?date|born|b-?day|birthday)(?:'s)?\b[\s:=.,(]*"
    r"(?:(?:is|was|on|in)\s+)*(?:the\s+)?$",
    re.IGNORECASE,
)
_IS_BIRTH = re.compile(
    r"\s*(?:[(–—-]|,|(?:is|was|being|=))\s*"
    r"(?:(?:his|her|their|the|my|\w+'s)\s+)*"
    r"(?:d\.?o\.?b\b\.?|date of birth|birth\s?date|birthday|b-?day)"
    r"(?!\s*(?:is|was|on|[:=(.,-])*\s*\d)",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"\b(?:turns?|turned|turning|will be|becomes|18th)\s+(?P<n>[\w-]+)\s+on\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_BIRTHDAY = re.compile(r"\b(?P<n>\d{1,2})th birthday\s+(?:is|was|on)\s+(?:on\s+)?$", re.IGNORECASE)
_OTHER_PERSON = re.compile(
    r"\b(?:mother|father|son|daughter|brother|sister|husband|wife|subscriber's|policyholder)\b"
    r"[^.;,]{0,25}$",
    re.IGNORECASE,
)
_REACH = 60
_OLDEST = 105  # years; a birth date of two digits does not make anybody older


@dataclass(frozen=True)
class BirthDate:
    """A birth date at `start` to `end`; `day` is `None` where it is none, as `why` tells."""

    start: int
    end: int
    day: date | None
    doubt: str = ""
    why: str = ""


def read_birth_date(doc: Doc, reference: date | None) -> BirthDate | None:
    """The last birth date that the message gives; `reference` places a year of two digits."""
    found, text = None, message_of(doc)
    for written in dates_in(doc):
        lead = text[max(0, written.start - _REACH) : written.start]
        if _OTHER_PERSON.search(_BORN.sub("", lead)):
            continue
        years = _years_turned(lead)
        if years is not None:
            found = _before(written, years)
        elif _BORN.search(lead) or _IS_BIRTH.match(text, written.end):
            found = _born(written, reference)
    return found


def _years_turned(lead: str) -> int | None:
    match = _TURNS.search(lead) or _BIRTHDAY.search(lead)
    if match is None:
        return None
    if match["n"].isdigit():
        return int(match["n"])
    in_words = number_in_words(match["n"].lower().split("-"))
    return in_words[0] if in_words else None


def _before(written: WrittenDate, years: int) -> BirthDate | None:
    """The day of birth of who turns so many years on the day written."""
    if written.year is None or written.month is None or written.day is None:
        return None
    earlier = WrittenDate(
        written.start, written.end, written.year - years, written.month, written.day
    )
    born = earlier.as_day()
    why = "" if born is not None else "the calendar has no such day"
    return BirthDate(written.start, written.end, born, why=why)


def _born(written: WrittenDate, reference: date | None) -> BirthDate | None:
    if not written.is_whole:
        why = "the whole birth date was not said"
        return BirthDate(written.start, written.end, None, why=why)
    day = written.as_day()
    doubt = ""
    why = "" if day is not None else "the calendar has no such day"
    if written.short_year and day is not None:
        is_past = reference is None or day <= reference
        century_ago = WrittenDate(
            written.start, written.end, (written.year or 0) - 100, written.month, written.day
        ).as_day()
        if not is_past or (reference is None and day.year % 100 > 30):
            day = century_ago
        elif reference is not None and reference.year - day.year + 100 <= _OLDEST:
            doubt = "the century of the birth date was not said"
    return BirthDate(written.start, written.end, day, doubt, why)
