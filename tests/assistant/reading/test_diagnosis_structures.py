"""Organs that receive dose are no tumor sites, and ordinary prose holds no diagnosis."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.assistant.reading.diagnosis_reading import brief, read

DOSE_SENTENCES = [
    "40 % of the femur circumference gets 40 Gy.",
    "Femoral cortex at 40 Gy: 33% in the 3D plan, 18% in the IMRT plan.",
    "Hip joint space at 35 Gy is 22% with 3D and 2% with IMRT.",
    "The brachial plexus would go beyond its tolerance dose.",
    "IMRT lowers the lung and heart dose significantly.",
    "Cord tolerance would be exceeded on the 3D plan.",
    "WBRT is not planned; spare both hippocampi.",
    "Bladder constraint V65 < 50% is not met.",
    "Mean heart dose 8 Gy, left lung V20 32%.",
    "The knee joint gets 35 Gy to 40% of its space.",
    "There is no femur or humerus in the field.",
    "V40 of the humerus 48% vs 30%.",
    "Parotid sparing is wanted, small bowel dose is high.",
    "The rectum receives 70 Gy.",
    "We want to spare the femoral head and the hip.",
    "Kidney V18 below 20%, liver mean 22 Gy.",
    "Her kidney disease and hip replacement do not matter.",
]


@pytest.mark.parametrize("sentence", DOSE_SENTENCES)
def test_a_sentence_about_dose_names_no_diagnosis(sentence: str) -> None:
    facts = read(sentence)
    assert "tumor_type" not in facts
    assert "tumor_site" not in facts


@pytest.mark.parametrize("sentence", DOSE_SENTENCES)
def test_a_sentence_about_dose_does_not_move_the_tumor(sentence: str) -> None:
    expected = "soft_tissue_sarcoma forearm primary"
    assert brief(f"Myxofibrosarcoma of the forearm. {sentence}") == expected
    assert brief(f"{sentence} Myxofibrosarcoma of the forearm.") == expected


@pytest.mark.parametrize(
    "words",
    [
        "abutting the femur",
        "next to the elbow",
        "reaching the hip",
        "invading the femur cortex",
        "encasing the femoral artery",
        "close to the knee joint",
        "without involvement of the bone",
        "5 cm from the hip",
    ],
)
def test_what_a_tumor_lies_near_is_not_its_site(words: str) -> None:
    assert brief(f"synovial sarcoma of the thigh {words}") == "soft_tissue_sarcoma thigh primary"


@pytest.mark.parametrize(
    "name",
    [
        "Blue Cross NC",
        "Blue Cross and Blue Shield of North Carolina",
        "Louisiana Healthcare Connections",
        "Does LHCC cover 77301 and G6015?",
        "Dr. Ewing's office calling",
        "What 3D VS IMRT figures do you need?",
        "Are ALL criteria needed?",
        "net benefit of the plan",
        "date of service 10/2/2026, DOB 3/5/1960",
        "the T2 N0 box on the form",
        "one cup of coffee",
    ],
)
def test_names_codes_and_common_words_are_no_diagnosis(name: str) -> None:
    assert read(name) == {}


ORDINARY = """
the a patient member plan request date service code policy covered and or if with without we
they she he is was has have will needs wants asked called faxed sent received review appeal
authorization number fraction course weeks days monday clinic office physician breath color
plural number narrow month mouthful vertical weather color angle thing form live lover brian
cancel beast braid liter signal numeral humor tumble rental material spiral ladder marble
please check status limit units 77338 77301 G6015 40 Gy 35 25% 3D IMRT cortex joint space
"""


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(ORDINARY.split()), min_size=1, max_size=60))
def test_random_prose_yields_nothing(words: list[str]) -> None:
    assert read(" ".join(words)) == {}


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(max_size=300))
def test_any_text_is_read_without_error_and_quoted_exactly(text: str) -> None:
    for fact in read(text).values():
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text


SNIPPETS = [
    "sarcoma",
    "thigh",
    "of the",
    "mets",
    "C61",
    ",",
    ".",
    "no",
    "history of",
    "femur",
    "RT to",
]


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(SNIPPETS), max_size=14))
def test_clinical_words_in_any_order_are_read_without_error(words: list[str]) -> None:
    text = " ".join(words)
    for fact in read(text).values():
        assert text[fact.evidence.start : fact.evidence.end] == fact.evidence.text
