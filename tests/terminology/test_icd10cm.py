"""ICD-10-CM codes: every neoplasm is mapped, every mapped code exists."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

from terminology import icd10cm

RELEASE: Any = import_module("simple_icd_10_cm")


def _neoplasms() -> list[str]:
    codes: list[str] = RELEASE.get_all_codes(with_dots=True)
    in_chapter = [
        code for code in codes if code[0] == "C" or (code[0] == "D" and code[1] in "01234")
    ]
    return [code for code in in_chapter if RELEASE.is_leaf(code)]


def test_every_neoplasm_code_says_something() -> None:
    assert [code for code in _neoplasms() if icd10cm.diagnosis(code) is None] == []


def test_every_mapped_code_exists() -> None:
    known = icd10cm.mapped_codes() | icd10cm.unmapped()
    assert sorted(code for code in known if not RELEASE.is_valid_item(code)) == []


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("C49.21", "soft_tissue_sarcoma lower_limb primary"),
        ("c4911", "soft_tissue_sarcoma upper_limb primary"),
        ("C40.21", "bone_sarcoma lower_limb primary"),
        ("C61", "cancer prostate primary"),
        ("C66.1", "cancer ureter primary"),
        ("C68.0", "cancer urethra primary"),
        ("C54.1", "cancer endometrium primary"),
        ("C54.2", "cancer uterus primary"),
        ("C79.51", "cancer bone secondary"),
        ("C79.31", "cancer brain secondary"),
        ("C78.7", "cancer liver secondary"),
        ("C22.0", "carcinoma liver primary"),
        ("C22.1", "cancer bile_duct_or_gallbladder primary"),
        ("C43.4", "cutaneous_melanoma skin_of_head_and_neck primary"),
        ("C43.71", "cutaneous_melanoma skin_elsewhere primary"),
        ("C49.A2", "soft_tissue_sarcoma stomach primary"),
        ("C85.2A", "lymphoma mediastinum primary"),
        ("C91.00", "leukemia blood_or_marrow primary"),
        ("D48.116", "desmoid lower_limb primary"),
        ("D33.3", "benign_cns_tumor skull_base primary"),
        ("M61.9", "not_a_tumor None None"),
    ],
)
def test_a_code_is_read_through_its_category(code: str, expected: str) -> None:
    made = icd10cm.diagnosis(code)
    assert made is not None
    assert f"{made.type} {made.site} {made.origin}" == expected


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("C49.21 and c4921", ["C49.21", "C49.21"]),
        ("dx C61.", ["C61"]),
        ("CPT 77301, 77338, G6015, G6016", []),
        ("T2 N0 M0, L4 and C5 vertebrae", []),
        ("room c20, D5W infusion", []),
        ("icd-10: c61", ["C61"]),
        ("member id XC4921", []),
    ],
)
def test_codes_are_found_and_look_alikes_left(text: str, codes: list[str]) -> None:
    assert [found.code for found in icd10cm.codes_in(text)] == codes


def test_a_code_is_described_in_the_words_of_the_release() -> None:
    assert icd10cm.describe("c61") == "Malignant neoplasm of prostate"
    assert icd10cm.describe("C99.9") is None


def test_the_hierarchy_leads_from_a_code_to_its_category() -> None:
    assert icd10cm.hierarchy("C49.21")[:3] == ("C49.21", "C49.2", "C49")
    assert icd10cm.hierarchy("C99.9") == ()


def test_loading_in_the_background_ends() -> None:
    thread = icd10cm.load_in_background()
    thread.join(timeout=60)
    assert not thread.is_alive()
