"""What each policy says of billing codes, and what the national calendar adds."""

from __future__ import annotations

import pytest

from rules import code_findings, evaluate
from rules.bcbsnc.imrt_sarcoma_extremities import codes as bcbsnc_codes
from rules.determination import CodeFinding, CodeRequest, CodeStatus
from rules.facts import FactValue
from rules.lhcc.la_cp_mp_69_imrt import codes as lhcc_codes
from rules.policy import Policy
from rules.reference import national_codes
from tests.rules.policy_text import BCBSNC, LHCC, on, text_of

LISTED, NOT_LISTED = CodeStatus.LISTED, CodeStatus.NOT_LISTED
EXCEEDED, ASK = CodeStatus.LIMIT_EXCEEDED, CodeStatus.INFORMATION_NEEDED


def judge(
    policy: Policy, request: CodeRequest, day: str = "2025-12-31", age: int | None = None
) -> CodeFinding:
    facts: dict[str, FactValue] = {} if age is None else {"age": age}
    return code_findings(policy, facts, on(day), [request])[0]


@pytest.mark.parametrize(
    ("policy", "code", "expected"),
    [
        *((BCBSNC, code, LISTED) for code in ("77301", "77338", "77385", "77386")),
        *((BCBSNC, code, LISTED) for code in ("G6015", "g6016")),
        *((LHCC, code, LISTED) for code in ("77301", "77338", "77385", "77386")),
        *((policy, "77263", NOT_LISTED) for policy in (BCBSNC, LHCC)),
        *((policy, "77402", NOT_LISTED) for policy in (BCBSNC, LHCC)),
    ],
    ids=str,
)
def test_status(policy: Policy, code: str, expected: CodeStatus) -> None:
    assert judge(policy, CodeRequest(code)).status is expected


@pytest.mark.parametrize("code", ["G6015", "G6016", "G6015*"])
@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (20, CodeStatus.CASE_BY_CASE),
        (21, CodeStatus.NON_COVERED),
        (None, CodeStatus.INFORMATION_NEEDED),
    ],
)
def test_starred_codes_depend_on_the_age(code: str, age: int | None, expected: CodeStatus) -> None:
    found = judge(LHCC, CodeRequest(code), age=age)

    assert found.status is expected
    assert [fact.name for fact in found.missing] == (["age"] if age is None else [])
    assert lhcc_codes.STAR in found.quotes


@pytest.mark.parametrize(
    ("units", "plans", "days", "expected", "why"),
    [
        (None, None, None, LISTED, "nothing said of units"),
        (1, None, None, LISTED, "one unit"),
        (3, 3, 60, LISTED, "three units, three plans, one course"),
        (3, None, 60, LISTED, "three units, plans not said"),
        (4, 4, 60, EXCEEDED, "a fourth unit in a course"),
        (4, None, None, EXCEEDED, "a fourth unit, no longer span said"),
        (5, None, 1, EXCEEDED, "five units in a day"),
        (2, 1, 30, EXCEEDED, "two units for one plan"),
        (4, 3, 90, EXCEEDED, "four units for three plans, however long"),
        (4, 4, 61, ASK, "two courses may lie in 61 days"),
        (6, 6, 120, ASK, "two courses of three"),
        (7, 7, 120, EXCEEDED, "more than two courses can hold"),
    ],
)
def test_units_of_77338(
    units: int | None, plans: int | None, days: int | None, expected: CodeStatus, why: str
) -> None:
    found = judge(BCBSNC, CodeRequest("77338", units, plans, days))

    assert found.status is expected, why
    assert found.limit == bcbsnc_codes.LIMIT_IN_WORDS
    assert bcbsnc_codes.DEVICE_LIMIT in found.quotes


def test_lhcc_gives_no_unit_limit() -> None:
    found = judge(LHCC, CodeRequest("77338", units=9, plans=1, days=1))

    assert (found.status, found.limit) == (LISTED, None)


@pytest.mark.parametrize("code", ["77301", "77338", "G6015", "99999"])
def test_every_code_comes_with_the_sentence_that_promises_nothing(code: str) -> None:
    bcbsnc = [quote.text for quote in judge(BCBSNC, CodeRequest(code)).quotes]
    lhcc = [quote.text for quote in judge(LHCC, CodeRequest(code)).quotes]

    assert (
        "Inclusion of a code in this section does not guarantee that it will be reimbursed."
        in bcbsnc
    )
    assert any(text.startswith("Coverage is subject to each requested code's") for text in lhcc)


@pytest.mark.parametrize(
    ("policy", "before", "first"),
    [(BCBSNC, "2016-05-30", "2016-05-31"), (LHCC, "2025-06-18", "2025-06-19")],
    ids=["bcbsnc", "lhcc"],
)
def test_ahead_of_the_version_a_code_has_no_status(policy: Policy, before: str, first: str) -> None:
    request = CodeRequest("77301")

    assert judge(policy, request, before).status is CodeStatus.VERSION_UNAVAILABLE
    assert judge(policy, request, first).status is LISTED


@pytest.mark.parametrize("policy", [BCBSNC, LHCC], ids=["bcbsnc", "lhcc"])
@pytest.mark.parametrize("code", ["77385", "77386", "G6015", "G6016"])
def test_from_2026_four_codes_are_no_longer_valid_whatever_the_policy_says(
    policy: Policy, code: str
) -> None:
    last = judge(policy, CodeRequest(code), "2025-12-31", age=30)
    first = judge(policy, CodeRequest(code), "2026-01-01", age=30)

    assert last.valid_on_date_of_service
    assert last.note == ""
    assert not first.valid_on_date_of_service
    assert first.status is last.status
    assert first.note.startswith("Not policy text")
    assert all(delivery in first.note for delivery in ("77402", "77407", "77412"))


@pytest.mark.parametrize("code", ["77301", "77338"])
def test_planning_codes_stay_valid(code: str) -> None:
    assert national_codes.is_valid(code, on("2026-01-01"))


@pytest.mark.parametrize("policy", [BCBSNC, LHCC], ids=["bcbsnc", "lhcc"])
def test_the_codes_listed_are_those_of_the_document(policy: Policy) -> None:
    text = text_of(policy.id)

    assert len(policy.codes) == 6
    assert [code for code in policy.codes if code not in text] == []


def test_codes_stand_beside_the_outcome() -> None:
    facts: dict[str, FactValue] = {
        "tumor_type": "cancer",
        "tumor_site": "kidney",
        "age": 30,
    }
    found = evaluate(LHCC, facts, on("2025-12-01"), [CodeRequest("G6015")])

    assert found.outcome.value == "criteria_met"
    assert [code.status.value for code in found.codes] == ["non_covered"]
