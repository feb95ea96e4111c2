"""What facts are called, and how their values read, when an answer speaks of them."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.answering.wording import listed, quantity
from rules.facts import Fact, FactValue

NAMES = {
    "payer": "the payer",
    "tumor_type": "the tumor type",
    "tumor_site": "the site treated",
    "tumor_origin": "whether the lesion is primary or secondary",
    "age": "the age",
    "bone_share_3d": "the bone's share under 3D",
    "bone_share_imrt": "the bone's share under IMRT",
    "bone_reduction": "the reduction at the bone",
    "joint_share_3d": "the joint's share under 3D",
    "joint_share_imrt": "the joint's share under IMRT",
    "joint_reduction": "the reduction at the joint",
    "medically_inoperable": "medical inoperability",
    "dose_escalation_required": "the need for dose escalation",
    "reirradiation": "re-irradiation",
    "cumulative_dose_exceeds_tolerance": "a cumulative dose above tolerance",
    "near_skull_base": "closeness to the base of skull",
    "organ_at_risk_tolerance_exceeded_3d": "an organ at risk above tolerance with 3D",
    "craniospinal_irradiation": "craniospinal irradiation",
    "hippocampal_sparing_wbrt": "hippocampal-sparing whole brain radiotherapy",
    "cranial_nerve_invasion": "cranial nerve invasion",
    "breast_laterality": "the side of the breast cancer",
    "nodal_irradiation": "nodal treatment",
    "definitive_intent": "definitive intent",
    "unfavorable_anatomy_high_dose": "unfavorable anatomy with unacceptable doses",
    "stage": "the stage",
    "heart_dose_unacceptable": "an unacceptable heart dose",
    "breast_treatment": "the kind of breast irradiation",
    "internal_mammary_nodes": "targeting of the internal mammary nodes",
    "limited_arm_motion_arms_down": "limited arm motion with the arms down",
    "bilateral_implant_reconstruction": "implant reconstruction on both sides",
    "bilateral_augmentation_implants": "augmentation implants on both sides",
    "sbrt_not_feasible": "infeasibility of SBRT",
    "imrt_reduces_normal_tissue_dose": "a significant dose reduction by IMRT",
}


def name_of(fact: str, structure: str = "") -> str:
    """A fact's name in a sentence, with the bone or joint it is of.

    >>> name_of("bone_share_3d", "femur")
    "the bone's share under 3D (femur)"
    """
    return f"{NAMES[fact]} ({structure})" if structure else NAMES[fact]


def value_in_words(fact: Fact, value: FactValue) -> str:
    """A value as it is read aloud."""
    if isinstance(value, Mapping):
        return listed([quantity(share, fact.unit or "percent") for share in value.values()])
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value} years"
    return next((each.label for each in fact.choices if each.value == value), value)
