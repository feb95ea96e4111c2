"""Of which conditions the policy speaks, and where it points for the others."""

from __future__ import annotations

from rules.bcbsnc.imrt_sarcoma_extremities.readings import GIRDLE, LIMB_BONE_SARCOMA
from rules.case import Case
from rules.conditions import PRIMARY, Clause, condition
from rules.determination import Outcome, Quote
from rules.findings import Finding, says
from rules.policy import Support, Without
from rules.tumors import (
    ABDOMINAL_ORGANS,
    HEAD_AND_NECK,
    LIMBS_AND_GIRDLES,
    TumorSite,
    TumorType,
)

GIRDLES = frozenset({TumorSite.BUTTOCK, TumorSite.GROIN, TumorSite.SHOULDER})
SOFT_TISSUE = frozenset({TumorType.SOFT_TISSUE_SARCOMA})
BONE = frozenset({TumorType.BONE_SARCOMA})

EXTREMITY_SARCOMA = condition(
    Clause(BONE, LIMBS_AND_GIRDLES, PRIMARY, reading=LIMB_BONE_SARCOMA),
    Clause(SOFT_TISSUE, GIRDLES, PRIMARY, reading=GIRDLE),
    Clause(SOFT_TISSUE, LIMBS_AND_GIRDLES, PRIMARY),
)

_CHEST = frozenset(
    {
        TumorSite.BREAST,
        TumorSite.CHEST_WALL,
        TumorSite.LUNG,
        TumorSite.MEDIASTINUM,
        TumorSite.PLEURA,
        TumorSite.OTHER_THORAX,
        TumorSite.ESOPHAGUS,
    }
)
_ABDOMEN_AND_PELVIS = ABDOMINAL_ORGANS | {
    TumorSite.ANUS,
    TumorSite.RETROPERITONEUM,
    TumorSite.ABDOMEN_OR_PELVIS_NOS,
    TumorSite.PELVIC_BONE,
    TumorSite.CERVIX,
    TumorSite.ENDOMETRIUM,
    TumorSite.UTERUS,
    TumorSite.OVARY_OR_TUBE,
    TumorSite.VULVA,
    TumorSite.VAGINA,
    TumorSite.BLADDER,
    TumorSite.PENIS,
    TumorSite.URETER,
    TumorSite.URETHRA,
    TumorSite.TESTIS,
}
RELATED = (
    (
        frozenset({TumorSite.PROSTATE}),
        "Intensity-Modulated Radiation Therapy (IMRT) of the Prostate",
    ),
    (
        HEAD_AND_NECK | {TumorSite.SKIN_OF_HEAD_AND_NECK},
        "Intensity-Modulated Radiation Therapy (IMRT) of the Head and Neck",
    ),
    (_CHEST, "Intensity-Modulated Radiation Therapy (IMRT) of the Chest"),
    (_ABDOMEN_AND_PELVIS, "Intensity-Modulated Radiation Therapy (IMRT) of the Abdomen and Pelvis"),
)
ONLY_THESE_SERVICES = Quote(
    "This medical policy relates only to the services or supplies described herein."
)


def sarcoma_of_extremity(case: Case) -> Finding:
    """A sarcoma that arose in a limb or a limb girdle; a metastasis there is none."""
    return says(
        "for sarcoma of the extremities when it is determined to be medically necessary",
        case.diagnosed(EXTREMITY_SARCOMA),
    )


def another_condition(case: Case) -> Without:
    """Not addressed; where a related policy names the site, that one is named and not held."""
    site = case.value("tumor_site")
    named = next((title for sites, title in RELATED if site in sites), None)
    if named is None:
        return Without(Outcome.NOT_ADDRESSED, Support((ONLY_THESE_SERVICES,)))
    return Without(
        Outcome.NOT_ADDRESSED,
        Support(
            (Quote(named), ONLY_THESE_SERVICES),
            ("The related policy named for this site is not held here; ask the payer for it.",),
        ),
    )
