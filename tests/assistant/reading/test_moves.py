"""Next patient, what if, correction: moves of the conversation, told from facts of the case."""

from __future__ import annotations

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.reading import Move
from assistant.reading.turns.moves import read_move, without_cue

MOVES = [
    ("Next patient: 74M, prostate cancer", Move.NEXT_PATIENT),
    ("Different patient on the same plan now: 74, prostate cancer", Move.NEXT_PATIENT),
    ("I have another case for you, breast cancer", Move.NEXT_PATIENT),
    ("new patient please", Move.NEXT_PATIENT),
    ("Same patient, another case manager is asking", Move.CONTINUE),
    ("What if she were 17?", Move.WHAT_IF),
    ("suppose the IMRT share were 24 percent", Move.WHAT_IF),
    ("would it change if he was inoperable?", Move.WHAT_IF),
    ("Next: upper arm sarcoma", Move.NEXT_PATIENT),
    ("now a third member, wrist sarcoma", Move.NEXT_PATIENT),
    ("I have one more: 61, breast cancer", Move.NEXT_PATIENT),
    ("Patient C: 66, calf", Move.NEXT_PATIENT),
    ("And the second one is a 6 year old boy", Move.NEXT_PATIENT),
    ("that one is done, now the kidney", Move.NEXT_PATIENT),
    ("please ignore my previous request", Move.NEXT_PATIENT),
    ("this is not the same member", Move.NEXT_PATIENT),
    ("My next call is about his brother", Move.NEXT_PATIENT),
    ("turning to a different 50 year old man", Move.NEXT_PATIENT),
    ("okay back to the bladder cancer", Move.EARLIER_PATIENT),
    ("presumed bladder cancer", Move.CONTINUE),
    ("one more question about her", Move.CONTINUE),
    ("next week the patient starts", Move.CONTINUE),
    ("she wants a second opinion from another doctor", Move.CONTINUE),
    ("sarcoma of the second toe, the patient is 45", Move.CONTINUE),
    ("let's go back to the first patient", Move.EARLIER_PATIENT),
    ("returning to the lady with the rectal cancer, one question", Move.EARLIER_PATIENT),
    ("back to the real case", Move.CONTINUE),
    ("if he had been irradiated before, would that do it?", Move.WHAT_IF),
    ("same but on the left", Move.WHAT_IF),
    ("let's pretend she is 10", Move.WHAT_IF),
    ("and if the 3D was 24?", Move.WHAT_IF),
    ("assuming he needed dose escalation", Move.WHAT_IF),
    ("tell me if she is eligible", Move.CONTINUE),
    ("Anesthesia says he cannot be operated", Move.CONTINUE),
    ("Sarcoma of the thigh, 40% on 3D", Move.CONTINUE),
    ("The patient moved to the next room", Move.CONTINUE),
    ("", Move.CONTINUE),
]


@pytest.mark.parametrize(("message", "expected"), MOVES)
def test_the_move_a_message_makes(message: str, expected: Move) -> None:
    assert read_move(tokenize(message)).move is expected


@pytest.mark.parametrize(
    "message",
    [
        "Correction: 30 percent",
        "sorry, 54 years",
        "I meant the knee",
        "wait, VMAT was 42",
        "I had those backwards",
        "no, it's the left one",
    ],
)
def test_words_that_take_something_back(message: str) -> None:
    assert read_move(tokenize(message)).is_correction


def test_the_cue_is_blanked_and_every_other_character_keeps_its_place() -> None:
    message = "What if she were 17?"
    move = read_move(tokenize(message))

    assert without_cue(message, move.supposing) == "        she were 17?"


@pytest.mark.parametrize("message", ["Sorry to bother you, prostate cancer", "no prior radiation"])
def test_a_politeness_or_a_plain_no_takes_nothing_back(message: str) -> None:
    assert not read_move(tokenize(message)).is_correction


@pytest.mark.parametrize(
    ("message", "fact"),
    [
        ("strike the nodes", "nodal_irradiation"),
        ("disregard the age I gave", "age"),
        ("please remove that stage", "stage"),
    ],
)
def test_a_fact_is_taken_back_by_its_name(message: str, fact: str) -> None:
    assert fact in read_move(tokenize(message)).struck


@pytest.mark.parametrize(
    "message",
    [
        "please strike my last sentence",
        "ignore that last part",
        "the final statement was wrong",
        "drop the previous line",
    ],
)
def test_what_was_said_last_is_taken_back_without_its_name(message: str) -> None:
    assert read_move(tokenize(message)).strikes_last


@pytest.mark.parametrize(
    "message",
    ["The composite has not been run yet", "cumulative dose is pending", "ignore the tolerance"],
)
def test_a_sum_still_to_be_made_takes_back_what_was_said_of_it(message: str) -> None:
    assert "cumulative_dose_exceeds_tolerance" in read_move(tokenize(message)).struck


@pytest.mark.parametrize("message", ["the last fraction was on Monday", "the composite exceeds it"])
def test_other_words_of_what_was_last_take_nothing_back(message: str) -> None:
    move = read_move(tokenize(message))
    assert not move.strikes_last
    assert not move.struck


def test_a_supposition_stands_behind_its_if() -> None:
    move = read_move(tokenize("would it change if she was 17?"))

    assert without_cue("would it change if she was 17?", move.supposing).strip() == "she was 17?"


@pytest.mark.parametrize(
    "message", ["presumed bladder cancer, 80M", "We assumed a renal primary, it is a thymoma"]
)
def test_what_others_presumed_supposes_nothing(message: str) -> None:
    assert read_move(tokenize(message)).move is Move.CONTINUE
