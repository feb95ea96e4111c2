"""What the policy says of billing codes, the limit on 77338 included."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rules.bcbsnc.imrt_sarcoma_extremities.history import LOG
from rules.bcbsnc.imrt_sarcoma_extremities.readings import COURSE_DAYS
from rules.case import Case
from rules.determination import CodeFinding, CodeRequest, CodeStatus, Quote
from rules.reference import national_codes

LISTED = ("77301", "77338", "77385", "77386", "G6015", "G6016")
LIST = Quote("Applicable service codes: 77301, 77338, 77385, 77386, G6015, G6016")
NO_GUARANTEE = Quote(
    "Inclusion of a code in this section does not guarantee that it will be reimbursed."
)
DEVICE = "77338"
DEVICE_LIMIT = Quote(
    "CPT 77338 is reported once per IMRT plan and is limited to 3 units per 60-day treatment "
    "course."
)
COURSE_UNITS = 3
COURSE_DAYS_LONG = 60
LIMIT_IN_WORDS = "one unit per IMRT plan, at most 3 units per 60-day treatment course"


@dataclass(frozen=True)
class _Counted:
    status: CodeStatus
    note: str = ""


def judge_code(case: Case, day: date, request: CodeRequest) -> CodeFinding:  # noqa: ARG001
    """The status of one code on the date of service; the facts of the case play no part."""
    code = request.code.strip().upper()
    first = LOG[0]
    counted, quotes = _status(code, request)
    if first.effective and day < first.effective:
        none_yet = "No version of the policy was in force on the date of service."
        counted = _Counted(CodeStatus.VERSION_UNAVAILABLE, none_yet)
        quotes = (first.says(), NO_GUARANTEE)
    return CodeFinding(
        code,
        counted.status,
        national_codes.is_valid(code, day),
        LIMIT_IN_WORDS if code == DEVICE else None,
        quotes,
        " ".join(filter(None, (counted.note, national_codes.note_on(code, day)))),
    )


def _status(code: str, request: CodeRequest) -> tuple[_Counted, tuple[Quote, ...]]:
    if code == DEVICE:
        return _count(request), (DEVICE_LIMIT, LIST, NO_GUARANTEE)
    status = CodeStatus.LISTED if code in LISTED else CodeStatus.NOT_LISTED
    return _Counted(status), (LIST, NO_GUARANTEE)


def _count(request: CodeRequest) -> _Counted:
    """One unit for each plan, three in a course; a longer span can hold several courses."""
    units, plans, days = request.units, request.plans, request.days
    if units is None:
        return _Counted(CodeStatus.LISTED)
    if plans is not None and units > plans:
        return _Counted(CodeStatus.LIMIT_EXCEEDED, f"{units} units for {plans} IMRT plans.")
    courses = 1 if days is None else max(1, -(-days // COURSE_DAYS_LONG))
    if units > COURSE_UNITS * courses:
        span = "one treatment course" if days is None else f"{days} days"
        return _Counted(CodeStatus.LIMIT_EXCEEDED, f"{units} units within {span}.")
    if units > COURSE_UNITS:
        return _Counted(
            CodeStatus.INFORMATION_NEEDED,
            f"{units} units in {days} days: at most {COURSE_UNITS} may fall within any "
            f"{COURSE_DAYS_LONG}-day course; the dates decide. {COURSE_DAYS.reading}",
        )
    if plans is None and units > 1:
        return _Counted(CodeStatus.LISTED, "Within the limit if each unit has its own IMRT plan.")
    return _Counted(CodeStatus.LISTED)
