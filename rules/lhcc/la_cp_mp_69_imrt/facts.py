"""What the policy's indications ask beyond the diagnosis and the age."""

from __future__ import annotations

from rules.facts import Choice, Fact, Kind


def _yes_no(name: str, question: str, why: str) -> Fact:
    return Fact(name, Kind.YES_NO, question, why)


MEDICALLY_INOPERABLE = _yes_no(
    "medically_inoperable",
    "Is the patient medically inoperable, that is, not fit for surgery?",
    "I.B takes medically inoperable patients.",
)
DOSE_ESCALATION_REQUIRED = _yes_no(
    "dose_escalation_required",
    "Is dose escalation required?",
    "I.B takes cancers where dose escalation is required.",
)
REIRRADIATION = _yes_no(
    "reirradiation",
    "Is this re-irradiation, that is, was the same area irradiated before?",
    "I.D takes re-irradiation.",
)
CUMULATIVE_DOSE = _yes_no(
    "cumulative_dose_exceeds_tolerance",
    "With the earlier dose added, would a critical structure get more than its tolerance dose?",
    "I.D takes re-irradiation where the cumulative dose would exceed tolerance.",
)
NEAR_SKULL_BASE = _yes_no(
    "near_skull_base",
    "Does the tumor approach the base of skull, or is it located there?",
    "I.E.1.b takes tumors at or near the base of skull.",
)
ORGAN_AT_RISK = _yes_no(
    "organ_at_risk_tolerance_exceeded_3d",
    "With 3-D conformal treatment, might the tolerance of an organ at risk be exceeded?",
    "I.E.1.c takes these tumors where 3-D treatment may exceed an organ's tolerance.",
)
CRANIOSPINAL = _yes_no(
    "craniospinal_irradiation",
    "Is craniospinal irradiation required?",
    "I.E.1.d takes tumors that require craniospinal irradiation.",
)
HIPPOCAMPAL_SPARING = _yes_no(
    "hippocampal_sparing_wbrt",
    "Is hippocampal-sparing whole brain radiotherapy required?",
    "I.E.1.e takes brain metastases that require it.",
)
CRANIAL_NERVE_INVASION = _yes_no(
    "cranial_nerve_invasion",
    "Does it invade a cranial nerve to the base of skull, the cavernous sinus or the brainstem?",
    "I.E.2.b takes cutaneous tumors that do.",
)
LATERALITY = Fact(
    "breast_laterality",
    Kind.CHOICE,
    "Which breast has the cancer: left, right or both?",
    "I.E.3.a takes bilateral breast cancers.",
    choices=(Choice("left", "left"), Choice("right", "right"), Choice("bilateral", "both breasts")),
)
NODAL_IRRADIATION = _yes_no(
    "nodal_irradiation",
    "Do lymph nodes need treatment on at least one side?",
    "I.E.3.a takes bilateral breast cancers with nodal treatment.",
)
DEFINITIVE_INTENT = _yes_no(
    "definitive_intent",
    "Is the breast cancer treated with definitive intent?",
    "I.E.3.b takes patients treated with definitive intent.",
)
UNFAVORABLE_ANATOMY = _yes_no(
    "unfavorable_anatomy_high_dose",
    "Would an unfavorable anatomy (e.g. pectus excavatum) give organs at risk too high a dose?",
    "I.E.3.b takes patients with such an anatomy.",
)
STAGE = Fact(
    "stage",
    Kind.CHOICE,
    "Is the cancer at an early stage, locally advanced or metastatic?",
    "I.E.3.c and I.E.4.b take early stages, I.E.4.c locally advanced ones.",
    choices=(
        Choice("early", "early stage"),
        Choice("locally_advanced", "locally advanced"),
        Choice("metastatic", "metastatic"),
    ),
)
HEART_DOSE = _yes_no(
    "heart_dose_unacceptable",
    "With conventional cardiac-sparing techniques, is the dose to the heart unacceptably high?",
    "I.E.3.c takes early breast cancers where it is.",
)
BREAST_TREATMENT = Fact(
    "breast_treatment",
    Kind.CHOICE,
    "Which breast radiotherapy is it: partial breast (APBI), whole breast or after mastectomy?",
    "I.E.3.d, g and h each take one of them.",
    choices=(
        Choice("accelerated_partial_breast", "accelerated partial breast (APBI)"),
        Choice("whole_breast", "whole breast"),
        Choice("post_mastectomy", "after mastectomy"),
        Choice("other", "another"),
    ),
)
INTERNAL_MAMMARY_NODES = _yes_no(
    "internal_mammary_nodes",
    "Are the internal mammary lymph nodes targeted?",
    "I.E.3.e takes patients in whom they are.",
)
LIMITED_ARM_MOTION = _yes_no(
    "limited_arm_motion_arms_down",
    "Is the arm on that side limited in motion, so that treatment must be given with arms down?",
    "I.E.3.f takes such patients.",
)
BILATERAL_RECONSTRUCTION = _yes_no(
    "bilateral_implant_reconstruction",
    "Has the patient had implant-based reconstruction on both sides?",
    "I.E.3.g takes post-mastectomy radiotherapy after it.",
)
BILATERAL_AUGMENTATION = _yes_no(
    "bilateral_augmentation_implants",
    "Does the patient have augmentation implants in both breasts?",
    "I.E.3.h takes whole breast radiotherapy with them.",
)
SBRT_NOT_FEASIBLE = _yes_no(
    "sbrt_not_feasible",
    "Is SBRT not feasible for anatomic reasons?",
    "I.E.4.b takes early lung cancers where it is not.",
)
REDUCES_NORMAL_TISSUE_DOSE = _yes_no(
    "imrt_reduces_normal_tissue_dose",
    "Does IMRT significantly reduce the dose to normal tissues?",
    "I.E.4.c takes locally advanced lung cancers where it does.",
)
