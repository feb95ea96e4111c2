"""Cases of LHCC's items: what meets each, what nearly does, and what can be read two ways."""

from __future__ import annotations

from rules import evaluate
from rules.determination import Determination, Outcome
from rules.facts import FactValue
from rules.findings import Finding, Truth
from tests.rules.policy_text import LHCC, on

MET, REVIEW = Outcome.CRITERIA_MET, Outcome.CLINICAL_REVIEW
ASK = Outcome.INFORMATION_NEEDED
TODAY = "2026-11-21"
Known = dict[str, FactValue]

ADULT: Known = {"age": 45, "medically_inoperable": False, "reirradiation": False}


def tumor(kind: str, site: str | None = None, origin: str | None = None) -> Known:
    given = {"tumor_type": kind, "tumor_site": site, "tumor_origin": origin}
    return {name: value for name, value in given.items() if value}


def decide(*known: Known, day: str = TODAY) -> Determination:
    facts = {name: value for each in known for name, value in each.items()}
    return evaluate(LHCC, facts, on(day))


def asked(found: Determination) -> list[str]:
    return [fact.name for fact in found.missing]


def item(found: Determination, label: str) -> Finding:
    assert found.finding is not None
    return next(each for each in found.finding.all() if each.label == label)


def met_items(found: Determination) -> list[str]:
    assert found.finding is not None
    return [
        each.label
        for each in found.finding.all()
        if each.truth is Truth.MET and each.label.count(".") in {1, 3} and each.label != "I.E"
    ]


BREAST = tumor("carcinoma", "breast")
LUNG = tumor("cancer", "lung")


def so(*names: str, **chosen: str) -> Known:
    return {**dict.fromkeys(names, True), **chosen}


