"""I.E.3: breast."""

from __future__ import annotations

from rules.case import Case
from rules.conditions import PRIMARY, Clause, condition
from rules.determination import Interpretation, Quote
from rules.findings import Finding, Truth, all_of, any_of, says
from rules.lhcc.la_cp_mp_69_imrt.facts import (
    BILATERAL_AUGMENTATION,
    BILATERAL_RECONSTRUCTION,
    BREAST_TREATMENT,
    DEFINITIVE_INTENT,
    HEART_DOSE,
    INTERNAL_MAMMARY_NODES,
    LATERALITY,
    LIMITED_ARM_MOTION,
    NODAL_IRRADIATION,
    STAGE,
    UNFAVORABLE_ANATOMY,
)
from rules.lhcc.la_cp_mp_69_imrt.tumors_meant import MALIGNANCIES, TUMORS, cancer_of
from rules.tumors import TumorSite

HEADING = Quote("Breast, any of the following:", "I.E.3")
NOT_MALIGNANT = Interpretation(
    "The item names a treatment of the breast, and stands under indications by cancer site.",
    "Either reading alone would settle it for a benign tumor.",
    Quote("Indications by cancer site may include any of the following:", "I.E"),
)
_BREAST = frozenset({TumorSite.BREAST})

BREAST_CANCER = cancer_of(TumorSite.BREAST, quote=HEADING)
TREATED_BREAST = condition(
    Clause(MALIGNANCIES, _BREAST, PRIMARY),
    Clause(TUMORS - MALIGNANCIES, _BREAST, PRIMARY, truth=Truth.UNKNOWN, reading=NOT_MALIGNANT),
)


def bilateral_with_nodes(case: Case) -> Finding:
    """I.E.3.a: cancer of both breasts, with nodes to treat."""
    return says(
        "Bilateral breast cancers requiring nodal treatment on at least one side",
        all_of(
            case.diagnosed(BREAST_CANCER),
            case.chosen(LATERALITY, "bilateral"),
            case.yes(NODAL_IRRADIATION),
        ),
        "I.E.3.a",
    )


def unfavorable_anatomy(case: Case) -> Finding:
    """I.E.3.b: definitive intent, and an anatomy that brings too much dose to other organs."""
    return says(
        "Breast cancer patients being treated with definitive intent and who have unfavorable "
        "anatomy (e.g., pectus excavatum) that would deliver unacceptably high doses to "
        "organs-at-risk",
        all_of(
            case.diagnosed(BREAST_CANCER),
            case.yes(DEFINITIVE_INTENT),
            case.yes(UNFAVORABLE_ANATOMY),
        ),
        "I.E.3.b",
    )


def heart_dose(case: Case) -> Finding:
    """I.E.3.c: early stage, and too much dose to the heart even with sparing techniques."""
    return says(
        "Early-stage breast cancer in which dose to the heart is unacceptably high with "
        "conventional photon or photon/electron using cardiac sparing techniques",
        all_of(
            case.diagnosed(BREAST_CANCER),
            case.chosen(STAGE, "early"),
            case.yes(HEART_DOSE),
        ),
        "I.E.3.c",
    )


def accelerated_partial_breast(case: Case) -> Finding:
    """I.E.3.d: APBI on either side."""
    return says(
        "Accelerated partial breast irradiation (APBI), regardless of laterality",
        all_of(
            case.diagnosed(TREATED_BREAST),
            case.chosen(BREAST_TREATMENT, "accelerated_partial_breast"),
        ),
        "I.E.3.d",
    )


def internal_mammary_nodes(case: Case) -> Finding:
    """I.E.3.e: a breast patient whose internal mammary nodes are targeted."""
    return says(
        "Patients in whom internal mammary lymph nodes are targeted",
        all_of(case.diagnosed(TREATED_BREAST), case.yes(INTERNAL_MAMMARY_NODES)),
        "I.E.3.e",
    )


def arms_down(case: Case) -> Finding:
    """I.E.3.f: the arm on that side cannot be raised."""
    return says(
        "Breast cancer patients who have limited ipsilateral arm range of motion and require "
        "treatment in the arms down position",
        all_of(case.diagnosed(BREAST_CANCER), case.yes(LIMITED_ARM_MOTION)),
        "I.E.3.f",
    )


def reconstructed_both_sides(case: Case) -> Finding:
    """I.E.3.g: after mastectomy, with implants on both sides."""
    return says(
        "Post-mastectomy radiotherapy when the patient has had bilateral implant-based "
        "reconstruction",
        all_of(
            case.diagnosed(TREATED_BREAST),
            case.chosen(BREAST_TREATMENT, "post_mastectomy"),
            case.yes(BILATERAL_RECONSTRUCTION),
        ),
        "I.E.3.g",
    )


def augmented_both_sides(case: Case) -> Finding:
    """I.E.3.h: the whole breast, with augmentation implants on both sides."""
    return says(
        "Whole breast radiotherapy in patients with bilateral augmentation implants",
        all_of(
            case.diagnosed(TREATED_BREAST),
            case.chosen(BREAST_TREATMENT, "whole_breast"),
            case.yes(BILATERAL_AUGMENTATION),
        ),
        "I.E.3.h",
    )


def breast(case: Case) -> Finding:
    """I.E.3: any of its items."""
    return says(
        HEADING.text,
        any_of(
            bilateral_with_nodes(case),
            unfavorable_anatomy(case),
            heart_dose(case),
            accelerated_partial_breast(case),
            internal_mammary_nodes(case),
            arms_down(case),
            reconstructed_both_sides(case),
            augmented_both_sides(case),
        ),
        HEADING.label,
    )
