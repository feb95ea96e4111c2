"""The date of service that a message gives, and the time that a history question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from spacy.tokens import Doc

from assistant.reading.calendar_days import WrittenDate, written_dates
from assistant.reading.mentions import Evidence, StatedDate, Untaken
from assistant.reading.tokens import clauses

FACT = "date_of_service"

_NAMED = r"date of service|dates of service|service date|d\.?o\.?s\b\.?|date of treatment"
_SERVICE = re.compile(
    rf"\b(?:{_NAMED}|first (?:fraction|treatment|session|day)|treatments?|treated|treat|"
    r"(?:will |to |is |are |was |be )?(?:start(?:s|ed|ing)?|begin(?:s|ning)?|began|begun)|"
    r"given|delivered|delivery|administered|performed|rendered|scheduled|planned for|"
    r"imrt|vmat|fractions?|services?|radiotherapy|radiation|rt)\b",
    re.IGNORECASE,
)
_NAMED_SERVICE = re.compile(rf"\b(?:{_NAMED})", re.IGNORECASE)
_OTHER = re.compile(
    r"\b(?:dob|d\.o\.b|born|birth\w*|bday|turn(?:s|ed)|approv\w+|effective|polic(?:y|ies)|"
    r"revis\w+|version|diagnos\w+|dx|biops\w+|resect\w+|surger\w+|surgical|operat\w+|excis\w+|"
    r"mastectomy|lumpectomy|amputat\w+|scans?|mri|pet|ct|seen|consult\w*|admi(?:t|ss)\w*|prior|"
    r"previous\w*|earlier|irradiated|recurr\w+|relaps\w+|since|until|expire\w*|letter|denied|"
    r"denial|submitted|filed|dated|authori[sz]\w+|chemo\w*|completed|finish\w*|ended|"
    r"last (?:fraction|treatment|session|day)|log|entry|guideline|nccn|enrolled|chang\w+|"
    r"updat\w+|sim|simulation|simulated|signed|called|re-?irradiat\w+|ago|reviewed|accessed|"
    r"first course|old course|already|followed|notification|publi\w+)\b",
    re.IGNORECASE,
)
_HISTORY_DOSE = re.compile(r"\d\s*c?gy\b.{0,40}\b(?:to the|same|in|on)\b", re.IGNORECASE)
_RELATIVE = re.compile(
    r"\b(?:today|yesterday|tomorrow)\b|"
    r"\b(?:last|next|this|coming|past) (?:week|month|year|fall|spring|summer|winter|"
    r"monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b|"
    r"(?:\b(?:starts?|starting|begins?|beginning|scheduled|due) )"
    r"(?P<ahead>in (?:an?|two|three|four|five|six|a few|\d+) (?:days?|weeks?|months?)\b)",
    re.IGNORECASE,
)
_CORRECTION = re.compile(
    r"\b(?:correction|sorry|i mean(?:t)?|actually|should (?:be|read|have been)|rather|instead|"
    r"not what|make that|wrong|typo|oops|wait)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\b(?:before|prior to|until|up to|earlier than) *(?:the *)?$", re.IGNORECASE)
_AFTER = re.compile(r"\b(?:after|since|from|later than|as of|starting) *(?:the *)?$", re.IGNORECASE)
_ALONE = re.compile(r"\b(?:on|it|was|is|the|date|for)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\bnot\s+(?:on\s+)?(?:the\s+)?[\w/ ,.-]{6,20}?\s*,?\s*but\s+(?:on\s+)?$", re.IGNORECASE
)
_DAYS_FROM_TODAY = {"today": 0, "yesterday": -1, "tomorrow": 1}
_REACH = 120  # characters of a clause in which a date looks for its cue
_AT_ANY_TIME = re.compile(
    r"\b(?:on (?:or|and) after|on (?:or|and) before|after|before|until|through|prior to|since)"
    r"\W*(?:effective\s*)?$",
    re.IGNORECASE,
)
_LATER = re.compile(r"^\s*,?\s*(?:and|or) (?:later|after|thereafter)\b", re.IGNORECASE)
_IN = re.compile(
    r"\b(?:in|of|for|from|starting|beginning|early|mid|late|service:?|dos:?)\s*$", re.IGNORECASE
)
_NOT = re.compile(r"\b(?:not|isn't|wasn't)\s+(?:on\s+|the\s+)*$", re.IGNORECASE)


@dataclass(frozen=True)
class DatesRead:
    """The date of service, at most one, and dates that look like one but were not taken."""

    dates: tuple[StatedDate, ...]
    untaken: tuple[Untaken, ...]


@dataclass(frozen=True)
class Period:
    """The time a history question is about; `before` is exclusive, `None` an open end."""

    since: date | None
    before: date | None
    evidence: Evidence


def read_date_of_service(doc: Doc, today: date) -> DatesRead:
    """The date of service that the message states; a later one corrects an earlier one."""
    text, bounds = doc.text, [(c.start_char, c.end_char) for c in clauses(doc)]
    stated: list[StatedDate] = []
    untaken: list[Untaken] = []
    found = written_dates(text)
    is_alone = len(found) == 1 and _is_all(text, found[0])
    for written in found:
        if not is_alone and not _is_service(text, bounds, written):
            continue
        evidence = Evidence(written.start, written.end, text[written.start : written.end])
        day = written.as_day()
        if day is not None:
            stated.append(StatedDate(day, evidence))
        else:
            untaken.append(Untaken(FACT, evidence, _why_no_day(written)))
    for match in _RELATIVE.finditer(text):
        span = match.span("ahead" if match["ahead"] else 0)
        place = WrittenDate(*span, None, None, 1)
        if not _is_service(text, bounds, place) and not _is_bare(text, place):
            continue
        evidence = Evidence(*span, text[slice(*span)])
        days = _DAYS_FROM_TODAY.get(match[0].lower())
        if days is None:
            untaken.append(Untaken(FACT, evidence, "the exact day was not said"))
        else:
            stated.append(StatedDate(today + timedelta(days=days), evidence))
    if not stated and not untaken:
        stated = _set_last(text, bounds, found)
    return _one(text, stated, untaken)


def read_as_of(doc: Doc) -> date | None:
    """The day to answer a history question for: the last one of the time that it is about."""
    period = read_period(doc)
    if period is None or period.before is None:
        return period.since if period else None
    return period.before - timedelta(days=1)


def read_period(doc: Doc) -> Period | None:
    """The day, month or year that a question about a policy's history is about."""
    text = doc.text
    for written in written_dates(text):
        span = _span_of(written)
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