ITEMS = [
    ("I.A", {**tumor("lymphoma", "neck_nodes"), "age": 17}, ["age", "tumor_type"]),
    (
        "I.B",
        {**tumor("carcinoma", "urethra"), **so("medically_inoperable", "dose_escalation_required")},
        ["medically_inoperable", "dose_escalation_required"],
    ),
    ("I.C", tumor("benign_bone_tumor", "lower_leg"), []),
    ("I.C", tumor("bone_sarcoma", "pelvic_bone", "primary"), []),
    (
        "I.D",
        {
            **tumor("soft_tissue_sarcoma", "shoulder"),
            **so("reirradiation", "cumulative_dose_exceeds_tolerance"),
        },
        ["reirradiation", "cumulative_dose_exceeds_tolerance"],
    ),
    ("I.E.1.a", tumor("carcinoma", "eye"), []),
    ("I.E.1.a", tumor("uveal_melanoma"), []),
    ("I.E.1.a", tumor("benign_tumor", "eye"), []),
    ("I.E.1.b", tumor("benign_cns_tumor", "skull_base"), []),
    (
        "I.E.1.b",
        {**tumor("benign_tumor", "other_head_and_neck"), **so("near_skull_base")},
        ["near_skull_base"],
    ),
    (
        "I.E.1.c",
        {
            **tumor("cutaneous_melanoma", "spine", "secondary"),
            **so("organ_at_risk_tolerance_exceeded_3d"),
        },
        ["organ_at_risk_tolerance_exceeded_3d"],
    ),
    (
        "I.E.1.c",
        {**tumor("malignant_cns_tumor", "brain"), **so("organ_at_risk_tolerance_exceeded_3d")},
        ["organ_at_risk_tolerance_exceeded_3d"],
    ),
    (
        "I.E.1.d",
        {**tumor("malignant_cns_tumor", "spinal_cord"), **so("craniospinal_irradiation")},
        ["craniospinal_irradiation"],
    ),
    (
        "I.E.1.e",
        {**tumor("carcinoma", "brain", "secondary"), **so("hippocampal_sparing_wbrt")},
        ["hippocampal_sparing_wbrt"],
    ),
    ("I.E.2.a", tumor("carcinoma", "larynx"), []),
    ("I.E.2.a", tumor("cutaneous_melanoma", "neck_nodes", "secondary"), []),
    (
        "I.E.2.b",
        {**tumor("carcinoma", "skin_of_head_and_neck"), **so("cranial_nerve_invasion")},
        ["cranial_nerve_invasion"],
    ),
    ("I.E.2.c", tumor("mucosal_melanoma", "nasal_cavity"), []),
    ("I.E.2.d", tumor("carcinoma", "neck_nodes", "unknown_primary"), []),
    (
        "I.E.3.a",
        {**BREAST, **so("nodal_irradiation", breast_laterality="bilateral")},
        ["breast_laterality", "nodal_irradiation"],
    ),
    (
        "I.E.3.b",
        {**BREAST, **so("definitive_intent", "unfavorable_anatomy_high_dose")},
        ["definitive_intent", "unfavorable_anatomy_high_dose"],
    ),
    (
        "I.E.3.c",
        {**BREAST, **so("heart_dose_unacceptable", stage="early")},
        ["stage", "heart_dose_unacceptable"],
    ),
    (
        "I.E.3.d",
        {**BREAST, **so(breast_treatment="accelerated_partial_breast")},
        ["breast_treatment"],
    ),
    ("I.E.3.e", {**BREAST, **so("internal_mammary_nodes")}, ["internal_mammary_nodes"]),
    ("I.E.3.f", {**BREAST, **so("limited_arm_motion_arms_down")}, ["limited_arm_motion_arms_down"]),
    (
        "I.E.3.g",
        {**BREAST, **so("bilateral_implant_reconstruction", breast_treatment="post_mastectomy")},
        ["breast_treatment", "bilateral_implant_reconstruction"],
    ),
    (
        "I.E.3.h",
        {**BREAST, **so("bilateral_augmentation_implants", breast_treatment="whole_breast")},
        ["breast_treatment", "bilateral_augmentation_implants"],
    ),
    ("I.E.4.a", tumor("lymphoma", "mediastinum"), []),
    ("I.E.4.a", tumor("thymic_tumor"), []),
    ("I.E.4.a", tumor("soft_tissue_sarcoma", "chest_wall"), []),
    ("I.E.4.a", tumor("carcinoma", "mediastinum", "secondary"), []),
    ("I.E.4.b", {**LUNG, **so("sbrt_not_feasible", stage="early")}, ["stage", "sbrt_not_feasible"]),
    (
        "I.E.4.c",
        {**LUNG, **so("imrt_reduces_normal_tissue_dose", stage="locally_advanced")},
        ["stage", "imrt_reduces_normal_tissue_dose"],
    ),
    ("I.E.4.d", tumor("mesothelioma", "pleura"), []),
    ("I.E.5.a", tumor("carcinoma", "bile_duct_or_gallbladder"), []),
    ("I.E.5.b", tumor("carcinoma", "esophagus"), []),
    ("I.E.5.c", tumor("soft_tissue_sarcoma", "stomach"), []),
    ("I.E.5.c", tumor("lymphoma", "small_bowel"), []),
    ("I.E.5.d", tumor("carcinoma", "liver", "secondary"), []),
    ("I.E.5.e", tumor("carcinoma", "anus"), []),
    ("I.E.5.e", tumor("cancer", "colon_or_rectum"), []),
    ("I.E.6.a", tumor("soft_tissue_sarcoma", "retroperitoneum"), []),
    ("I.E.6.b", tumor("desmoid", "forearm"), []),
    ("I.E.6.b", tumor("desmoid"), []),
    ("I.E.6.c", tumor("carcinoma", "endometrium"), []),
    ("I.E.7.a", tumor("cancer", "cervix"), []),
    ("I.E.7.b", tumor("carcinoma", "vulva"), []),
    ("I.E.7.b", tumor("carcinoma", "vagina"), []),
    ("I.E.7.c", tumor("cancer", "endometrium"), []),
    ("I.E.8.a", tumor("carcinoma", "prostate"), []),
    ("I.E.8.b", tumor("cancer", "kidney"), []),
    ("I.E.8.c", tumor("carcinoma", "bladder"), []),
    ("I.E.8.d", tumor("carcinoma", "penis"), []),
    ("I.E.8.e", tumor("carcinoma", "ureter"), []),
]


