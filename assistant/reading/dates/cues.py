"""What a date of a message is the date of, by the words nearest to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

_NAMED = r"date of service|dates of service|service dates?|d\.?o\.?s\b\.?|date of treatment"
_SERVICE = re.compile(
    rf"\b(?:{_NAMED}|first (?:fraction|treatment|session|day)|treatments?|tx|treated|treat|"
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
    r"denial|(?:re)?submi\w+|filed|dated|authori[sz]\w+|chemo\w*|log|entry|guideline|nccn|enrolled|"
    r"chang\w+|updat\w+|sim|simulation|simulated|signed|called|re-?irradiat\w+|ago|reviewed|"
    r"accessed|first course|old course|already|followed|notification|publi\w+)\b",
    re.IGNORECASE,
)
_ENDED = re.compile(
    r"\b(?:complet(?:ed|ion)|finish\w*|ended|concluded|"
    r"last (?:fraction|treatment|session|day))\b",
    re.IGNORECASE,
)
_RADIATION = re.compile(
    r"\b(?:imrt|vmat|radiotherapy|radiation|rt|treatments?|fractions?)\b", re.IGNORECASE
)
_GIVEN_BEFORE = re.compile(
    r"\b(?:claims?|appeal\w*|retro\w*|deni(?:ed|al)|reconsider\w*|resubmi\w+|billed|audit\w*|"
    r"remittance|overpayment|recoup\w*)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:start(?:s|ing)?|begin(?:s|ning)?|commenc\w+|scheduled|due)\s+$", re.IGNORECASE
)
_IMRT_IN = re.compile(
    r"\b(?:imrt|vmat|tomotherapy)"
    r"(?: (?:was|were|had been|given|delivered|done|performed|started|course|treatment|back)){0,3}"
    r" (?:in|during) $",
    re.IGNORECASE,
)
_TREATED_IN = re.compile(
    r"^[^.;:\n]{3,80}[,;] (?:was |is |to be )?(?:treated|irradiated|rt|imrt|radiotherapy)"
    r"(?: given| done)?(?: in| during)? $",
    re.IGNORECASE,
)
"""A whole message that ends with the time of its treatment: "rectal cancer, treated 2021"."""

_RADIATION_IN = re.compile(
    r"\b(?:treated|treatment|radiation|radiotherapy|services?)(?: \w+)? (?:in|during) $",
    re.IGNORECASE,
)
_HISTORY_DOSE = re.compile(r"\d\s*c?gy\b.{0,40}\b(?:to the|same|in|on)\b", re.IGNORECASE)
_INSTEAD = re.compile(
    r"\bnot\s+(?:on\s+)?(?:the\s+)?[\w/ ,.-]{6,20}?\s*,?\s*but\s+(?:on\s+)?$", re.IGNORECASE
)
_AT_ANY_TIME = re.compile(
    r"\b(?:on (?:or|and) after|on (?:or|and) before|after|before|until|through|prior to|since)"
    r"\W*(?:effective\s*)?$",
    re.IGNORECASE,
)
_LATER = re.compile(r"^\s*,?\s*(?:and|or) (?:later|after|thereafter)\b", re.IGNORECASE)
_IN = re.compile(
    r"\b(?:in|of|for|from|between|starting|beginning|early|mid|late|service:?|dos:?|treated|"
    r"given|delivered|started|began)\s*$",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|isn't|wasn't)\s+(?:on\s+|the\s+)*$", re.IGNORECASE)
_REACH = 120  # characters of a clause in which a date looks for its cue


_WORD = re.compile(r"[^\W\d_]+")
_ENDS = re.compile(r"[.;\n](?:\s|$)")
_JOINERS = re.compile(
    r"(?:and|or|then|again|also|to|through|thru|until|till|on|the|from|no|not|but|sorry|i|mean|"
    r"meant|correction|actually|rather|make|that|should|be|read|oops|wait|was|is|of)",
    re.IGNORECASE,
)
_JOINS_SERVICE = re.compile(
    r"\s*\)?\s*(?:and|but|while|whereas|with|then|so)\s(?:\s*(?:the|his|her|their|this|we|a|an))*\s*"
    rf"(?:{_SERVICE.pattern})",
    re.IGNORECASE,
)


class Role(Enum):
    """What happened on a date: the service, its last day, or something else."""

    SERVICE = "service"
    END = "end"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Told:
    """Days told at `start` to `end` of a message; `since` is `None` where no such day is known.

    `form` is "day", "month", "year", "ago", "ahead" or "span"; `why` says why it is not one day.
    """

    start: int
    end: int
    form: str
    since: date | None
    before: date | None
    why: str = ""


def role_of(
    text: str, bounds: Sequence[tuple[int, int]], told: Told, before: Told | None = None
) -> Role:
    """Whether the words nearest to a date speak of the service, of its end or something else.

    `bounds` are the clauses of the text, `before` is the date before this one.
    """
    if before is not None and _has_own_event(text, before, told):
        bounds = [*bounds, (before.end, told.end)][::-1]
    if told.form == "ahead" and not _STARTS.search(text, 0, told.start):
        return Role.OTHER
    if told.form == "ago" and not _GIVEN_BEFORE.search(text):
        return Role.OTHER
    if _is_end(text, bounds, told):
        return Role.END if _GIVEN_BEFORE.search(text) else Role.OTHER
    return Role.SERVICE if _is_service(text, bounds, told) else Role.OTHER


def is_of_something_else(text: str, left: int, start: int) -> bool:
    """Whether the words from `left` up to a date make it the date of something else."""
    cues = (_OTHER, _ENDED, _HISTORY_DOSE, _AT_ANY_TIME, _NOT)
    return any(cue.search(text, left, start) for cue in cues)


def names_service(text: str, start: int) -> bool:
    """Whether "date of service" or the like stands right before a date."""
    return bool(_NAMED_SERVICE.search(text[:start][-40:]))


def _has_own_event(text: str, before: Told, told: Told) -> bool:
    """Whether a date has words of its own: "treated 4/8/2025, PSA on 9/1/2025".

    They stand behind a comma, or join the service: "born 12/1/2008 and the IMRT starts 12/1/2026".
    """
    between = text[before.end : told.start]
    is_next = between.lstrip(" )").startswith(",") and not _ENDS.search(between)
    has_own = any(_JOINERS.fullmatch(word) is None for word in _WORD.findall(between))
    return has_own and (is_next or _JOINS_SERVICE.match(between) is not None)


def _is_end(text: str, bounds: Sequence[tuple[int, int]], told: Told) -> bool:
    """Whether it says "IMRT completed on" the date, with no other event in between."""
    left = next((bound[0] for bound in bounds if bound[0] <= told.start < bound[1]), told.start)
    ended = list(_ENDED.finditer(text, left, told.start))
    if not ended or _OTHER.search(text, left, told.start):
        return False
    is_nearest = not _SERVICE.search(text, ended[-1].end(), told.start)
    return is_nearest and bool(_RADIATION.search(text, left, ended[-1].end()))


def _is_service(text: str, bounds: Sequence[tuple[int, int]], told: Told) -> bool:
    """Whether the words nearest to a date speak of the service, not of something else."""
    start, end = told.start, told.end
    clause = next((bound for bound in bounds if bound[0] <= start < bound[1]), None)
    if clause is None:
        return False
    left, right = max(clause[0], start - _REACH), min(clause[1], end + _REACH)
    is_year = told.form == "year"
    is_question = told.form in {"month", "year"} and text[right : right + 1] == "?"
    named = bool(_NAMED_SERVICE.search(text, left, start))
    if _NOT.search(text, left, start) or is_year or is_question:
        is_claimed = _GIVEN_BEFORE.search(text) and _RADIATION_IN.search(text, left, start)
        is_whole = _TREATED_IN.search(text[:start]) and not text[end:].strip(" .?!")
        return is_year and bool(
            named or is_claimed or is_whole or _IMRT_IN.search(text, left, start)
        )
    is_open = _AT_ANY_TIME.search(text, left, start) or _LATER.search(text[end : end + 30])
    is_loose = told.form == "month" and not _IN.search(text, left, start)
    if is_open or is_loose or _HISTORY_DOSE.search(text, left, start):
        return False
    if _replaces_denied(text, start):
        return True
    part = text.rfind(", ", left, start) + 1
    if part and _SERVICE.search(text, part, start):
        left = part
    if _OTHER.search(text, left, start) or _ENDED.search(text, left, start):
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
    others = [m for m in (_OTHER.search(text, end, right), _ENDED.search(text, end, right)) if m]
    service = _SERVICE.search(text, end, right)
    return service is not None and all(service.start() < other.start() for other in others)
