"""What an unspecific diagnosis may mean: a tumor of some kind, a bone not said which.

Clinical knowledge of this program (a reading), not of any policy.
"""

from __future__ import annotations

from rules.tumors import (
    BENIGN,
    LIMBS_AND_GIRDLES,
    NEURAXIS,
    TumorOrigin,
    TumorSite,
    TumorType,
)

UNSPECIFIC = frozenset({TumorType.TUMOR, TumorType.CANCER})
SPECIFIC = frozenset(TumorType) - UNSPECIFIC
MALIGNANT = SPECIFIC - BENIGN - {TumorType.NOT_A_TUMOR}
BLOOD_BORNE = frozenset({TumorType.LEUKEMIA, TumorType.LYMPHOMA, TumorType.PLASMA_CELL_NEOPLASM})
ABLE_TO_SPREAD = MALIGNANT - BLOOD_BORNE

BONES = frozenset({TumorSite.BONE_NOS, TumorSite.SPINE, TumorSite.PELVIC_BONE})
SKIN = frozenset({TumorSite.SKIN_OF_HEAD_AND_NECK, TumorSite.SKIN_ELSEWHERE})
WITH_BONE = (
    LIMBS_AND_GIRDLES | BONES | {TumorSite.SKULL_BASE, TumorSite.CHEST_WALL, TumorSite.TRUNK_WALL}
)
# Where "cancer" says little of the kind: no epithelium of its own, or several tissues.
MIXED = (NEURAXIS - WITH_BONE) | {
    TumorSite.EYE,
    TumorSite.NECK_NODES,
    TumorSite.MEDIASTINUM,
    TumorSite.PLEURA,
    TumorSite.OTHER_THORAX,
    TumorSite.RETROPERITONEUM,
    TumorSite.ABDOMEN_OR_PELVIS_NOS,
}

# Carcinomas and skin melanomas found here have spread from elsewhere.
NEVER_BIRTHPLACE_OF_CARCINOMA = (NEURAXIS | WITH_BONE | {TumorSite.NECK_NODES}) - {
    TumorSite.SKULL_BASE
}
SPREAD_WHEN_FOUND_THERE = frozenset({TumorType.CARCINOMA, TumorType.CUTANEOUS_MELANOMA})

_OUTER = (TumorSite.TRUNK_WALL, TumorSite.UPPER_ARM, TumorSite.THIGH)
_SITES_MEANT = {
    TumorSite.BONE_NOS: (
        TumorSite.BONE_NOS,
        TumorSite.SPINE,
        TumorSite.PELVIC_BONE,
        TumorSite.CHEST_WALL,
        TumorSite.UPPER_ARM,
        TumorSite.THIGH,
    ),
    TumorSite.SKIN_ELSEWHERE: (TumorSite.SKIN_ELSEWHERE, *_OUTER),
    TumorSite.UTERUS: (TumorSite.UTERUS, TumorSite.ENDOMETRIUM),
}


def sites_meant_by(site: TumorSite | None) -> tuple[TumorSite, ...]:
    """The sites that a stated site leaves open; every site where none was stated."""
    if site is None:
        return tuple(TumorSite)
    return _SITES_MEANT.get(site, (site,))


def types_meant_by(
    kind: TumorType | None, site: TumorSite, origin: TumorOrigin | None
) -> frozenset[TumorType]:
    """The specific types that a stated type leaves open at a site.

    "Cancer" of an organ is its carcinoma; what has spread is malignant.

    >>> types_meant_by(TumorType.CANCER, TumorSite.PROSTATE, None)
    frozenset({<TumorType.CARCINOMA: 'carcinoma'>})
    """
    if kind is not None and kind not in UNSPECIFIC:
        return frozenset({kind})
    if origin in {TumorOrigin.SECONDARY, TumorOrigin.UNKNOWN_PRIMARY}:
        return ABLE_TO_SPREAD
    if kind is None:
        return SPECIFIC
    if kind is TumorType.TUMOR:
        return SPECIFIC - {TumorType.NOT_A_TUMOR, TumorType.LEUKEMIA}
    return _cancers_at(site)


def _cancers_at(site: TumorSite) -> frozenset[TumorType]:
    if site in WITH_BONE:
        return MALIGNANT - {TumorType.LEUKEMIA}
    if site in MIXED:
        return MALIGNANT - {TumorType.LEUKEMIA, TumorType.BONE_SARCOMA}
    if site in SKIN:
        return SPREAD_WHEN_FOUND_THERE | {TumorType.LYMPHOMA, TumorType.SOFT_TISSUE_SARCOMA}
    if site is TumorSite.BLOOD_OR_MARROW:
        return BLOOD_BORNE
    if site is TumorSite.TESTIS:
        return frozenset({TumorType.GERM_CELL_TUMOR, TumorType.CARCINOMA})
    return frozenset({TumorType.CARCINOMA})


def origin_where_not_stated(kind: TumorType, site: TumorSite) -> TumorOrigin:
    """Primary, as nobody says it, save where such a tumor cannot have arisen.

    >>> origin_where_not_stated(TumorType.CARCINOMA, TumorSite.BRAIN)
    <TumorOrigin.SECONDARY: 'secondary'>
    """
    if kind in SPREAD_WHEN_FOUND_THERE and site in NEVER_BIRTHPLACE_OF_CARCINOMA:
        return TumorOrigin.SECONDARY
    return TumorOrigin.PRIMARY
