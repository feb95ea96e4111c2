"""Diseases of the past, at rest, or taken for another one at first: which is irradiated now."""

from __future__ import annotations

import pytest

from assistant.reading.mentions import Certainty
from tests.assistant.reading.diagnosis_reading import brief, read

PAST = {
    "She had lymphoma as a child and melanoma at 31. Current request: sarcoma of the foot.": (
        "soft_tissue_sarcoma ankle_or_foot primary"
    ),
    "Bladder cancer was in 2015. The tumor now is a rectal cancer.": (
        "cancer colon_or_rectum primary"
    ),
    "T1N0 larynx cancer; prostate cancer in 2011": "cancer larynx primary",
    "In 2009 he had colon cancer with radiation to the pelvis. Biopsy of the tongue: SCC.": (
        "carcinoma oral_cavity primary"
    ),
    "Childhood neuroblastoma, treated with surgery. Now 40 and diagnosed with anal cancer.": (
        "carcinoma anus primary"
    ),
}
DATED = {
    "2010: colectomy for colon cancer. 2017: RCC, nephrectomy. 2026: glottic cancer T1": (
        "cancer larynx primary"
    ),
    "melanoma of the back 2009; cancer of the tongue": "cancer oral_cavity primary",
}
AT_REST = {
    "CLL under observation, liposarcoma of the calf": "soft_tissue_sarcoma lower_leg primary",
    "prostate cancer, active surveillance; esophageal cancer T3N1": "cancer esophagus primary",
    "AML and a vulvar cancer": "cancer vulva primary",
    "Smoldering myeloma. Cervical cancer IIB.": "cancer cervix primary",
    "Breast cancer is controlled on letrozole. One sternal met.": "cancer chest_wall secondary",
}
REPLACED = {
    "Reported as lymphoma elsewhere; second opinion: thymoma": "thymic_tumor mediastinum primary",
    "The calf mass was called a hematoma, excision showed angiosarcoma": (
        "soft_tissue_sarcoma lower_leg primary"
    ),
    "Clinically a lymphoma, microscopically a chordoma of the sacrum": (
        "bone_sarcoma pelvic_bone primary"
    ),
    "Believed to be an osteosarcoma. Biopsy revealed metastatic thyroid cancer in the femur.": (
        "cancer thigh secondary"
    ),
    "initial biopsy GIST, final pathology desmoid of the mesentery": (
        "desmoid other_abdominal_organ primary"
    ),
}


@pytest.mark.parametrize(("message", "expected"), (PAST | DATED | AT_REST | REPLACED).items())
def test_the_present_disease_is_taken(message: str, expected: str) -> None:
    assert brief(message) == expected


@pytest.mark.parametrize(
    "message",
    [
        "thought to be a lipoma; biopsy shows possible liposarcoma of the thigh",
        "initially read as sarcoma of the arm; second opinion: possible lymphoma",
    ],
)
def test_a_later_opinion_in_doubt_leaves_doubt(message: str) -> None:
    assert read(message)["tumor_type"].certainty is Certainty.DOUBTFUL


def test_a_disease_at_rest_that_stands_alone_is_the_one_meant() -> None:
    assert brief("prostate cancer on active surveillance until now, IMRT") == (
        "cancer prostate primary"
    )


def test_two_present_diseases_joined_by_and_stay_two() -> None:
    assert read("now thyroid cancer and Hodgkin lymphoma")["tumor_type"].certainty is (
        Certainty.DOUBTFUL
    )


def test_a_histology_goes_with_the_mass_nearest_to_it() -> None:
    message = "Lung cancer 2012. Mass of the vulva, 3 cm; biopsy: SCC"
    assert brief(message) == "carcinoma vulva primary"


def test_the_back_of_a_limb_is_the_limb() -> None:
    assert brief("lump at the back of the right knee, UPS") == "soft_tissue_sarcoma knee primary"


def test_a_melanoma_of_the_back_is_of_the_back() -> None:
    assert brief("melanoma of the back") == "cutaneous_melanoma skin_elsewhere primary"
