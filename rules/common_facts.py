"""Facts that more than one policy asks for: the diagnosis and the age."""

from __future__ import annotations

from decimal import Decimal

from rules.facts import Choice, Fact, Kind
from rules.tumors import TumorOrigin, TumorSite, TumorType

_TYPES = {
    TumorType.CUTANEOUS_MELANOMA: "melanoma of the skin",
    TumorType.MUCOSAL_MELANOMA: "melanoma of a mucosa",
    TumorType.UVEAL_MELANOMA: "melanoma inside the eye",
    TumorType.CANCER: "cancer, kind not known",
    TumorType.DESMOID: "desmoid tumor",
    TumorType.BONE_SARCOMA: "malignant primary bone tumor",
    TumorType.BONE_CYST_OR_DYSPLASIA: "bone cyst or fibrous dysplasia",
    TumorType.PLASMA_CELL_NEOPLASM: "myeloma or plasmacytoma",
    TumorType.MALIGNANT_CNS_TUMOR: "malignant tumor of the brain or spinal cord",
    TumorType.BENIGN_CNS_TUMOR: "benign tumor of the brain, spinal cord or their coverings",
    TumorType.EMBRYONAL_TUMOR: "embryonal tumor, such as neuroblastoma",
    TumorType.BENIGN_TUMOR: "another benign tumor",
    TumorType.TUMOR: "tumor, malignant or benign not known",
    TumorType.NOT_A_TUMOR: "no tumor",
}
_SITES = {
    TumorSite.LEPTOMENINGES: "coverings of the brain or cord",
    TumorSite.SKULL_BASE: "base of skull",
    TumorSite.EYE: "eye, eyelid or orbit",
    TumorSite.NECK_NODES: "lymph nodes of the neck",
    TumorSite.OTHER_HEAD_AND_NECK: "elsewhere in the head and neck",
    TumorSite.SKIN_OF_HEAD_AND_NECK: "skin of the head or neck",
    TumorSite.SKIN_ELSEWHERE: "skin elsewhere",
    TumorSite.OTHER_THORAX: "elsewhere in the chest",
    TumorSite.ESOPHAGUS: "esophagus or gastro-esophageal junction",
    TumorSite.BILE_DUCT_OR_GALLBLADDER: "bile duct or gallbladder",
    TumorSite.OTHER_ABDOMINAL_ORGAN: "another abdominal organ",
    TumorSite.ABDOMEN_OR_PELVIS_NOS: "abdomen or pelvis, no organ",
    TumorSite.ENDOMETRIUM: "lining of the uterus (endometrium)",
    TumorSite.UTERUS: "muscular wall of the uterus",
    TumorSite.OVARY_OR_TUBE: "ovary or fallopian tube",
    TumorSite.UPPER_LIMB_NOS: "upper limb",
    TumorSite.LOWER_LIMB_NOS: "lower limb",
    TumorSite.LIMB_NOS: "a limb",
    TumorSite.TRUNK_WALL: "back, flank or abdominal wall",
    TumorSite.BONE_NOS: "a bone, not known which",
    TumorSite.BLOOD_OR_MARROW: "blood or bone marrow",
}
_ORIGINS = {
    TumorOrigin.PRIMARY: "it arose there, or came back there",
    TumorOrigin.SECONDARY: "it is a metastasis",
    TumorOrigin.UNKNOWN_PRIMARY: "the primary was never found",
}

TUMOR_TYPE = Fact(
    name="tumor_type",
    kind=Kind.CHOICE,
    question="What kind of tumor is treated, such as carcinoma, soft tissue sarcoma or lymphoma?",
    why="Criteria are written for kinds of tumor.",
    choices=tuple(
        Choice(kind.value, _TYPES.get(kind, kind.value.replace("_", " "))) for kind in TumorType
    ),
)
TUMOR_SITE = Fact(
    name="tumor_site",
    kind=Kind.CHOICE,
    question="Where in the body is the tumor that is irradiated now?",
    why="Criteria are written for sites; what counts is the site treated now.",
    choices=tuple(
        Choice(site.value, _SITES.get(site, site.value.replace("_", " "))) for site in TumorSite
    ),
)
TUMOR_ORIGIN = Fact(
    name="tumor_origin",
    kind=Kind.CHOICE,
    question="Did the tumor treated now arise at that site, or is it a metastasis from elsewhere?",
    why="Some criteria take primary tumors only, some take metastases only.",
    choices=tuple(Choice(origin.value, _ORIGINS[origin]) for origin in TumorOrigin),
    is_asked=False,
)
AGE = Fact(
    name="age",
    kind=Kind.YEARS,
    question="How old is the patient, in full years, on the date of service?",
    why="Children are treated differently from adults.",
    unit="years",
    limits=(Decimal(0), Decimal(130)),
)
