"""How many units, IMRT plans and days the words beside a billing code tell."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.reading.language.numerals import WORDS, number_in_words

COURSE_DAYS = 60
"""Days of one treatment course where only the number of courses was told."""

_NUMBER = rf"(?:\d{{1,3}}|(?:{'|'.join(word for word in WORDS if word != 'zero')}))"
_COUNT = rf"(?P<n>\b{_NUMBER})"
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_SHORT_NTH = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th")
_ORDINALS = {nth: n for names in (_NTH, _SHORT_NTH) for n, nth in enumerate(names, start=1)}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_SPANS = {"day": 1, "week": 7, "month": 30}
_UNIT_WORD = r"(?:billing\s+)?units?\b(?:\s+of\s+service|\s+requested|\s+billed)?"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_UNITS = _compiled(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)})\s+(?:billing\s+)?unit\b",
    rf"{_COUNT}\s*-?\s*{_UNIT_WORD}",
    rf"{_COUNT}\s*(?:times\b|x\b(?!\s*\d))",
    rf"(?:\bx|×|\*|\btimes)\s*(?P<n>{_NUMBER})\b(?!\s*-?\s*(?:day|week|fraction))",
    rf"\b(?:{_UNIT_WORD}|qty|quantity)\.?\s*[:=]?\s*{_COUNT}\b",
    rf"^\s*[|\t]\s*{_COUNT}\s*(?:[|\t]|$)",
    rf"\b(?:weekly|(?:each|every|per) week)\s+(?:for|over|x)\s+{_COUNT}\s+weeks\b",
    rf"\bon {_COUNT} (?:(?:different|separate|distinct) )?(?:dates|days|occasions)\b",
    r"\b(?P<t>once|twice|thrice)\b(?!\s+per\b)",
)
_UNITS_BEFORE = re.compile(
    rf"{_COUNT}\s*(?:(?:x|×)\s*|(?:units?|times|charges?|each)\s*(?:of|for)?\s*|of\s*)"
    r"(?:cpt|code|hcpcs)?\s*$",
    re.IGNORECASE,
)
_NTH_BEFORE = re.compile(
    rf"\b(?P<nth>{'|'.join(_ORDINALS)})\s+(?:cpt|code|hcpcs)?\s*$", re.IGNORECASE
)
_ONE_PLAN_AND_ANOTHER = re.compile(
    r"\b(?:one|a|an|1)\s+(?:imrt\s+|vmat\s+|initial\s+|first\s+)*plan\b[\w\s]{0,30}?,?"
    r"\s(?:and|then|plus)\s+(?:then\s+)?(?:one|another|a (?:second|new|further) one)\b",
    re.IGNORECASE,
)
_EACH_WEEK = re.compile(
    rf"{_COUNT}\s*{_UNIT_WORD}\s+(?:a|per|each|every)\s+(?P<per>week|day)\s*,?\s+"
    rf"(?:for|over|during|across|x)\s+(?P<many>{_NUMBER})\s+(?P=per)s\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(
    rf"\b(?:another|(?:an )?additional|plus|further|then)\s+{_COUNT}\s+(?:more\b|units?\b)|"
    rf"(?P<more>\b{_NUMBER})\s+(?:more|additional|further)\b",
    re.IGNORECASE,
)
_IN_EACH = re.compile(
    rf"{_COUNT}\s*(?:units?\s+)?(?:in|for|during|per)\s+(?:each|either|every|course\b)(?![^,.;]*plan)",
    re.IGNORECASE,
)
_COURSES = re.compile(
    rf"{_COUNT}\s+(?:(?:different|separate|distinct|60[- ]day|treatment)\s+)*courses\b",
    re.IGNORECASE,
)
_PLANS = _compiled(
    rf"{_COUNT}\s+(?:(?:different|separate|distinct|new|imrt|vmat)\s+)*plans?\b",
    rf"\bplans\s*[:=]?\s*{_COUNT}",
)
_ONE_PLAN = re.compile(
    r"\b(?:a |the )?(?:single|same|only one|just one)\s+(?:imrt\s+|vmat\s+)?plan\b", re.IGNORECASE
)
_PER_PLAN = re.compile(
    r"\b(?:(?P<t>once|twice|thrice)|(?P<n>" + _NUMBER + r")(?:\s*(?:times|x|units?))?)"
    r"[\w\s]{0,12}?\s+(?:per|for (?:each|every)(?: one)?(?: of)?)\s+(?:the\s+)?(?:imrt\s+|vmat\s+)?"
    r"plan\b",
    re.IGNORECASE,
)
_DAYS = _compiled(
    rf"{_COUNT}[\s-]*(?P<span>day|week|month)s?\b(?!\s*(?:ago|old))",
    rf"\b(?P<span>day|week)s\s*[:=]?\s*{_COUNT}",
)


@dataclass(frozen=True, slots=True)
class Counts:
    """What is told of one code; `None` where it is not told."""

    units: int | None = None
    plans: int | None = None
    days: int | None = None

    def filled_from(self, other: Counts) -> Counts:
        """These counts, and the other ones where these are not told."""
        return Counts(
            self.units if self.units is not None else other.units,
            self.plans if self.plans is not None else other.plans,
            self.days if self.days is not None else other.days,
        )


def counts_in(text: str, before: str = "") -> Counts:
    """What a text behind a code tells of it; `before` are the words in front of the code.

    >>> counts_in(", one plan, within six weeks", "3 units of CPT ")
    Counts(units=3, plans=1, days=42)
    >>> counts_in(": 2 units at first, another 2 units later")
    Counts(units=4, plans=None, days=None)
    """
    plans, days = _plans_in(text), _days_in(text)
    in_each, courses = _IN_EACH.search(text), _COURSES.search(text)
    if in_each and (courses or "course" in text.lower()):
        return Counts(_count(in_each["n"]), plans, COURSE_DAYS)
    if courses and (count := _count(courses["n"])):
        days = count * COURSE_DAYS
    weekly = _EACH_WEEK.search(text)
    if weekly:
        return Counts((_count(weekly["n"]) or 1) * (_count(weekly["many"]) or 1), plans, days)
    units = _units_before(before) or _units_in(_PER_PLAN.sub(" ", text))
    per_plan = _PER_PLAN.search(before + text)
    each = (_number(per_plan) or 1) if per_plan else 0
    if each > 1:
        return Counts(each * (plans or 1), plans or 1, days)
    if units is None and each and plans:
        return Counts(plans, plans, days)
    if units is not None and (further := _FURTHER.search(text)):
        units += _count(further["n"] or further["more"]) or 0
    return Counts(units, plans, days)


def _units_before(lead: str) -> int | None:
    """The count right before a code: "4 units of", "three units of CPT", "4 x"."""
    nth = _NTH_BEFORE.search(lead[-40:])
    if nth:
        return _ORDINALS[nth["nth"].lower()]
    match = _UNITS_BEFORE.search(lead[-40:])
    return _count(match["n"]) if match else None


def _units_in(text: str) -> int | None:
    match = next((found for pattern in _UNITS if (found := pattern.search(text))), None)
    return _number(match) if match else None


def _plans_in(text: str) -> int | None:
    if _ONE_PLAN_AND_ANOTHER.search(text):
        return 2
    match = next((found for pattern in _PLANS if (found := pattern.search(text))), None)
    if match:
        return _count(match["n"])
    return 1 if _ONE_PLAN.search(text) else None


def _days_in(text: str) -> int | None:
    match = next((found for pattern in _DAYS if (found := pattern.search(text))), None)
    count = _count(match["n"]) if match else None
    return None if count is None or match is None else count * _SPANS[match["span"].lower()]


def _number(match: re.Match[str]) -> int | None:
    parts = match.groupdict()
    named = (parts.get("t") or parts.get("nth") or "").lower()
    return (_TIMES | _ORDINALS)[named] if named else _count(parts["n"])


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    in_words = number_in_words(written.lower().split())
    return in_words[0] if in_words else None
