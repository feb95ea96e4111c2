"""Louisiana Healthcare Connections LA.CP.MP.69: ages, readings, and what is asked."""

from __future__ import annotations

import pytest

from rules.determination import Outcome, Quote
from rules.lhcc.la_cp_mp_69_imrt import (
    abdomen_and_pelvis,
    central_nervous_system,
    general,
    thoracic,
)
from tests.rules.lhcc_cases import (
    ADULT,
    LUNG,
    MET,
    REVIEW,
    Known,
    asked,
    decide,
    met_items,
    so,
    tumor,
)


@pytest.mark.parametrize(
    ("age", "outcome", "readings"),
    [(17, MET, ()), (18, REVIEW, (general.EIGHTEEN,)), (19, REVIEW, ())],
)
def test_at_exactly_18_criterion_and_log_differ(
    age: int, outcome: Outcome, readings: tuple[object, ...]
) -> None:
    found = decide({**ADULT, **tumor("germ_cell_tumor", "testis"), "age": age})

    assert found.outcome is outcome
    assert asked(found) == []
    assert tuple(r for r in found.interpretations if r is general.EIGHTEEN) == readings


def test_at_18_the_answer_shows_both_quotes() -> None:
    assert general.EIGHTEEN.quote == Quote("Age < 18 years with a solid tumor", "I.A")
    assert general.EIGHTEEN.other_quote == Quote(
        'leaving I.A. "Age ≤ 18 years"', "Revision log 3/25"
    )


def test_an_extremity_sarcoma_of_an_adult_leaves_exactly_two_indications_open() -> None:
    assert asked(decide({"age": 45}, tumor("soft_tissue_sarcoma", "thigh"))) == [
        "medically_inoperable",
        "dose_escalation_required",
        "reirradiation",
        "cumulative_dose_exceeds_tolerance",
    ]


@pytest.mark.parametrize(
    ("known", "missing"),
    [
        ({}, ["tumor_type", "tumor_site"]),
        (tumor("tumor", "thigh"), ["tumor_type"]),
        (tumor("cancer", "thigh"), ["tumor_type"]),
        (tumor("carcinoma"), ["tumor_site"]),
        (tumor("carcinoma", "uterus"), ["tumor_site"]),
        (tumor("carcinoma", "bone", "secondary"), ["tumor_site"]),
        (tumor("mucosal_melanoma"), ["tumor_site"]),
        (
            {
                **tumor("soft_tissue_sarcoma", "lower_leg"),
                "age": 80,
                "medically_inoperable": True,
                "reirradiation": False,
            },
            ["dose_escalation_required"],
        ),
        (
            {
                **tumor("soft_tissue_sarcoma", "forearm"),
                "age": 58,
                "medically_inoperable": False,
                "reirradiation": True,
            },
            ["cumulative_dose_exceeds_tolerance"],
        ),
        (
            {
                **tumor("soft_tissue_sarcoma", "forearm"),
                "age": 58,
                "dose_escalation_required": False,
                "cumulative_dose_exceeds_tolerance": False,
            },
            [],
        ),
        (
            {**tumor("carcinoma", "testis"), "medically_inoperable": True, "reirradiation": False},
            ["dose_escalation_required", "age"],
        ),
        ({**ADULT, **LUNG}, ["stage", "sbrt_not_feasible", "imrt_reduces_normal_tissue_dose"]),
        ({**ADULT, **LUNG, "stage": "early"}, ["sbrt_not_feasible"]),
        ({**ADULT, **LUNG, "stage": "metastatic"}, []),
        (
            {**ADULT, **tumor("carcinoma", "brain", "secondary")},
            ["hippocampal_sparing_wbrt", "near_skull_base", "craniospinal_irradiation"],
        ),
        (
            {**ADULT, **tumor("carcinoma", "spine", "secondary")},
            ["organ_at_risk_tolerance_exceeded_3d", "craniospinal_irradiation"],
        ),
        (
            {
                **ADULT,
                "breast_treatment": "post_mastectomy",
                "bilateral_implant_reconstruction": False,
                "breast_laterality": "left",
                "stage": "early",
                "definitive_intent": False,
                "nodal_irradiation": False,
            },
            ["limited_arm_motion_arms_down", "heart_dose_unacceptable"],
        ),
    ],
    ids=str,
)
def test_missing_facts_come_in_the_order_that_helps_most(known: Known, missing: list[str]) -> None:
    assert asked(decide(known)) == missing


