"""A patient may be told of where no coverage is asked; a case may ask with a list's words."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.reading.questions.topics import Topic
from assistant.reading.reading import Known
from assistant.reading.rule_reader import RuleReader

READER = RuleReader({"lhcc": ("Louisiana Healthcare Connections", "LHCC"), "bcbsnc": ("BCBSNC",)})


def topics(message: str, payer: str | None = None) -> list[Topic]:
    read = READER.read(message, Known({}, None, False, None, date(2026, 11, 21), payer))
    return [read.question.topic, *(each.topic for each in read.further)]


@pytest.mark.parametrize(
    "message",
    [
        "My dad has prostate cancer, LHCC. We sent the auth in last week, any word on it?",
        "68F anal cancer, LHCC. The referral is still pending. Who is handling it and may we "
        "proceed before there's a decision?",
        "has the auth for my lung cancer patient come through already?",
    ],
)
def test_where_a_request_stands_is_no_case(message: str) -> None:
    assert topics(message)[0] is Topic.CLAIM


def test_a_pending_request_beside_the_criteria_asked_for_is_a_case() -> None:
    message = "LHCC member, 70, bladder cancer. PA request is pending. Does he meet the criteria?"
    assert topics(message)[0] is Topic.CASE


@pytest.mark.parametrize(
    "message",
    [
        "7-year-old with ependymoma, LHCC. The family wants proton therapy, not IMRT. What do you "
        "require for that?",
        "Requesting SBRT rather than IMRT for an early stage lung cancer, 71M, LHCC. Criteria?",
    ],
)
def test_another_treatment_in_place_of_imrt_is_no_case(message: str) -> None:
    assert topics(message)[0] is Topic.OTHER_SERVICE


@pytest.mark.parametrize(
    "message",
    [
        "We treated a 66M, pancreatic cancer, LHCC. Code 77385.",
        "60F cervical cancer, LHCC. Is this indication on the list?",
        "72 yo M, prostate adenocarcinoma, LHCC. Which indication applies?",
        "meningioma, WHO I, 55F, LHCC",
    ],
)
def test_a_patient_told_of_is_a_case_though_a_list_is_asked_about(message: str) -> None:
    assert topics(message) == [Topic.CASE]


def test_each_of_two_questions_announced_is_read() -> None:
    message = "Two questions: is 77427 listed, and what does the policy say about re-irradiation?"
    assert topics(message) == [Topic.CODES, Topic.CRITERIA]


def test_the_program_of_the_payer_known_is_no_other_payer() -> None:
    message = "my patient has prostate cancer, Medicaid, ok?"
    assert topics(message, payer="lhcc") == [Topic.CASE]
    assert topics(message, payer="bcbsnc") == [Topic.OTHER_PAYER]
