"""Which part of the body takes in which: the wider words that narrower ones replace."""

from __future__ import annotations

from rules.tumors import HEAD_AND_NECK, LIMBS_AND_GIRDLES, TumorSite

_UPPER = frozenset(
    {
        TumorSite.SHOULDER,
        TumorSite.UPPER_ARM,
        TumorSite.ELBOW,
        TumorSite.FOREARM,
        TumorSite.WRIST_OR_HAND,
    }
)
_NOS = frozenset({TumorSite.LIMB_NOS, TumorSite.UPPER_LIMB_NOS, TumorSite.LOWER_LIMB_NOS})
_LOWER = LIMBS_AND_GIRDLES - _UPPER - _NOS

_WITH_BONES = LIMBS_AND_GIRDLES | {
    TumorSite.PELVIC_BONE,
    TumorSite.SPINE,
    TumorSite.SKULL_BASE,
    TumorSite.CHEST_WALL,
}

_IN_ABDOMEN_OR_PELVIS = frozenset(
    {
        TumorSite.RETROPERITONEUM,
        TumorSite.GROIN,
        TumorSite.BUTTOCK,
        TumorSite.OTHER_ABDOMINAL_ORGAN,
        TumorSite.PELVIC_BONE,
        TumorSite.ANUS,
        TumorSite.PROSTATE,
        TumorSite.BLADDER,
        TumorSite.URETER,
        TumorSite.URETHRA,
        TumorSite.CERVIX,
        TumorSite.ENDOMETRIUM,
        TumorSite.UTERUS,
        TumorSite.OVARY_OR_TUBE,
        TumorSite.VAGINA,
        TumorSite.VULVA,
    }
)

_PARTS: dict[TumorSite, frozenset[TumorSite]] = {
    TumorSite.UPPER_LIMB_NOS: _UPPER,
    TumorSite.LOWER_LIMB_NOS: _LOWER,
    TumorSite.LIMB_NOS: LIMBS_AND_GIRDLES - {TumorSite.LIMB_NOS},
    TumorSite.THIGH: frozenset({TumorSite.KNEE, TumorSite.HIP}),
    TumorSite.LOWER_LEG: frozenset({TumorSite.KNEE}),
    TumorSite.ABDOMEN_OR_PELVIS_NOS: _IN_ABDOMEN_OR_PELVIS,
    TumorSite.UTERUS: frozenset({TumorSite.ENDOMETRIUM, TumorSite.CERVIX}),
    TumorSite.OTHER_THORAX: frozenset(
        {TumorSite.CHEST_WALL, TumorSite.LUNG, TumorSite.MEDIASTINUM, TumorSite.PLEURA}
    ),
    TumorSite.OTHER_HEAD_AND_NECK: (HEAD_AND_NECK - {TumorSite.OTHER_HEAD_AND_NECK})
    | {TumorSite.SKULL_BASE},
    TumorSite.BRAIN: frozenset({TumorSite.SKULL_BASE, TumorSite.LEPTOMENINGES}),
    TumorSite.BONE_NOS: _WITH_BONES,
    TumorSite.BLOOD_OR_MARROW: _WITH_BONES | {TumorSite.BONE_NOS},
}


def is_wider(one: TumorSite | None, other: TumorSite | None) -> bool:
    """Whether the first site takes in the second.

    >>> is_wider(TumorSite.LOWER_LIMB_NOS, TumorSite.THIGH)
    True
    """
    return one is not None and other is not None and other in _PARTS.get(one, frozenset())


def is_within(one: TumorSite | None, other: TumorSite | None) -> bool:
    """Whether one site is the other or a part of it, either way round."""
    return one == other or is_wider(one, other) or is_wider(other, one)
