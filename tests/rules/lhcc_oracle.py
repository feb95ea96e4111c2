"""LHCC's indications once more, written from the semantics page alone, for a few diagnoses.

Each need is a fact and the answer that it must have; an age is compared with 18.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from rules.facts import FactValue

Need = tuple[str, FactValue]
UNDETERMINED = "undetermined"

INOPERABLE = (("medically_inoperable", True), ("dose_escalation_required", True))
AGAIN = (("reirradiation", True), ("cumulative_dose_exceeds_tolerance", True))
CHILD = (("age", 18),)
BASE = (("near_skull_base", True),)
TOLERANCE = (("organ_at_risk_tolerance_exceeded_3d", True),)
AXIS = (("craniospinal_irradiation", True),)
HIPPOCAMPI = (("hippocampal_sparing_wbrt", True),)
NERVE = (("cranial_nerve_invasion", True),)
BREAST: dict[str, tuple[Need, ...]] = {
    "I.E.3.a": (("breast_laterality", "bilateral"), ("nodal_irradiation", True)),
    "I.E.3.b": (("definitive_intent", True), ("unfavorable_anatomy_high_dose", True)),
    "I.E.3.c": (("stage", "early"), ("heart_dose_unacceptable", True)),
    "I.E.3.d": (("breast_treatment", "accelerated_partial_breast"),),
    "I.E.3.e": (("internal_mammary_nodes", True),),
    "I.E.3.f": (("limited_arm_motion_arms_down", True),),
    "I.E.3.g": (
        ("breast_treatment", "post_mastectomy"),
        ("bilateral_implant_reconstruction", True),
    ),
    "I.E.3.h": (("breast_treatment", "whole_breast"), ("bilateral_augmentation_implants", True)),
}
LUNG: dict[str, tuple[Need, ...]] = {
    "I.E.4.b": (("stage", "early"), ("sbrt_not_feasible", True)),
    "I.E.4.c": (("stage", "locally_advanced"), ("imrt_reduces_normal_tissue_dose", True)),
}
OTHERWISE: dict[str, tuple[FactValue, ...]] = {
    "age": (17, 18, 45),
    "breast_laterality": ("left", "bilateral"),
    "stage": ("early", "locally_advanced", "metastatic"),
    "breast_treatment": ("accelerated_partial_breast", "whole_breast", "post_mastectomy", "other"),
}


@dataclass(frozen=True)
class Diagnosis:
    """A diagnosis, the items it meets by itself, and those that need more facts."""

    tumor_type: str
    site: str
    origin: str = "primary"
    met: tuple[str, ...] = ()
    needs: dict[str, tuple[Need, ...]] = field(default_factory=dict)
    is_solid: bool = True
    is_cancer: bool = True

    @property
    def items(self) -> dict[str, tuple[Need, ...]]:
        """Every item that further facts could meet; I.D holds for any condition."""
        general: dict[str, tuple[Need, ...]] = {"I.D": AGAIN}
        if self.is_solid:
            general["I.A"] = CHILD
        if self.is_cancer:
            general["I.B"] = INOPERABLE
        return general | self.needs


def carcinoma(site: str, *met: str, **needs: tuple[Need, ...]) -> Diagnosis:
    """A primary carcinoma of a site."""
    return Diagnosis("carcinoma", site, met=met, needs=needs)


DIAGNOSES = (
    Diagnosis("soft_tissue_sarcoma", "thigh"),
    Diagnosis("bone_sarcoma", "thigh", met=("I.C",)),
    Diagnosis("benign_bone_tumor", "thigh", met=("I.C",), is_cancer=False),
    Diagnosis("carcinoma", "thigh", "secondary"),
    Diagnosis("not_a_tumor", "hip", is_solid=False, is_cancer=False),
    Diagnosis("leukemia", "blood_or_marrow", is_solid=False),
    carcinoma("eye", "I.E.1.a", **{"I.E.1.b": BASE}),
    Diagnosis("benign_cns_tumor", "skull_base", met=("I.E.1.b",), is_cancer=False,
              needs={"I.E.1.c": TOLERANCE, "I.E.1.d": AXIS}),
    Diagnosis("malignant_cns_tumor", "brain",
              needs={"I.E.1.b": BASE, "I.E.1.c": TOLERANCE, "I.E.1.d": AXIS}),
    Diagnosis("carcinoma", "brain", "secondary",
              needs={"I.E.1.b": BASE, "I.E.1.d": AXIS, "I.E.1.e": HIPPOCAMPI}),
    Diagnosis("cutaneous_melanoma", "spine", "secondary",
              needs={"I.E.1.c": TOLERANCE, "I.E.1.d": AXIS}),
    carcinoma("nasopharynx", "I.E.2.a", **{"I.E.1.b": BASE}),
    carcinoma("skin_of_head_and_neck", **{"I.E.1.b": BASE, "I.E.2.b": NERVE}),
    Diagnosis("mucosal_melanoma", "oral_cavity", met=("I.E.2.a", "I.E.2.c"),
              needs={"I.E.1.b": BASE}),
    Diagnosis("carcinoma", "neck_nodes", "unknown_primary", met=("I.E.2.a", "I.E.2.d"),
              needs={"I.E.1.b": BASE}),
    carcinoma("breast", **BREAST),
    carcinoma("lung", **LUNG),
    Diagnosis("carcinoma", "lung", "secondary"),
    Diagnosis("lymphoma", "mediastinum", met=("I.E.4.a",)),
    Diagnosis("soft_tissue_sarcoma", "chest_wall", met=("I.E.4.a",)),
    Diagnosis("mesothelioma", "pleura", met=("I.E.4.d",)),
    carcinoma("liver", "I.E.5.a", "I.E.5.c", "I.E.5.d"),
    Diagnosis("carcinoma", "liver", "secondary", met=("I.E.5.d",)),
    carcinoma("bile_duct_or_gallbladder", "I.E.5.a", "I.E.5.c"),
    carcinoma("esophagus", "I.E.5.b"),
    carcinoma("pancreas", "I.E.5.c"),
    carcinoma("anus", "I.E.5.e"),
    Diagnosis("soft_tissue_sarcoma", "retroperitoneum", met=("I.E.6.a",)),
    Diagnosis("desmoid", "forearm", met=("I.E.6.b",), is_cancer=False),
    carcinoma("endometrium", "I.E.6.c", "I.E.7.c"),
    Diagnosis("soft_tissue_sarcoma", "uterus"),
    carcinoma("cervix", "I.E.7.a"),
    carcinoma("vulva", "I.E.7.b"),
    carcinoma("prostate", "I.E.8.a"),
    carcinoma("kidney", "I.E.5.c", "I.E.8.b"),
    carcinoma("bladder", "I.E.8.c"),
    carcinoma("penis", "I.E.8.d"),
    carcinoma("ureter", "I.E.8.e"),
    carcinoma("urethra"),
)  # fmt: skip


def holds(need: Need, known: dict[str, FactValue]) -> bool | str | None:
    """True, false, unknown (`None`), or undetermined at exactly 18."""
    name, wanted = need
    value = known.get(name)
    if value is None:
        return None
    if name == "age":
        assert isinstance(value, int)
        return UNDETERMINED if value == 18 else value < 18
    return value == wanted


def oracle(diagnosis: Diagnosis, known: dict[str, FactValue]) -> tuple[str, set[str], set[str]]:
    """The outcome, the facts still to be asked, and the items met."""
    met, asked = set(diagnosis.met), set()
    for label, needs in diagnosis.items.items():
        held = [holds(need, known) for need in needs]
        if all(each is True for each in held):
            met.add(label)
        elif False not in held and UNDETERMINED not in held:
            asked |= {name for (name, _), each in zip(needs, held, strict=True) if each is None}
    if met:
        return "criteria_met", set(), met
    return ("information_needed" if asked else "clinical_review"), asked, met
