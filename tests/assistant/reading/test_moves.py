"""Next patient, what if, correction: moves of the conversation, told from facts of the case."""

from __future__ import annotations

import pytest

from assistant.reading.moves import read_move, without_cue
from assistant.reading.reading import Move
from assistant.reading.tokens import tokenize

MOVES = [
    ("Next patient: 74M, prostate cancer", Move.NEXT_PATIENT),
    ("Different patient on the same plan now: 74, prostate cancer", Move.NEXT_PATIENT),
    ("I have another case for you, breast cancer", Move.NEXT_PATIENT),
    ("new patient please", Move.NEXT_PATIENT),
    ("Same patient, another case manager is asking", Move.CONTINUE),
    ("What if she were 17?", Move.WHAT_IF),
    ("suppose the IMRT share were 24 percent", Move.WHAT_IF),
    ("would it change if he was inoperable?", Move.WHAT_IF),
    ("Sarcoma of the thigh, 40% on 3D", Move.CONTINUE),
    ("The patient moved to the next room", Move.CONTINUE),
    ("", Move.CONTINUE),
]


@pytest.mark.parametrize(("message", "expected"), MOVES)
def test_the_move_a_message_makes(message: str, expected: Move) -> None:
    assert read_move(tokenize(message)).move is expected


@pytest.mark.parametrize(
    "message", ["Correction: 30 percent", "sorry, 54 years", "I meant the knee"]
)
def test_words_that_take_something_back(message: str) -> None:
    assert read_move(tokenize(message)).is_correction


def test_the_cue_is_blanked_and_every_other_character_keeps_its_place() -> None:
    message = "What if she were 17?"
    move = read_move(tokenize(message))

    assert without_cue(message, move.supposing) == "        she were 17?"
