"""What the policy says of billing codes, those marked as non-covered included."""

from __future__ import annotations

from datetime import date

from rules.case import Case, below
from rules.common_facts import AGE
from rules.determination import CodeFinding, CodeRequest, CodeStatus, Quote
from rules.findings import Truth
from rules.lhcc.la_cp_mp_69_imrt.history import REWRITTEN
from rules.reference import national_codes

LISTED = ("77301", "77338", "77385", "77386")
STARRED = ("G6015", "G6016")
FEE_SCHEDULE = Quote(
    "Coverage is subject to each requested code's inclusion on the corresponding LDH fee schedule."
)
STAR = Quote(
    "Non-covered codes are denoted (*) and are reviewed for Medical Necessity for members under 21 "
    "years of age on a per case basis."
)
NO_GUARANTEE = Quote("Inclusion or exclusion of any codes does not guarantee coverage.")
CASE_BY_CASE_BELOW = 21


def judge_code(case: Case, day: date, request: CodeRequest) -> CodeFinding:
    """The status of one code on the date of service; for starred codes the age decides."""
    code = request.code.strip().upper().rstrip("*")
    is_valid = national_codes.is_valid(code, day)
    note = national_codes.note_on(code, day)
    status, quotes = _status(case, code)
    if REWRITTEN.effective and day < REWRITTEN.effective:
        status, quotes = CodeStatus.VERSION_UNAVAILABLE, (REWRITTEN.says(), FEE_SCHEDULE)
    missing = (AGE,) if status is CodeStatus.INFORMATION_NEEDED else ()
    return CodeFinding(code, status, is_valid, None, quotes, note, missing)


def _status(case: Case, code: str) -> tuple[CodeStatus, tuple[Quote, ...]]:
    if code in LISTED:
        return CodeStatus.LISTED, (Quote(code, code), FEE_SCHEDULE, NO_GUARANTEE)
    if code not in STARRED:
        return CodeStatus.NOT_LISTED, (NO_GUARANTEE, FEE_SCHEDULE)
    quotes = (Quote(f"{code}*", code), STAR, FEE_SCHEDULE)
    match below(case, AGE, CASE_BY_CASE_BELOW).truth:
        case Truth.MET:
            return CodeStatus.CASE_BY_CASE, quotes
        case Truth.NOT_MET:
            return CodeStatus.NON_COVERED, quotes
        case Truth.UNKNOWN:
            return CodeStatus.INFORMATION_NEEDED, quotes
