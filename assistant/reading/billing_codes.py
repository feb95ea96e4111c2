"""Billing codes of a message, with the units, plans and days said of them.

CPT codes of radiation oncology (77xxx) stand for themselves unless the words around make them a
zip code or a number of a person or claim. Any other code needs a word of billing, or a code that
stands for itself, in its sentence. ICD-10-CM codes are not billing codes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.reading.mentions import Evidence, StatedCode
from assistant.reading.numerals import WORDS, number_in_words
from assistant.reading.tokens import sentences

_CODE = re.compile(
    r"(?:(?<![\w.$#-])|(?<=cpt)|(?<=CPT))(?P<code>\d{5}|[A-Va-v]\d{4}|\d{4}[TtFfUu])(?:-(?P<modifier>[A-Za-z0-9]{2}))?"
    r"(?=[xX]\d|(?![\w%]|[.]\d|-\d))"
)
_BILLING = re.compile(
    r"\b(?:cpts?|hcpcs|codes?|coding|bill(?:s|ed|ing)?|units?|modifier|claim line|charge[sd]?|"
    r"reimburs\w+|fee schedule)\b",
    re.IGNORECASE,
)
_OF_A_NUMBER = re.compile(
    r"\b(?:zip(?:\s?code)?|mrn|npi|ssn|fax|phone|tel|ext|room|suite|box|acct|account|chart|record|"
    r"transmittal|request|cr|br|pub|reason codes?|section|chapter|"
    r"(?:member|claim|case|auth\w*|ref\w*|policy|group|patient|subscriber)\s?"
    r"(?:id|number|no\.?|#)|id)\s*[:#.]?\s*(?:is\s+)?$",
    re.IGNORECASE,
)
_ICD = re.compile(r"\b(?:icd(?:-?10)?(?:-?cm)?|diagnosis|dx|diagnoses|diag)\b", re.IGNORECASE)
_STATES = frozenset({"TX", "NC", "LA", "CA", "NY", "FL", "GA", "SC", "VA", "TN", "AL", "MS", "AR"})

_COUNT = rf"(?P<n>\b\d{{1,3}}|\b(?:{'|'.join(word for word in WORDS if word != 'zero')}))"
_NTH = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_SHORT_NTH = ("1st", "2nd", "3rd", "4th", "5th", "6th", "7th")
_ORDINALS = {nth: n for names in (_NTH, _SHORT_NTH) for n, nth in enumerate(names, start=1)}
_TIMES = {"once": 1, "twice": 2, "thrice": 3}
_SPANS = {"day": 1, "week": 7, "month": 30}
_UNITS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<nth>{'|'.join(_ORDINALS)})\s+(?:billing\s+)?unit\b",
        rf"{_COUNT}\s*-?\s*(?:billing\s+)?units?\b",
        rf"{_COUNT}\s*(?:times\b|x\b(?!\s*\d))",
        r"(?:\bx|×|\*)\s*(?P<n>\d{1,3})\b(?!\s*(?:day|week|fraction))",
        rf"\b(?:units?|qty|quantity)\.?\s*[:=]?\s*{_COUNT}\b",
        r"\b(?P<t>once|twice|thrice)\b(?!\s+per\b)",
    )
)
_UNITS_OF = re.compile(
    rf"{_COUNT}\s*(?:(?:x|×)\s*|(?:units?|times|charges?)\s*(?:of|for)?\s*|of\s*)"
    r"(?:cpt|code|hcpcs)?\s*$",
    re.IGNORECASE,
)
_NTH_OF = re.compile(rf"\b(?P<nth>{'|'.join(_ORDINALS)})\s+(?:cpt|code|hcpcs)?\s*$", re.IGNORECASE)
_PLANS = re.compile(
    rf"{_COUNT}\s+(?:(?:different|separate|distinct|new|imrt|vmat)\s+)*plans?\b",
    re.IGNORECASE,
)
_ONE_PLAN = re.compile(
    r"\b(?:a |the )?(?:single|same|only one|just one)\s+(?:imrt\s+|vmat\s+)?plan\b", re.IGNORECASE
)
_DAYS = re.compile(rf"{_COUNT}[\s-]*(?P<span>day|week|month)s?\b(?!\s*(?:ago|old))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Found:
    code: str
    start: int
    end: int


def read_billing_codes(doc: Doc) -> list[StatedCode]:
    """The billing codes in order, each once; the last count said of a code holds."""
    text = doc.text
    spans = [(sentence.start_char, sentence.end_char) for sentence in sentences(doc)]
    stated: dict[str, StatedCode] = {}
    last: list[str] = []
    for start, end in spans:
        found = list(_codes(text, start, end))
        is_only = len({code.code for code in found}) == 1
        for place, code in enumerate(found):
            said = _stated(text, (start, end), found, place)
            stated[code.code] = _joined(stated.get(code.code), said)
        if is_only:
            rest = _CODE.sub(" ", text[start:end])
            stated[found[0].code] = _with_counts(stated[found[0].code], rest)
        if found:
            last = [code.code for code in found]
        elif len(set(last)) == 1:
            stated[last[0]] = _with_counts(stated[last[0]], text[start:end])
    return list(stated.values())


def _codes(text: str, start: int, end: int) -> Iterator[_Found]:
    matches = [m for m in _CODE.finditer(text, start, end) if not _is_another_number(text, m)]
    has_billing = bool(_BILLING.search(text, start, end))
    has_icd = bool(_ICD.search(text, start, end))
    has_plain = any(_stands_for_itself(match["code"]) for match in matches)
    for match in matches:
        code = match["code"].upper()
        if not _stands_for_itself(code):
            is_letter_code = code[0].isalpha()
            if not (has_billing or (has_plain and not is_letter_code)):
                continue
            if is_letter_code and has_icd:
                continue
        modified = match["modifier"]
        yield _Found(code, match.start(), match.end() if modified else match.end("code"))


def _stands_for_itself(code: str) -> bool:
    return code.startswith("77") or code[:1] in {"G", "g"}


def _is_another_number(text: str, match: re.Match[str]) -> bool:
    """Whether the words before make the digits a zip code, a member's number or the like."""
    lead = text[max(0, match.start() - 30) : match.start()]
    words = lead.split()
    is_zip = bool(words) and words[-1].strip(",") in _STATES and match["code"].isdigit()
    return is_zip or _OF_A_NUMBER.search(lead) is not None


