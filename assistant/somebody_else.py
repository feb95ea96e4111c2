"""Whose case a message speaks of: somebody else's, though it does not say so, or an earlier one.

Keeping a fact of an earlier patient is the worst error of a conversation; asking for one again is
the cheap one. So whatever introduces a whole other case is taken for another patient.
"""

from __future__ import annotations

from collections.abc import Mapping

from assistant.ledger import DIAGNOSIS, Ledger
from assistant.reading.questions.topics import Topic
from assistant.reading.reading import Move, Reading
from rules.facts import FactValue
from rules.tumors import HEAD_AND_NECK, LIMBS_AND_GIRDLES, NEURAXIS, TumorSite

S = TumorSite
_SAME_PLACE: tuple[frozenset[TumorSite], ...] = (
    HEAD_AND_NECK | {S.BRAIN, S.SKULL_BASE, S.EYE, S.LEPTOMENINGES, S.SKIN_OF_HEAD_AND_NECK},
    NEURAXIS | {S.BONE_NOS, S.PELVIC_BONE},
    frozenset({S.LUNG, S.MEDIASTINUM, S.PLEURA, S.OTHER_THORAX, S.CHEST_WALL}),
    frozenset({S.BREAST, S.CHEST_WALL, S.OTHER_THORAX}),
    frozenset({S.ESOPHAGUS, S.STOMACH, S.SMALL_BOWEL}),
    frozenset({S.LIVER, S.BILE_DUCT_OR_GALLBLADDER, S.PANCREAS, S.SMALL_BOWEL}),
    frozenset({S.COLON_OR_RECTUM, S.ANUS, S.SMALL_BOWEL}),
    frozenset({S.RETROPERITONEUM, S.ABDOMEN_OR_PELVIS_NOS, S.OTHER_ABDOMINAL_ORGAN, S.ADRENAL}),
    frozenset({S.CERVIX, S.ENDOMETRIUM, S.UTERUS, S.OVARY_OR_TUBE, S.VAGINA, S.VULVA}),
    frozenset({S.KIDNEY, S.URETER, S.BLADDER, S.URETHRA, S.RETROPERITONEUM}),
    frozenset({S.TRUNK_WALL, S.CHEST_WALL, S.SHOULDER, S.BUTTOCK, S.ABDOMEN_OR_PELVIS_NOS}),
    frozenset({S.BUTTOCK, S.GROIN, S.HIP, S.THIGH, S.PELVIC_BONE, S.ABDOMEN_OR_PELVIS_NOS}),
    frozenset({S.THIGH, S.KNEE}),
    frozenset({S.KNEE, S.LOWER_LEG}),
    frozenset({S.LOWER_LEG, S.ANKLE_OR_FOOT}),
    frozenset({S.SHOULDER, S.UPPER_ARM, S.ELBOW}),
    frozenset({S.ELBOW, S.FOREARM, S.WRIST_OR_HAND}),
)
"""Sites that can be two words for one place, or for a tumor that reaches from one to the other."""

_NOT_ONE_PLACE = frozenset({S.LIMB_NOS, S.UPPER_LIMB_NOS, S.LOWER_LIMB_NOS, S.BONE_NOS})
"""Sites told so roughly that a closer word is no other place."""


def is_somebody_else(ledger: Ledger, reading: Reading) -> bool:
    """Another age or place together with a whole new diagnosis, and no word of the same patient.

    A correction is of the same patient unless it replaces age, tumor and site all at once.
    """
    if reading.move is Move.WHAT_IF or reading.question.topic is not Topic.CASE:
        return False
    stated = {fact.name: fact.value for fact in reading.facts}

    def differs(name: str) -> bool:
        known = ledger.entry(name)
        return name in stated and known is not None and known.fact.value != stated[name]

    is_whole = {"age", "tumor_type", "tumor_site"} <= stated.keys()
    is_other_age = differs("age")
    is_other_tumor = differs("tumor_type") or differs("tumor_site")
    if reading.is_correction:
        return is_whole and is_other_age and is_other_tumor
    if is_other_age and (is_other_tumor or (is_whole and not reading.points_back)):
        return True
    return _is_elsewhere(ledger, stated) and not _goes_on(ledger, reading)


def earlier_case(ledger: Ledger, reading: Reading) -> Ledger:
    """The case set aside that is meant: by its site, as the first one, else the last one."""
    sites = {fact.value for fact in reading.facts if fact.name == "tumor_site"}
    for case in reversed(ledger.set_aside):
        known = case.entry("tumor_site")
        if known is not None and known.fact.value in sites:
            return case
    return ledger.set_aside[0 if reading.is_first else -1]


def _is_elsewhere(ledger: Ledger, stated: Mapping[str, FactValue]) -> bool:
    """Whether a whole diagnosis is stated whose place is no other word for the known one."""
    known = ledger.entry("tumor_site")
    if known is None or not {"tumor_type", "tumor_site"} <= stated.keys():
        return False
    was, now = S(str(known.fact.value)), S(str(stated["tumor_site"]))
    if was is now or any({was, now} <= place for place in _SAME_PLACE):
        return False
    if {was, now} & _NOT_ONE_PLACE:
        return was in LIMBS_AND_GIRDLES and now not in LIMBS_AND_GIRDLES | {S.BONE_NOS}
    return True


def _goes_on(ledger: Ledger, reading: Reading) -> bool:
    """Whether the message answers, points back to the patient, or tells where a tumor came from."""
    if reading.introduces_person:
        return False
    known = ledger.entry("tumor_origin")
    origins = [fact.value for fact in reading.facts if fact.name == "tumor_origin"]
    spreads = any(
        value != "primary" for value in [*origins, (known and known.fact.value) or "primary"]
    )
    is_answer = reading.reply is not None or ledger.pending in DIAGNOSIS or ledger.confirming
    return is_answer or spreads or reading.points_back
