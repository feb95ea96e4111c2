"""What is treated, in the few distinctions that the policies draw: tumor type, site and origin.

A diagnosis reaches the rules as three facts. The vocabulary is clinical and belongs to no payer;
each policy says in its own file which combinations fall under which of its criteria. Names,
synonyms and ICD-10-CM codes live in `terminology/`, which maps the clinic's words to these.
"""

from enum import StrEnum


class TumorType(StrEnum):
    """The kind of lesion, as far as a criterion of some policy depends on it."""

    CARCINOMA = "carcinoma"
    CANCER = "cancer"  # malignant, kind not said ("prostate cancer", "lung malignancy")
    CUTANEOUS_MELANOMA = "cutaneous_melanoma"
    MUCOSAL_MELANOMA = "mucosal_melanoma"
    UVEAL_MELANOMA = "uveal_melanoma"
    SOFT_TISSUE_SARCOMA = "soft_tissue_sarcoma"
    DESMOID = "desmoid"
    BONE_SARCOMA = "bone_sarcoma"  # any malignant primary tumor of bone
    BENIGN_BONE_TUMOR = "benign_bone_tumor"
    BONE_CYST_OR_DYSPLASIA = "bone_cyst_or_dysplasia"
    PLASMA_CELL_NEOPLASM = "plasma_cell_neoplasm"
    LYMPHOMA = "lymphoma"
    LEUKEMIA = "leukemia"
    MESOTHELIOMA = "mesothelioma"
    MALIGNANT_CNS_TUMOR = "malignant_cns_tumor"
    BENIGN_CNS_TUMOR = "benign_cns_tumor"
    THYMIC_TUMOR = "thymic_tumor"
    GERM_CELL_TUMOR = "germ_cell_tumor"
    EMBRYONAL_TUMOR = "embryonal_tumor"  # neuroblastoma, Wilms tumor, hepatoblastoma ...
    BENIGN_TUMOR = "benign_tumor"
    TUMOR = "tumor"  # a tumor or mass, malignant or benign not said
    NOT_A_TUMOR = "not_a_tumor"


class TumorSite(StrEnum):
    """Where the lesion that is irradiated now stands."""

    BRAIN = "brain"
    LEPTOMENINGES = "leptomeninges"
    SKULL_BASE = "skull_base"
    SPINE = "spine"
    SPINAL_CORD = "spinal_cord"
    EYE = "eye"  # globe, conjunctiva, eyelid margin, lacrimal gland, orbit
    NASOPHARYNX = "nasopharynx"
    NASAL_CAVITY = "nasal_cavity"
    PARANASAL_SINUS = "paranasal_sinus"
    OROPHARYNX = "oropharynx"
    ORAL_CAVITY = "oral_cavity"
    HYPOPHARYNX = "hypopharynx"
    LARYNX = "larynx"
    THYROID = "thyroid"
    SALIVARY_GLAND = "salivary_gland"
    NECK_NODES = "neck_nodes"
    OTHER_HEAD_AND_NECK = "other_head_and_neck"
    SKIN_OF_HEAD_AND_NECK = "skin_of_head_and_neck"
    SKIN_ELSEWHERE = "skin_elsewhere"
    BREAST = "breast"
    CHEST_WALL = "chest_wall"
    LUNG = "lung"
    MEDIASTINUM = "mediastinum"  # thymus and heart included
    PLEURA = "pleura"
    OTHER_THORAX = "other_thorax"
    ESOPHAGUS = "esophagus"  # gastro-esophageal junction included
    LIVER = "liver"
    BILE_DUCT_OR_GALLBLADDER = "bile_duct_or_gallbladder"
    PANCREAS = "pancreas"
    STOMACH = "stomach"
    SMALL_BOWEL = "small_bowel"
    ADRENAL = "adrenal"
    OTHER_ABDOMINAL_ORGAN = "other_abdominal_organ"  # spleen, appendix, peritoneum
    COLON_OR_RECTUM = "colon_or_rectum"
    ANUS = "anus"
    RETROPERITONEUM = "retroperitoneum"
    ABDOMEN_OR_PELVIS_NOS = "abdomen_or_pelvis"  # nodes, walls and soft parts of the trunk below
    PELVIC_BONE = "pelvic_bone"  # sacrum included
    CERVIX = "cervix"
    ENDOMETRIUM = "endometrium"
    UTERUS = "uterus"  # the muscular wall: where uterine sarcomas arise
    OVARY_OR_TUBE = "ovary_or_tube"
    VULVA = "vulva"
    VAGINA = "vagina"
    PROSTATE = "prostate"
    KIDNEY = "kidney"  # renal pelvis included
    BLADDER = "bladder"
    PENIS = "penis"
    URETER = "ureter"
    URETHRA = "urethra"
    TESTIS = "testis"
    SHOULDER = "shoulder"
    UPPER_ARM = "upper_arm"
    ELBOW = "elbow"
    FOREARM = "forearm"
    WRIST_OR_HAND = "wrist_or_hand"
    UPPER_LIMB_NOS = "upper_limb"
    BUTTOCK = "buttock"
    GROIN = "groin"
    HIP = "hip"
    THIGH = "thigh"
    KNEE = "knee"
    LOWER_LEG = "lower_leg"
    ANKLE_OR_FOOT = "ankle_or_foot"
    LOWER_LIMB_NOS = "lower_limb"
    LIMB_NOS = "limb"
    TRUNK_WALL = "trunk_wall"  # back, abdominal wall, flank
    BONE_NOS = "bone"  # a bone, not said which
    BLOOD_OR_MARROW = "blood_or_marrow"


