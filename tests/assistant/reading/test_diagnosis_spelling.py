"""Misspelt and differently spelt diagnoses."""

from __future__ import annotations

import pytest

from assistant.reading.mentions import Certainty
from tests.assistant.reading.diagnosis_reading import brief, read

SLIPS = {
    "cancer of teh bladdr": "cancer bladder primary",
    "prostrate cancer": "cancer prostate primary",
    "oesophagus cancer": "cancer esophagus primary",
    "oesophageal adenocarcinoma": "carcinoma esophagus primary",
    "sarcomma of the thigh": "soft_tissue_sarcoma thigh primary",
    "leiomysarcoma of the calf": "soft_tissue_sarcoma lower_leg primary",
    "chondosarcoma of the humerus": "bone_sarcoma upper_arm primary",
    "osteosarcma of the tibia": "bone_sarcoma lower_leg primary",
    "brest cancer": "cancer breast primary",
    "lyphoma of the stomach": "lymphoma stomach primary",
    "panceatic cancer": "cancer pancreas primary",
    "glioblastma": "malignant_cns_tumor brain primary",
    "mennigioma": "benign_cns_tumor brain primary",
    "thyriod cancer": "cancer thyroid primary",
    "squamus cell carcinoma of the larnyx": "carcinoma larynx primary",
    "tumour of the liver": "tumor liver -",
    "leukaemia": "leukemia blood_or_marrow primary",
    "synovial sarcoma of the thihg": "soft_tissue_sarcoma thigh primary",
    "adenocarcinoma of the prostat": "carcinoma prostate primary",
    "SYNOVIAL SARCOMA OF THE THIGH": "soft_tissue_sarcoma thigh primary",
    "hepatocelular carcinoma": "carcinoma liver primary",
    "malignant peripheral nerve sheeth tumor of the arm": "soft_tissue_sarcoma upper_limb primary",
    "rhabdomysarcoma of the orbit": "soft_tissue_sarcoma eye primary",
    "soft-tissue sarcoma of the fore-arm": "soft_tissue_sarcoma forearm primary",
}


@pytest.mark.parametrize("phrase", SLIPS)
def test_a_slip_of_the_pen_changes_nothing(phrase: str) -> None:
    assert brief(phrase) == SLIPS[phrase]


@pytest.mark.parametrize("word", ["uretha", "uretor"])
def test_a_misspelling_near_two_organs_is_confirmed(word: str) -> None:
    assert read(f"carcinoma of the {word}")["tumor_site"].certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize(
    "word", ["breath", "plural", "narrow", "ladder", "cancel", "numeral", "color", "vertical"]
)
def test_an_ordinary_word_is_never_corrected_to_an_organ(word: str) -> None:
    assert "tumor_site" not in read(f"{word} carcinoma")
