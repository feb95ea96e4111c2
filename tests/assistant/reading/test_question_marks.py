"""Question marks that doubt a diagnosis, and those that only ask."""

from __future__ import annotations

import pytest

from assistant.reading.mentions import Certainty
from tests.assistant.reading.diagnosis_reading import read


@pytest.mark.parametrize(
    "message",
    [
        "bladder cancer? bx pending",
        "Chordoma? MRI done, no histology.",
        "thymoma? biopsy on Monday next week",
        "destructive lesion of the tibia, ?Ewing sarcoma",
        "mass of the sacrum (? chordoma)",
        "anal cancer? suspected by the GI doctor",
    ],
)
def test_a_mark_with_a_work_up_to_come_doubts_the_diagnosis(message: str) -> None:
    assert read(message)["tumor_type"].certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize(
    "message",
    [
        "bladder cancer?",
        "IMRT for a bladder cancer? Authorization pending.",
        "Anal cancer? Biopsy positive.",
        "Is it ok for thymoma? Path is attached.",
    ],
)
def test_a_mark_that_asks_doubts_nothing(message: str) -> None:
    assert read(message)["tumor_type"].certainty is Certainty.SURE


@pytest.mark.parametrize(
    ("message", "certainty"),
    [
        ("biopsy consistent with chordoma of the sacrum", Certainty.SURE),
        ("histology was compatible with thymoma", Certainty.SURE),
        ("MRI consistent with chordoma of the sacrum", Certainty.DOUBTFUL),
        ("biopsy pending, CT compatible with thymoma", Certainty.DOUBTFUL),
        ("core biopsy not diagnostic of thymoma", Certainty.DOUBTFUL),
        ("imaging favors a chordoma of the sacrum", Certainty.DOUBTFUL),
        ("we favor IMRT for this chordoma of the sacrum", Certainty.SURE),
        ("high grade sarcoma of the thigh, favor leiomyosarcoma", Certainty.SURE),
    ],
)
def test_a_guess_from_images_is_doubted_and_a_report_of_pathology_is_not(
    message: str, certainty: Certainty
) -> None:
    assert read(message)["tumor_type"].certainty is certainty