def _stated(
    text: str, sentence: tuple[int, int], found: Sequence[_Found], place: int
) -> StatedCode:
    """The code with what the words between its neighbours say of it."""
    code = found[place]
    before = found[place - 1].end if place else sentence[0]
    behind = found[place + 1].start if place + 1 < len(found) else sentence[1]
    evidence = Evidence(code.start, code.end, text[code.start : code.end])
    lead, tail = text[before : code.start], text[code.end : behind]
    units = _units_before(lead) or _units_in(tail)
    return StatedCode(code.code, evidence, units, _plans_in(tail), _days_in(tail))


def _with_counts(stated: StatedCode, text: str) -> StatedCode:
    """What words without another code say of the only code beside them."""
    return StatedCode(
        stated.code,
        stated.evidence,
        stated.units or _units_in(text),
        stated.plans or _plans_in(text),
        stated.days or _days_in(text),
    )


def _joined(earlier: StatedCode | None, later: StatedCode) -> StatedCode:
    if earlier is None:
        return later
    return StatedCode(
        later.code,
        later.evidence if later.units is not None else earlier.evidence,
        later.units if later.units is not None else earlier.units,
        later.plans if later.plans is not None else earlier.plans,
        later.days if later.days is not None else earlier.days,
    )


def _units_before(lead: str) -> int | None:
    """The count right before a code: "4 units of", "three units of CPT", "4 x"."""
    nth = _NTH_OF.search(lead[-40:])
    if nth:
        return _ORDINALS[nth["nth"].lower()]
    match = _UNITS_OF.search(lead[-40:])
    return _count(match["n"]) if match else None


def _units_in(text: str) -> int | None:
    for pattern in _UNITS:
        match = pattern.search(text)
        if match:
            parts = match.groupdict()
            named = (parts.get("t") or parts.get("nth") or "").lower()
            return (_TIMES | _ORDINALS)[named] if named else _count(parts["n"])
    return None


def _plans_in(text: str) -> int | None:
    match = _PLANS.search(text)
    if match:
        return _count(match["n"])
    return 1 if _ONE_PLAN.search(text) else None


def _days_in(text: str) -> int | None:
    match = _DAYS.search(text)
    if match is None:
        return None
    count = _count(match["n"])
    return None if count is None else count * _SPANS[match["span"].lower()]


def _count(written: str) -> int | None:
    if written.isdigit():
        return int(written)
    in_words = number_in_words(written.lower().split())
    return in_words[0] if in_words else None
