"""Diagnoses that a work-up has yet to find, and those that a question supposes."""

from __future__ import annotations

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Certainty
from assistant.reading.reading import Move
from assistant.reading.turns.moves import read_move
from tests.assistant.reading.diagnosis_reading import read


@pytest.mark.parametrize(
    "message",
    [
        "Lesion of the sacrum; should the specimen show chordoma, IMRT is planned",
        "We wait for the FNA. Once cytology confirms thymoma we start.",
        "Ulcer of the anal canal, IMRT if the report comes back as squamous cell carcinoma",
        "tibial mass, unless pathology reveals osteosarcoma it will be watched",
        "in case the core biopsy is positive for prostate cancer he wants IMRT",
    ],
)
def test_what_a_work_up_has_yet_to_show_is_a_doubtful_diagnosis(message: str) -> None:
    assert read(message)["tumor_type"].certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize(
    "message",
    [
        "When the biopsy showed chordoma he was sent to us",
        "Is IMRT covered if the biopsy shows prostate cancer?",
        "Thymoma. If pathology shows positive margins we treat.",
        "when it comes to prostate cancer we always use IMRT",
        "breast cancer on the left, margins clear",
    ],
)
def test_what_is_known_or_asked_about_is_a_sure_diagnosis(message: str) -> None:
    assert read(message)["tumor_type"].certainty is Certainty.SURE


@pytest.mark.parametrize(
    ("message", "move"),
    [
        ("If this turns out to be a chordoma we will treat", Move.CONTINUE),
        ("What if this turns out to be a chordoma?", Move.WHAT_IF),
        ("If she were 17", Move.WHAT_IF),
    ],
)
def test_waiting_for_a_finding_supposes_no_other_case(message: str, move: Move) -> None:
    assert read_move(tokenize(message)).move is move
