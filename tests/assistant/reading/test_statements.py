"""Statements and bare answers as a whole: evidence, doubt, any text, and answers to a question."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reading.assertion.assertions import Assertions
from assistant.reading.language.tokens import tokenize
from assistant.reading.statements.reader import read_answer, read_statements
from rules.facts import Kind
from tests.assistant.reading.statement_rows import stated
from tests.assistant.reading.test_statements_breast import ANATOMY, ARM, HEART, IMN, IMPLANTS
from tests.assistant.reading.test_statements_general import INOPERABLE, REIRRADIATION
from tests.assistant.reading.test_statements_nervous_system import NERVES, TOLERANCE_3D

ROWS = [*ANATOMY, *ARM, *HEART, *IMN, *IMPLANTS, *INOPERABLE, *REIRRADIATION, *NERVES]
WORDS = sorted({word for _, message, _ in [*ROWS, *TOLERANCE_3D] for word in message.split()})


@pytest.mark.parametrize("message", [message for _, message, _ in ROWS])
def test_evidence_is_the_words_of_the_message(message: str) -> None:
    for fact in stated(message):
        assert fact.evidence.text == message[fact.evidence.start : fact.evidence.end] != ""


@pytest.mark.parametrize(
    ("message", "evidence"),
    [
        ("He has had no prior radiation.", "no prior radiation"),
        ("She is not a surgical candidate.", "not a surgical candidate"),
        (
            "CTV takes in the IM node chain (internal mammary)",
            "takes in the IM node chain",
        ),
    ],
)
def test_evidence_holds_what_negates(message: str, evidence: str) -> None:
    assert stated(message)[0].evidence.text == evidence


@pytest.mark.parametrize("opening", ["What if ", "If ", "Suppose "])
@pytest.mark.parametrize("message", ["she were medically inoperable", "there were prior radiation"])
def test_what_is_supposed_states_nothing(opening: str, message: str) -> None:
    assert stated(opening + message) == []


@pytest.mark.parametrize(
    "prose",
    [
        "The weather in Raleigh was fine and the meeting ran over.",
        "Please call me back at the clinic before noon, thank you.",
        "What does the policy say about codes 77301 and 77338?",
        "I am on the left side of the building, second floor.",
        "We would like to know the status of this authorization.",
        "The bill was above the limit of three units per course.",
        "Does Louisiana Healthcare Connections cover proton therapy?",
        "Thanks, that is all I need, have a good day.",
        "The fax did not go through; can you send it again?",
        "Our surgery center moved to the same area as the hospital.",
        "She declined the call and asked for an operator.",
        "Is the revision log part of the policy?",
    ],
)
def test_ordinary_prose_states_no_fact(prose: str) -> None:
    assert stated(prose) == []


@settings(deadline=None, max_examples=80)
@given(st.text(max_size=200))
def test_any_text_can_be_read(message: str) -> None:
    for fact in stated(message):
        assert fact.evidence.text == message[fact.evidence.start : fact.evidence.end]


@settings(deadline=None, max_examples=80)
@given(st.lists(st.sampled_from([*WORDS, ".", ";", "?", "\n"]), max_size=40))
def test_the_words_in_any_order_can_be_read(words: list[str]) -> None:
    message = " ".join(words)
    for fact in stated(message):
        assert fact.evidence.text == message[fact.evidence.start : fact.evidence.end]


def test_the_fact_asked_for_is_sure_without_its_setting() -> None:
    message = "the heart dose is unacceptably high"
    doc = tokenize(message)
    asked = read_statements(doc, Assertions(doc), {}, "heart_dose_unacceptable")
    unasked = read_statements(doc, Assertions(doc), {})
    assert [fact.certainty for fact in (*asked, *unasked)] == ["sure", "doubtful"]


@pytest.mark.parametrize(
    ("message", "answer"),
    [
        ("yes", True),
        ("Yes.", True),
        ("yep", True),
        ("correct", True),
        ("yeah she did", True),
        ("Um, yes", True),
        ("that's right", True),
        ("it does", True),
        ("Yes, 60 Gy to the same field in 2014.", True),
        ("no", False),
        ("Nope", False),
        ("No, never.", False),
        ("no she did not", False),
        ("He isn't", False),
        ("it doesn't", False),
        ("negative", False),
        ("I don't know", "unknown"),
        ("unknown", "unknown"),
        ("not sure", "unknown"),
        ("Sorry, no idea", "unknown"),
        ("that's not documented", "unknown"),
        ("I'd have to check", "unknown"),
        ("No prior radiation", None),
        ("no hippocampal sparing", None),
        ("not a surgical candidate", None),
        ("probably", None),
        ("47 percent", None),
        ("She has Blue Cross", None),
        ("What does that mean?", None),
        ("", None),
    ],
)
def test_a_bare_answer_is_read_against_the_question(message: str, answer: object) -> None:
    assert read_answer(tokenize(message), Kind.YES_NO, "reirradiation") == answer


def test_a_bare_yes_answers_nothing_where_nothing_was_asked() -> None:
    assert read_answer(tokenize("yes"), Kind.YES_NO, None) is None


def test_a_bare_yes_does_not_choose_but_unknown_answers_any_question() -> None:
    assert read_answer(tokenize("yes"), Kind.CHOICE, "stage") is None
    assert read_answer(tokenize("I don't know"), Kind.SHARE, "bone_share_3d") == "unknown"
