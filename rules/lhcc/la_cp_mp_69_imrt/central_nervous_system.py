"""I.E.1: eye, base of skull, brain and spine."""

from __future__ import annotations

from rules.case import Case
from rules.conditions import ANYWHERE, PRIMARY, SECONDARY, Clause, condition
from rules.determination import Interpretation, Quote
from rules.findings import Finding, all_of, any_of, read_as, says
from rules.lhcc.la_cp_mp_69_imrt.facts import (
    CRANIOSPINAL,
    HIPPOCAMPAL_SPARING,
    NEAR_SKULL_BASE,
    ORGAN_AT_RISK,
)
from rules.lhcc.la_cp_mp_69_imrt.tumors_meant import TUMORS, tumors_at
from rules.tumors import TumorOrigin, TumorSite, TumorType

OCULAR = Quote("Ocular tumors, including intraocular melanomas", "I.E.1.a")
SKULL_BASE = Quote("Tumors that approach or are located at the base of skull", "I.E.1.b")
SPINE = Quote(
    "Primary CNS tumors, primary spine, or metastatic tumors to the spine or spinal cord where "
    "organ at risk tolerance may be exceeded with 3-D conformal treatments",
    "I.E.1.c",
)
CRANIOSPINAL_AXIS = Quote(
    "Primary and metastatic tumors requiring craniospinal irradiation", "I.E.1.d"
)
BRAIN = Quote("Brain metastases requiring hippocampal-sparing whole brain radiotherapy", "I.E.1.e")
GOVERNS_ALL_THREE = Interpretation(
    "The tolerance of an organ at risk must be in question for all three kinds of tumor named.",
    "It is asked for metastases only; a primary tumor of the brain or spine would need no more.",
    SPINE,
)

_CNS_TYPES = frozenset({TumorType.MALIGNANT_CNS_TUMOR, TumorType.BENIGN_CNS_TUMOR})
_INSIDE = frozenset({TumorSite.BRAIN, TumorSite.LEPTOMENINGES})
_SPINAL = frozenset({TumorSite.SPINE, TumorSite.SPINAL_CORD})
_FROM_ELSEWHERE = SECONDARY | {TumorOrigin.UNKNOWN_PRIMARY}

OCULAR_TUMOR = condition(
    Clause(frozenset({TumorType.UVEAL_MELANOMA}), origins=PRIMARY),
    *tumors_at(frozenset({TumorSite.EYE}), OCULAR),
)
ANY_TUMOR = condition(*tumors_at(ANYWHERE, SKULL_BASE))
AT_SKULL_BASE = condition(Clause(sites=frozenset({TumorSite.SKULL_BASE})))
PRIMARY_CNS_OR_SPINE = condition(
    Clause(_CNS_TYPES, origins=PRIMARY),
    Clause(TUMORS, _INSIDE | _SPINAL, PRIMARY),
)
SPINAL_METASTASIS = condition(Clause(TUMORS, _SPINAL, _FROM_ELSEWHERE))
CRANIOSPINAL_TUMOR = condition(*tumors_at(ANYWHERE, CRANIOSPINAL_AXIS))
BRAIN_METASTASES = condition(Clause(TUMORS, frozenset({TumorSite.BRAIN}), _FROM_ELSEWHERE))


def ocular_tumor(case: Case) -> Finding:
    """I.E.1.a: any tumor of the eye."""
    return says(OCULAR.text, case.diagnosed(OCULAR_TUMOR), OCULAR.label)


def tumor_at_skull_base(case: Case) -> Finding:
    """I.E.1.b: any tumor at the base of skull or approaching it."""
    there = any_of(case.diagnosed(AT_SKULL_BASE), case.yes(NEAR_SKULL_BASE))
    return says(SKULL_BASE.text, all_of(case.diagnosed(ANY_TUMOR), there), SKULL_BASE.label)


def organ_at_risk_beyond_tolerance(case: Case) -> Finding:
    """I.E.1.c: primary of the central nervous system or spine, or metastasis to the spine."""
    tolerance = case.yes(ORGAN_AT_RISK)
    of_primary = all_of(case.diagnosed(PRIMARY_CNS_OR_SPINE), read_as(GOVERNS_ALL_THREE, tolerance))
    of_metastasis = all_of(case.diagnosed(SPINAL_METASTASIS), tolerance)
    return says(SPINE.text, any_of(of_primary, of_metastasis), SPINE.label)


def craniospinal_irradiation(case: Case) -> Finding:
    """I.E.1.d: any tumor that requires it."""
    return says(
        CRANIOSPINAL_AXIS.text,
        all_of(case.diagnosed(CRANIOSPINAL_TUMOR), case.yes(CRANIOSPINAL)),
        CRANIOSPINAL_AXIS.label,
    )


def hippocampal_sparing(case: Case) -> Finding:
    """I.E.1.e: brain metastases whose whole brain treatment spares the hippocampi."""
    return says(
        BRAIN.text,
        all_of(case.diagnosed(BRAIN_METASTASES), case.yes(HIPPOCAMPAL_SPARING)),
        BRAIN.label,
    )


def central_nervous_system(case: Case) -> Finding:
    """I.E.1: any of its items."""
    return says(
        "Central Nervous System, any of the following:",
        any_of(
            ocular_tumor(case),
            tumor_at_skull_base(case),
            organ_at_risk_beyond_tolerance(case),
            craniospinal_irradiation(case),
            hippocampal_sparing(case),
        ),
        "I.E.1",
    )
