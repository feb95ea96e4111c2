"""Billing codes and their limits, asked of the documents."""

from __future__ import annotations

import pytest

from rules.determination import CodeStatus
from tests.assistant.lookup.asking import BCBSNC, LHCC, ask, quoted, text_of

NO_GUARANTEE = "Inclusion of a code in this section does not guarantee that it will be reimbursed."
LIMIT = (
    "CPT 77338 is reported once per IMRT plan and is limited to 3 units per 60-day treatment "
    "course."
)
STAR = (
    "Non-covered codes are denoted (*) and are reviewed for Medical Necessity for members under 21 "
    "years of age on a per case basis."
)
FEE_SCHEDULE = (
    "Coverage is subject to each requested code's inclusion on the corresponding LDH fee schedule."
)


def test_codes_on_and_off_the_list_are_told_apart() -> None:
    draft = ask("Are 77301 and G6015 on the Blue Cross NC list, and what about 77263?", "bcbsnc")
    assert [(found.code, found.status.value) for found in draft.codes] == [
        ("77301", "listed"),
        ("G6015", "listed"),
        ("77263", "not_listed"),
    ]
    assert draft.policy_id == BCBSNC
    assert draft.outcome is None
    assert NO_GUARANTEE in quoted(draft)


@pytest.mark.parametrize(
    ("age", "status"),
    [(20, CodeStatus.CASE_BY_CASE), (21, CodeStatus.NON_COVERED), (30, CodeStatus.NON_COVERED)],
)
def test_a_starred_code_of_lhcc_hangs_on_the_age(age: int, status: CodeStatus) -> None:
    draft = ask("what is the status of 77338 and of G6016?", "lhcc", facts={"age": age})
    assert [found.status for found in draft.codes] == [CodeStatus.LISTED, status]
    assert {STAR, FEE_SCHEDULE} <= set(quoted(draft))


def test_the_age_is_asked_for_where_a_starred_code_hangs_on_it() -> None:
    draft = ask("status of G6015?", "lhcc")
    assert draft.codes[0].status is CodeStatus.INFORMATION_NEEDED
    assert "How old is the patient" in text_of(draft)


def test_a_retired_code_is_noted_as_no_policy_text() -> None:
    draft = ask("Is 77386 listed?", "bcbsnc")
    assert not draft.codes[0].valid_on_date_of_service
    assert "Not policy text: national coding retired 77386" in text_of(draft)


def test_three_units_for_three_plans_are_within_the_limit() -> None:
    draft = ask("Three units of 77338 in one course: within the limit?", "bcbsnc", units=3, plans=3)
    assert draft.codes[0].status is CodeStatus.LISTED
    assert LIMIT in quoted(draft)


def test_a_fourth_unit_is_over_the_limit() -> None:
    draft = ask("4 units of 77338 in one 60-day course?", "bcbsnc", units=4)
    assert draft.codes[0].status is CodeStatus.LIMIT_EXCEEDED
    assert "over the limit" in draft.headline


def test_how_many_units_is_answered_in_the_first_sentence() -> None:
    draft = ask("How many 77338 can I bill?", "bcbsnc")
    assert draft.headline == (
        "BCBSNC: one unit per IMRT plan, at most 3 units per 60-day treatment course."
    )


def test_lhcc_gives_no_unit_limit() -> None:
    assert ask("Is there a limit on 77338?", "lhcc").headline == "LHCC gives no unit limit for it."


def test_without_a_payer_every_list_is_read() -> None:
    draft = ask("Is 77301 on the list?")
    assert {c.policy_id for line in draft.lines for c in line.cites} == {BCBSNC, LHCC}
    assert len(draft.notices) == 2


def test_without_a_code_all_listed_codes_are_named() -> None:
    draft = ask("Which CPT codes are listed?", "lhcc")
    codes = [found.code for found in draft.codes]
    assert codes == ["77301", "77338", "77385", "77386", "G6015", "G6016"]