NEAR_MISSES = [
    ("I.A", {**tumor("leukemia", "blood_or_marrow"), "age": 9}, "leukemia is not a solid tumor"),
    (
        "I.B",
        {
            **tumor("benign_bone_tumor", "thigh"),
            **so("medically_inoperable", "dose_escalation_required"),
        },
        "a benign tumor is no cancer",
    ),
    ("I.C", tumor("carcinoma", "thigh", "secondary"), "a bone metastasis"),
    ("I.C", tumor("bone_sarcoma", "lung", "secondary"), "a metastasis of a bone sarcoma"),
    ("I.C", tumor("soft_tissue_sarcoma", "thigh"), "no word of bone"),
    ("I.E.1.a", tumor("not_a_tumor", "eye"), "no tumor"),
    (
        "I.E.1.e",
        {**tumor("malignant_cns_tumor", "brain"), **so("hippocampal_sparing_wbrt")},
        "no metastasis",
    ),
    (
        "I.E.1.c",
        {**tumor("carcinoma", "brain", "secondary"), **so("organ_at_risk_tolerance_exceeded_3d")},
        "brain metastases are named in I.E.1.e",
    ),
    ("I.E.2.a", tumor("carcinoma", "skin_of_head_and_neck"), "skin is no head and neck cancer"),
    ("I.E.2.a", tumor("cutaneous_melanoma", "oral_cavity", "primary"), "melanoma of the skin"),
    ("I.E.2.a", tumor("benign_tumor", "salivary_gland"), "benign"),
    (
        "I.E.2.b",
        {**tumor("carcinoma", "skin_elsewhere"), **so("cranial_nerve_invasion")},
        "not of the head",
    ),
    ("I.E.2.c", tumor("cutaneous_melanoma", "nasal_cavity"), "cutaneous"),
    ("I.E.2.d", tumor("carcinoma", "liver", "unknown_primary"), "not of the head and neck"),
    (
        "I.E.3.e",
        {**tumor("carcinoma", "lung"), **so("internal_mammary_nodes")},
        "not a breast patient",
    ),
    ("I.E.4.a", tumor("carcinoma", "lung"), "nodes of a lung cancer are lung"),
    (
        "I.E.4.a",
        tumor("soft_tissue_sarcoma", "lung", "secondary"),
        "a metastasis is no thoracic sarcoma",
    ),
    (
        "I.E.4.b",
        {**tumor("carcinoma", "lung", "secondary"), **so("sbrt_not_feasible", stage="early")},
        "metastasis",
    ),
    ("I.E.4.d", tumor("mesothelioma", "other_abdominal_organ"), "peritoneal"),
    ("I.E.5.b", tumor("carcinoma", "esophagus", "secondary"), "primary only"),
    ("I.E.5.c", tumor("carcinoma", "adrenal", "secondary"), "primary only"),
    ("I.E.5.d", tumor("benign_tumor", "liver"), "benign"),
    ("I.E.6.a", tumor("soft_tissue_sarcoma", "thigh"), "not retroperitoneal"),
    (
        "I.E.6.c",
        tumor("soft_tissue_sarcoma", "uterus"),
        "uterine sarcoma is not endometrial cancer",
    ),
    ("I.E.7.c", tumor("soft_tissue_sarcoma", "endometrium"), "nor is stromal sarcoma"),
    ("I.E.8.a", tumor("carcinoma", "pelvic_bone", "secondary"), "a metastasis of it"),
    ("I.E.8.a", tumor("benign_tumor", "prostate"), "benign"),
    ("I.E.8.b", tumor("carcinoma", "bone", "secondary"), "bone metastasis of a renal cancer"),
    ("I.E.8.e", tumor("carcinoma", "urethra"), "urethra is not ureter"),
]


TWO_READINGS = [
    ("I.A", {**tumor("plasma_cell_neoplasm", "spine"), "age": 9}),
    ("I.C", tumor("plasma_cell_neoplasm", "pelvic_bone")),
    ("I.C", tumor("lymphoma", "bone")),
    ("I.C", tumor("bone_cyst_or_dysplasia", "thigh")),
    ("I.E.2.a", tumor("lymphoma", "neck_nodes")),
    ("I.E.2.c", tumor("mucosal_melanoma", "vulva")),
    ("I.E.5.c", tumor("mucosal_melanoma", "colon_or_rectum")),
    ("I.E.5.c", tumor("lymphoma", "retroperitoneum")),
    ("I.E.8.a", tumor("soft_tissue_sarcoma", "prostate")),
    ("I.E.8.c", tumor("lymphoma", "bladder")),
]
