"""Several questions in one message: where it is cut, and what is answered beside what."""

from __future__ import annotations

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Evidence
from assistant.reading.questions.asked_parts import asked_parts
from assistant.reading.questions.several import read_questions
from assistant.reading.questions.topics import Question, Topic


def read(message: str, *stated: str) -> tuple[Question, ...]:
    return read_questions(tokenize(message), has_case_facts=bool(stated), stated=stated)


def topics(message: str, *stated: str) -> list[Topic]:
    return [question.topic for question in read(message, *stated)]


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        ("How many units are allowed and who reviewed it?", 2),
        ("What is the limit, and from which day does it apply?", 2),
        ("Is there a copay? Also, is there a related policy?", 2),
        ("send me the references and the disclaimer", 2),
        ("Which bones and joints are named?", 1),
        ("She has a thymoma and was never irradiated.", 1),
    ],
)
def test_a_message_is_cut_where_another_question_begins(message: str, parts: int) -> None:
    assert len(asked_parts(tokenize(message))) == parts


def test_each_part_keeps_its_own_words_at_their_offsets() -> None:
    message = "What is IMRT? And how many units of 77338 are allowed?"
    for question in read(message):
        part = question.asked_in
        assert isinstance(part, Evidence)
        assert message[part.start : part.end] == part.text


@pytest.mark.parametrize(
    ("message", "expected"),
    [
        (
            "How do you define APBI, and how many units of 77338 are allowed?",
            ["definition", "limits"],
        ),
        ("Show me the disclaimer and the codes", ["disclaimer", "codes"]),
        (
            "When was the log last updated? Is proton therapy covered?",
            ["effective_date", "other_service"],
        ),
        ("which study supports APBI, and what changed in 2023?", ["references", "history"]),
        ("which codes are listed and which codes are not payable", ["codes"]),
        ("When was criterion B changed, and when was it approved?", ["history"]),
    ],
)
def test_questions_of_different_kinds_are_each_read(message: str, expected: list[str]) -> None:
    assert [topic.value for topic in topics(message)] == expected


def test_a_case_comes_first_and_the_copay_beside_it() -> None:
    message = "What's her copay? And are the criteria met for this vulvar cancer?"
    assert topics(message, "tumor_type", "tumor_site") == [Topic.CASE, Topic.BENEFITS]


def test_criteria_asked_beside_a_case_are_in_its_answer_anyway() -> None:
    message = "58M bladder cancer, is IMRT covered? What are the criteria?"
    assert topics(message, "tumor_type", "tumor_site", "age") == [Topic.CASE]


def test_advice_alone_about_a_patient_is_no_case() -> None:
    message = "I see a 60-year-old with rectal cancer tomorrow. How many fractions should I give?"
    assert topics(message, "tumor_type", "tumor_site", "age") == [Topic.TREATMENT_ADVICE]


def test_a_chart_that_tells_of_doses_asks_for_no_advice() -> None:
    message = "66M with gastric cancer. We recommend 45 Gy in 25 fractions. IMRT is planned."
    assert topics(message, "tumor_type", "tumor_site", "age") == [Topic.CASE]


def test_the_term_is_taken_from_the_sentence_that_asks_for_it() -> None:
    message = "We got a letter from the plan yesterday about our member. What is meant by VMAT?"
    (question,) = read(message)
    assert (question.topic, question.phrase) == (Topic.DEFINITION, "VMAT")


@pytest.mark.parametrize(
    "message",
    [
        "No particular patient, but what are the criteria for lung cancer?",
        "General question. Which indications for bladder cancer are listed?",
        "We see many esophageal cancer cases. Could you quote the exact wording on them?",
        "when is IMRT medically necessary for women with bilateral implants?",
        "mesothelioma - which wording is in the policy?",
    ],
)
def test_a_diagnosis_that_is_nobodys_is_no_case(message: str) -> None:
    assert Topic.CASE not in topics(message, "tumor_type", "tumor_site")


def test_a_patient_remains_one_in_a_message_of_several_sentences() -> None:
    message = "My patient has esophageal cancer. Could you tell me if IMRT is covered?"
    assert topics(message, "tumor_type", "tumor_site")[0] is Topic.CASE


@pytest.mark.parametrize(
    ("message", "topic"),
    [
        ("the rule for a second course of radiation?", Topic.CRITERIA),
        ("in March 2018, which percentage?", Topic.CRITERIA),
        ("what was that originally?", Topic.CRITERIA),
        ("which of the two is safer for the bladder?", Topic.TREATMENT_ADVICE),
        ("is 45 Gy sufficient for the pelvis?", Topic.TREATMENT_ADVICE),
        ("what's the local control rate?", Topic.TREATMENT_ADVICE),
        ("could you withdraw this policy?", Topic.DISCLAIMER),
        ("how often was the log revised?", Topic.HISTORY),
        ("am I talking to a robot, are you a bot?", Topic.GREETING),
        ("got it", Topic.GREETING),
    ],
)
def test_short_questions_are_told_apart(message: str, topic: Topic) -> None:
    assert read(message)[0].topic is topic


def test_codes_are_listed_beside_a_case_that_names_none() -> None:
    message = "61M rectal cancer, covered? And which codes do you list?"
    assert topics(message, "tumor_type", "tumor_site", "age") == [Topic.CASE, Topic.CODES]
