"""Questions in the words that documents use."""

from __future__ import annotations

import pytest

from terminology.expansion import expand


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("IMRT for a GBM?", "glioblastoma, primary central nervous system tumor"),
        ("C61 covered?", "Malignant neoplasm of prostate"),
        ("C61 covered?", "prostate cancer"),
        ("UPS of the calf", "undifferentiated pleomorphic sarcoma"),
        ("UPS of the calf", "extremity"),
        ("tonsil cancer", "oropharynx, head and neck cancer"),
        ("DIBH", "deep inspiration breath hold"),
        ("HCC", "hepatocellular cancer"),
        ("kidney ca", "renal cancer"),
    ],
)
def test_what_a_question_means_stands_behind_it(question: str, words: str) -> None:
    made = expand(question)
    assert made.startswith(question)
    assert words in made


@pytest.mark.parametrize("question", ["When was the policy revised?", "", "the ups and downs"])
def test_a_question_without_terms_stays(question: str) -> None:
    assert expand(question) == question