def test_what_has_spread_is_malignant_whatever_its_kind() -> None:
    assert met_items(decide({"tumor_site": "liver", "tumor_origin": "secondary"})) == ["I.E.5.d"]


def test_the_diagnosis_is_not_asked_for_where_it_cannot_matter() -> None:
    assert decide(so("reirradiation", "cumulative_dose_exceeds_tolerance")).outcome is MET


@pytest.mark.parametrize("site", [None, "chest_wall"])
def test_radiotherapy_after_mastectomy_is_of_the_breast(site: str | None) -> None:
    known: Known = {"breast_treatment": "post_mastectomy", "bilateral_implant_reconstruction": True}
    found = decide({**known, **({"tumor_site": site} if site else {})})

    assert met_items(found) == ["I.E.3.g"]


def test_endometrial_cancer_stands_twice_and_the_answer_says_so() -> None:
    found = decide(tumor("carcinoma", "endometrium"))

    assert met_items(found) == ["I.E.6.c", "I.E.7.c"]
    assert any("I.E.6.c" in remark and "I.E.7.c" in remark for remark in found.remarks)


def test_where_nothing_is_met_the_open_list_leaves_it_to_judgement() -> None:
    found = decide(ADULT, tumor("not_a_tumor", "hip"))

    assert found.outcome is REVIEW
    assert [quote.label for quote in found.because] == ["Note"]
    assert "may not be an all-inclusive listing" in found.because[0].text


@pytest.mark.parametrize(
    ("reading", "known"),
    [
        (general.SOFT_TISSUE, {**ADULT, **tumor("soft_tissue_sarcoma", "thigh")}),
        (general.SOLID, {**tumor("lymphoma", "groin"), "age": 9}),
        (general.SOLID, {**ADULT, **tumor("leukemia", "blood_or_marrow"), "age": 9}),
        (
            central_nervous_system.GOVERNS_ALL_THREE,
            {
                **ADULT,
                **tumor("malignant_cns_tumor", "brain"),
                "near_skull_base": False,
                "craniospinal_irradiation": False,
                "organ_at_risk_tolerance_exceeded_3d": False,
            },
        ),
        (thoracic.CHEST_WALL_SARCOMA, tumor("soft_tissue_sarcoma", "chest_wall")),
        (thoracic.LUNG_NODES, {**ADULT, **LUNG, "stage": "metastatic"}),
        (
            thoracic.EXAMPLES,
            {
                **ADULT,
                **LUNG,
                "stage": "locally_advanced",
                "imrt_reduces_normal_tissue_dose": False,
            },
        ),
        (abdomen_and_pelvis.ANY_ABDOMINAL_ORGAN, tumor("lymphoma", "small_bowel")),
    ],
)
def test_a_reading_that_could_have_changed_the_result_is_listed(
    reading: object, known: Known
) -> None:
    assert reading in decide(known).interpretations


def test_a_reading_does_not_matter_where_another_item_is_met() -> None:
    known = {**tumor("soft_tissue_sarcoma", "chest_wall"), "age": 9}

    assert thoracic.CHEST_WALL_SARCOMA not in decide(known).interpretations


def test_every_answer_carries_the_disclaimer() -> None:
    assert [quote.text for quote in decide().notices] == [
        "It does not constitute a contract or guarantee regarding payment or results."
    ]
