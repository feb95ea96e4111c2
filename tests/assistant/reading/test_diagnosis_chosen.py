"""Which of several diseases is the one irradiated now."""

from __future__ import annotations

import pytest

from assistant.reading.mentions import Certainty
from tests.assistant.reading.diagnosis_reading import brief, read

CHOICES = {
    "prostate cancer 10 years ago; now thigh sarcoma": "soft_tissue_sarcoma thigh primary",
    "Her mother had breast cancer. She has a GBM.": "malignant_cns_tumor brain primary",
    "no lymphoma, no leukemia; it is a desmoid of the shoulder": "desmoid shoulder primary",
    "bladder cancer and prostate cancer, radiation to the bladder": "cancer bladder primary",
    "synovial sarcoma, a liver met in the right hepatic lobe; we treat the met": (
        "soft_tissue_sarcoma liver secondary"
    ),
    "basal cell carcinoma of the nose with tumor in Meckel's cave": (
        "carcinoma skin_of_head_and_neck primary"
    ),
    "RCC with lung mets, treating the kidney": "carcinoma kidney primary",
    "RCC with lung mets, SBRT to the lung": "carcinoma lung secondary",
    "rectal cancer, liver mets resected, now pelvic RT": "cancer colon_or_rectum primary",
    "breast cancer with femoral metastasis, RT to the femur": "cancer thigh secondary",
    "left breast cancer, s/p lumpectomy, now whole breast RT": "cancer breast primary",
    "prior resection of a thigh sarcoma, now postoperative RT": "soft_tissue_sarcoma thigh primary",
    "lung cancer; IMRT to the mediastinal nodes and primary": "cancer lung primary",
    "liver metastases from non-small cell lung cancer, RT": "carcinoma liver secondary",
    "Definite vaginal cancer; questionable lung lesion": "cancer vagina primary",
    "C18.9 in history, ureteral cancer current": "cancer ureter primary",
    "RCC, met in the 9th rib; the rib will be irradiated": "carcinoma chest_wall secondary",
    "bladder cancer, sacral mets; the sacrum is what we treat": "cancer pelvic_bone secondary",
    "RCC, painful met R scapula, palliative RT to scapula": "carcinoma shoulder secondary",
    "lung cancer with a node of the adrenal; the lung gets treated": "cancer lung primary",
}


@pytest.mark.parametrize("message", CHOICES)
def test_the_disease_that_is_irradiated_is_taken(message: str) -> None:
    assert brief(message) == CHOICES[message]


@pytest.mark.parametrize(
    "message",
    [
        "prostate cancer and rectal cancer, IMRT",
        "either a chondrosarcoma or a giant cell tumor of the distal femur",
        "lung cancer with brain mets",
        "metastatic prostate cancer",
    ],
)
def test_two_candidates_are_put_in_doubt(message: str) -> None:
    site = read(message)["tumor_site"]
    assert site.certainty is Certainty.DOUBTFUL
    assert "irradiated" in site.doubt


@pytest.mark.parametrize(
    "message",
    [
        "prostate cancer, IMRT to the left femur",
        "breast cancer, we treat L3",
        "RCC, RT to the lung",
        "prostate ca pt, target: left acetabulum",
        "endometrial cancer. Fields cover the right humerus.",
    ],
)
def test_treatment_where_metastases_stand_puts_the_primary_in_doubt(message: str) -> None:
    site = read(message)["tumor_site"]
    assert (site.certainty is Certainty.DOUBTFUL) or site.value not in {
        "prostate",
        "breast",
        "kidney",
    }


@pytest.mark.parametrize(
    "message",
    [
        "Family history of prostate cancer.",
        "Her father had a thigh sarcoma.",
        "She has no cancer.",
        "Lymphoma was ruled out.",
        "She denies a history of cancer.",
    ],
)
def test_a_disease_that_is_not_the_patients_is_not_taken(message: str) -> None:
    assert read(message) == {}


def test_a_disease_said_as_history_is_confirmed_before_it_counts() -> None:
    fact = read("history of prostate cancer in 2009. IMRT?")["tumor_type"]
    assert fact.certainty is Certainty.DOUBTFUL


def test_a_possible_diagnosis_is_confirmed_before_it_counts() -> None:
    fact = read("possible osteosarcoma of the tibia, biopsy pending")["tumor_type"]
    assert fact.certainty is Certainty.DOUBTFUL


def test_malignant_before_a_benign_tumor_is_confirmed() -> None:
    fact = read("malignant neuroma of the arm")["tumor_type"]
    assert fact.certainty is Certainty.DOUBTFUL


@pytest.mark.parametrize(
    "side_finding", ["atrial fibrillation", "osteoarthritis of the knee", "a lipoma of the back"]
)
def test_a_side_finding_is_not_the_irradiated_disease(side_finding: str) -> None:
    assert brief(f"Synovial sarcoma of the calf. She has {side_finding}.") == (
        "soft_tissue_sarcoma lower_leg primary"
    )


def test_a_mastectomy_without_radiotherapy_names_no_cancer() -> None:
    assert read("breast reconstruction after mastectomy") == {}
    assert brief("chest wall RT after mastectomy") == "cancer breast primary"


def test_a_billing_code_that_looks_like_a_diagnosis_is_none() -> None:
    assert read("HCPCS C9076 and C1713") == {}