def _one(text: str, stated: list[StatedDate], untaken: list[Untaken]) -> DatesRead:
    """The one date that holds: the corrected one, the one named so, or none of several."""
    if len({date_.day for date_ in stated}) < 2:
        return DatesRead(tuple(stated[-1:]), tuple(untaken))
    if _CORRECTION.search(text, stated[0].evidence.end) or _CORRECTION.match(text):
        return DatesRead((stated[-1],), tuple(untaken))
    named = [s for s in stated if _NAMED_SERVICE.search(text[: s.evidence.start][-40:])]
    if len({date_.day for date_ in named}) == 1:
        return DatesRead((named[-1],), tuple(untaken))
    whole = Evidence(
        stated[0].evidence.start,
        stated[-1].evidence.end,
        text[stated[0].evidence.start : stated[-1].evidence.end],
    )
    return DatesRead((), (*untaken, Untaken(FACT, whole, "two dates of service were given")))


def _set_last(
    text: str, bounds: list[tuple[int, int]], found: Sequence[WrittenDate]
) -> list[StatedDate]:
    """The one date that ends a message, with no word of what else it could be the date of."""
    if len(found) != 1 or text[found[0].end :].strip(" .,;:!?"):
        return []
    start, end, day = found[0].start, found[0].end, found[0].as_day()
    left = next((bound[0] for bound in bounds if bound[0] <= start < bound[1]), 0)
    is_other = any(cue.search(text, left, start) for cue in (_OTHER, _HISTORY_DOSE, _AT_ANY_TIME))
    if day is None or is_other or _NOT.search(text, left, start):
        return []
    return [StatedDate(day, Evidence(start, end, text[start:end]))]


def _is_service(text: str, bounds: list[tuple[int, int]], written: WrittenDate) -> bool:
    """Whether the words nearest to a date speak of the service, not of something else."""
    start, end = written.start, written.end
    clause = next((bound for bound in bounds if bound[0] <= start < bound[1]), None)
    if clause is None:
        return False
    left, right = max(clause[0], start - _REACH), min(clause[1], end + _REACH)
    is_only_year = written.month is None and written.day is None
    is_question = written.day is None and text[right : right + 1] == "?"
    named = bool(_NAMED_SERVICE.search(text, left, start))
    if _NOT.search(text, left, start) or is_only_year or is_question:
        return named and is_only_year
    is_open = _AT_ANY_TIME.search(text, left, start) or _LATER.search(text[end : end + 30])
    is_loose = written.day is None and not _IN.search(text, left, start)
    if is_open or is_loose or _HISTORY_DOSE.search(text, left, start):
        return False
    if _replaces_denied(text, start):
        return True
    part = text.rfind(", ", left, start) + 1
    if part and _SERVICE.search(text, part, start):
        left = part
    if _OTHER.search(text, left, start):
        return named
    return bool(_SERVICE.search(text, left, start)) or _is_service_behind(text, end, right)


def _replaces_denied(text: str, start: int) -> bool:
    """Whether the date follows one that was denied: "the service was not on ... but on ..."."""
    denied = _INSTEAD.search(text, max(0, start - _REACH), start)
    if denied is None:
        return False
    return bool(_SERVICE.search(text, max(0, denied.start() - _REACH), denied.start()))


def _is_service_behind(text: str, end: int, right: int) -> bool:
    comma = text.find(", ", end, right)
    right = comma if comma >= 0 else right
    service, other = _SERVICE.search(text, end, right), _OTHER.search(text, end, right)
    return service is not None and (other is None or service.start() < other.start())


def _why_no_day(written: WrittenDate) -> str:
    if written.is_whole:
        return "the calendar has no such day"
    if written.year is None:
        return "the year was not said"
    return "the exact day was not said"


def _span_of(written: WrittenDate) -> tuple[date, date] | None:
    if written.year is None:
        return None
    day = written.as_day()
    if day is not None:
        return day, day + timedelta(days=1)
    if written.day is not None or (written.month is not None and not 1 <= written.month <= 12):
        return None
    if written.month is None:
        return date(written.year, 1, 1), date(written.year + 1, 1, 1)
    next_year, next_month = divmod(written.month, 12)
    return (
        date(written.year, written.month, 1),
        date(written.year + next_year, next_month + 1, 1),
    )


def _is_all(text: str, written: WrittenDate) -> bool:
    rest = _ALONE.sub("", text[: written.start])
    return written.is_whole and not (rest + text[written.end :]).strip(" .,:;!'s")


def _is_bare(text: str, written: WrittenDate) -> bool:
    return not (text[: written.start] + text[written.end :]).strip(" .,:;!?")
