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

from assistant.reading.codes.spoken import spoken_codes
from assistant.reading.codes.units import Counts, counts_in
from assistant.reading.language.once import message_of
from assistant.reading.language.tokens import sentences
from assistant.reading.mentions import Evidence, StatedCode

_CODE = re.compile(
    r"(?:(?<![\w.$#-])|(?<=cpt)|(?<=CPT))(?P<code>\d{5}|[A-Va-v]\d{4}|[Gg]-\d{4}|\d{4}[TtFfUu])(?:-(?P<modifier>[A-Za-z0-9]{2}))?"
    r"(?=[xX]\d|(?![\w%]|[.]\d|-\d))"
)
_BILLING = re.compile(
    r"\b(?:cpts?|hcpcs|codes?|coding|bill(?:s|ed|ing)?|units?|modifier|claim line|charge[sd]?|"
    r"reimburs\w+|fee schedule)\b",
    re.IGNORECASE,
)
_OF_A_NUMBER = re.compile(
    r"\b(?:zip(?:\s?code)?|mrn|npi|ssn|fax|phone|tel|ext\w*|room|suite|box|acct|account|chart|record|"
    r"transmittal|(?:change|transmittal) request|cr|br|pub|reason codes?|section|chapter|"
    r"(?:member|claim|case|auth\w*|ref\w*|policy|group|patient|subscriber)\s?"
    r"(?:id|number|no\.?|#)|id)\s*[:#.]?\s*(?:is\s+)?$",
    re.IGNORECASE,
)
_ICD = re.compile(r"\b(?:icd(?:-?10)?(?:-?cm)?|diagnosis|dx|diagnoses|diag)\b", re.IGNORECASE)
_STATES = frozenset({"TX", "NC", "LA", "CA", "NY", "FL", "GA", "SC", "VA", "TN", "AL", "MS", "AR"})


@dataclass(frozen=True, slots=True)
class _Found:
    code: str
    start: int
    end: int


def read_billing_codes(doc: Doc) -> list[StatedCode]:
    """The billing codes in order, each once; the last count said of a code holds."""
    text = message_of(doc)
    spans = [(sentence.start_char, sentence.end_char) for sentence in sentences(doc)]
    stated: dict[str, StatedCode] = {}
    last: list[str] = []
    for start, end in spans:
        spoken = [_Found(*each) for each in spoken_codes(text, start, end)]
        found = sorted([*_codes(text, start, end), *spoken], key=lambda each: each.start)
        is_only = len({code.code for code in found}) == 1
        for place, code in enumerate(found):
            said = _stated(text, (start, end), found, place)
            stated[code.code] = _joined(stated.get(code.code), said)
        if is_only:
            rest = text[start : found[0].start] + " " + text[found[-1].end : end]
            stated[found[0].code] = _with_counts(stated[found[0].code], rest)
        if found:
            last = [code.code for code in found]
        elif len(set(last)) == 1:
            stated[last[0]] = _with_counts(stated[last[0]], text[start:end])
    return list(stated.values())


def _codes(text: str, start: int, end: int) -> Iterator[_Found]:
    matches = [m for m in _CODE.finditer(text, start, end) if not _is_another_number(text, m)]
    if not matches:
        return
    has_billing = bool(_BILLING.search(text, start, end))
    has_icd = bool(_ICD.search(text, start, end))
    has_plain = any(_stands_for_itself(match["code"]) for match in matches)
    for match in matches:
        code = match["code"].upper().replace("-", "")
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
    counts = counts_in(text[code.end : behind], text[before : code.start])
    return StatedCode(code.code, evidence, counts.units, counts.plans, counts.days)


def _with_counts(stated: StatedCode, text: str) -> StatedCode:
    """What words without another code say of the only code beside them."""
    known = Counts(stated.units, stated.plans, stated.days).filled_from(counts_in(text))
    return StatedCode(stated.code, stated.evidence, known.units, known.plans, known.days)


def _joined(earlier: StatedCode | None, later: StatedCode) -> StatedCode:
    if earlier is None:
        return later
    counts = Counts(later.units, later.plans, later.days)
    counts = counts.filled_from(Counts(earlier.units, earlier.plans, earlier.days))
    evidence = later.evidence if later.units is not None else earlier.evidence
    return StatedCode(later.code, evidence, counts.units, counts.plans, counts.days)