class TumorOrigin(StrEnum):
    """Whether the lesion irradiated arose where it stands."""

    PRIMARY = "primary"  # a local recurrence of a primary counts here
    SECONDARY = "secondary"
    UNKNOWN_PRIMARY = "unknown_primary"


LIMBS_AND_GIRDLES = frozenset(
    {
        TumorSite.SHOULDER,
        TumorSite.UPPER_ARM,
        TumorSite.ELBOW,
        TumorSite.FOREARM,
        TumorSite.WRIST_OR_HAND,
        TumorSite.UPPER_LIMB_NOS,
        TumorSite.BUTTOCK,
        TumorSite.GROIN,
        TumorSite.HIP,
        TumorSite.THIGH,
        TumorSite.KNEE,
        TumorSite.LOWER_LEG,
        TumorSite.ANKLE_OR_FOOT,
        TumorSite.LOWER_LIMB_NOS,
        TumorSite.LIMB_NOS,
    }
)

HEAD_AND_NECK = frozenset(
    {
        TumorSite.NASOPHARYNX,
        TumorSite.NASAL_CAVITY,
        TumorSite.PARANASAL_SINUS,
        TumorSite.OROPHARYNX,
        TumorSite.ORAL_CAVITY,
        TumorSite.HYPOPHARYNX,
        TumorSite.LARYNX,
        TumorSite.THYROID,
        TumorSite.SALIVARY_GLAND,
        TumorSite.NECK_NODES,
        TumorSite.OTHER_HEAD_AND_NECK,
    }
)

ABDOMINAL_ORGANS = frozenset(
    {
        TumorSite.LIVER,
        TumorSite.BILE_DUCT_OR_GALLBLADDER,
        TumorSite.PANCREAS,
        TumorSite.STOMACH,
        TumorSite.SMALL_BOWEL,
        TumorSite.ADRENAL,
        TumorSite.COLON_OR_RECTUM,
        TumorSite.KIDNEY,
        TumorSite.OTHER_ABDOMINAL_ORGAN,
    }
)

NEURAXIS = frozenset(
    {
        TumorSite.BRAIN,
        TumorSite.LEPTOMENINGES,
        TumorSite.SKULL_BASE,
        TumorSite.SPINE,
        TumorSite.SPINAL_CORD,
    }
)

BENIGN = frozenset(
    {
        TumorType.DESMOID,
        TumorType.BENIGN_BONE_TUMOR,
        TumorType.BONE_CYST_OR_DYSPLASIA,
        TumorType.BENIGN_CNS_TUMOR,
        TumorType.BENIGN_TUMOR,
    }
)
