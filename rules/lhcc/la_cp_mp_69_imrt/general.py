"""I.A to I.D: indications for any site."""

from __future__ import annotations

from rules.case import Case, at_most, below
from rules.common_facts import AGE
from rules.conditions import ANYWHERE, PRIMARY, Clause, condition
from rules.determination import Interpretation, Quote
from rules.diagnoses import BONES
from rules.findings import Finding, Truth, all_of, on_every_reading, says
from rules.lhcc.la_cp_mp_69_imrt.facts import (
    CUMULATIVE_DOSE,
    DOSE_ESCALATION_REQUIRED,
    MEDICALLY_INOPERABLE,
    REIRRADIATION,
)
from rules.lhcc.la_cp_mp_69_imrt.tumors_meant import MALIGNANCIES, TUMORS
from rules.tumors import LIMBS_AND_GIRDLES, TumorSite, TumorType

CHILD = Quote("Age < 18 years with a solid tumor", "I.A")
CHILD_IN_LOG = Quote('leaving I.A. "Age ≤ 18 years"', "Revision log 3/25")
BONE_TUMOR = Quote("Primary malignant or benign bone tumors", "I.C")

EIGHTEEN = Interpretation(
    "The criterion takes patients below 18 years.",
    "The log entry of the same version takes patients of exactly 18 years as well.",
    CHILD,
    CHILD_IN_LOG,
)
SOLID = Interpretation(
    "A solid tumor is one as the National Cancer Institute defines it: benign or malignant, "
    "sarcomas, carcinomas and lymphomas, not leukemia.",
    "Only malignant tumors of an organ are meant.",
    CHILD,
)
PERHAPS_SOLID = Interpretation(
    "A plasma cell tumor, bone cyst or fibrous dysplasia may or may not be called a solid tumor.",
    "Either reading alone would settle it.",
    CHILD,
)
PERHAPS_BONE_TUMOR = Interpretation(
    "Myeloma, plasmacytoma or lymphoma of bone, a bone cyst and fibrous dysplasia may or may not "
    "be called primary bone tumors.",
    "Either reading alone would settle it.",
    BONE_TUMOR,
)
SOFT_TISSUE = Interpretation(
    "A limb sarcoma with no word of bone is a soft tissue sarcoma.",
    "It may have arisen in the bone, and would then be a primary bone tumor.",
    BONE_TUMOR,
)

_BY_DEFINITION = frozenset(
    {
        TumorType.LYMPHOMA,
        TumorType.DESMOID,
        TumorType.BENIGN_BONE_TUMOR,
        TumorType.BENIGN_CNS_TUMOR,
        TumorType.BENIGN_TUMOR,
    }
)
_PERHAPS_SOLID = frozenset({TumorType.PLASMA_CELL_NEOPLASM, TumorType.BONE_CYST_OR_DYSPLASIA})
_BONE_OR_LIMB = BONES | LIMBS_AND_GIRDLES | {TumorSite.SKULL_BASE, TumorSite.CHEST_WALL}

SOLID_TUMOR = condition(
    Clause(_BY_DEFINITION, reading=SOLID),
    Clause(_PERHAPS_SOLID, truth=Truth.UNKNOWN, reading=PERHAPS_SOLID),
    Clause(TUMORS - _BY_DEFINITION - _PERHAPS_SOLID, ANYWHERE - {TumorSite.BLOOD_OR_MARROW}),
    Clause(TUMORS - _BY_DEFINITION - _PERHAPS_SOLID - {TumorType.CANCER}),
    Clause(frozenset({TumorType.LEUKEMIA}), truth=Truth.NOT_MET, reading=SOLID),
)
CANCER = condition(Clause(MALIGNANCIES))
PRIMARY_BONE_TUMOR = condition(
    Clause(frozenset({TumorType.BONE_SARCOMA, TumorType.BENIGN_BONE_TUMOR}), origins=PRIMARY),
    Clause(
        frozenset({TumorType.BONE_CYST_OR_DYSPLASIA}),
        origins=PRIMARY,
        truth=Truth.UNKNOWN,
        reading=PERHAPS_BONE_TUMOR,
    ),
    Clause(
        frozenset({TumorType.PLASMA_CELL_NEOPLASM}),
        _BONE_OR_LIMB | {TumorSite.BLOOD_OR_MARROW},
        truth=Truth.UNKNOWN,
        reading=PERHAPS_BONE_TUMOR,
    ),
    Clause(
        frozenset({TumorType.LYMPHOMA}),
        _BONE_OR_LIMB,
        truth=Truth.UNKNOWN,
        reading=PERHAPS_BONE_TUMOR,
    ),
    Clause(
        frozenset({TumorType.SOFT_TISSUE_SARCOMA}),
        LIMBS_AND_GIRDLES,
        PRIMARY,
        truth=Truth.NOT_MET,
        reading=SOFT_TISSUE,
    ),
)


def child_with_solid_tumor(case: Case) -> Finding:
    """I.A: below 18; at exactly 18 criterion and log differ, and nothing is left to ask."""
    by_age = on_every_reading(
        EIGHTEEN,
        says(CHILD.text, below(case, AGE, 18), CHILD.label),
        says(CHILD_IN_LOG.text, at_most(case, AGE, 18), CHILD_IN_LOG.label),
    )
    return says(CHILD.text, all_of(by_age, case.diagnosed(SOLID_TUMOR)), CHILD.label)


def inoperable_cancer_with_dose_escalation(case: Case) -> Finding:
    """I.B: a cancer that is not operated on for the patient's state, and needs a higher dose."""
    return says(
        "Medically inoperable patient with diagnosis of cancer where dose escalation is required",
        all_of(
            case.yes(MEDICALLY_INOPERABLE),
            case.diagnosed(CANCER),
            case.yes(DOSE_ESCALATION_REQUIRED),
        ),
        "I.B",
    )


def primary_bone_tumor(case: Case) -> Finding:
    """I.C: arisen in bone, malignant or benign; no metastasis, no sarcoma beside the bone."""
    return says(BONE_TUMOR.text, case.diagnosed(PRIMARY_BONE_TUMOR), BONE_TUMOR.label)


def reirradiation_beyond_tolerance(case: Case) -> Finding:
    """I.D: irradiated before, and the doses together too much for a critical structure."""
    return says(
        "Re-irradiation (where cumulative critical structure dose would exceed tolerance dose)",
        all_of(case.yes(REIRRADIATION), case.yes(CUMULATIVE_DOSE)),
        "I.D",
    )
