"""BCBSNC: intensity modulated radiation therapy (IMRT) for sarcoma of the extremities."""

from __future__ import annotations

from datetime import date

from rules.bcbsnc.imrt_sarcoma_extremities import codes, criteria, facts, history, readings, scope
from rules.case import Case
from rules.common_facts import TUMOR_ORIGIN, TUMOR_SITE, TUMOR_TYPE
from rules.determination import Outcome, Quote
from rules.policy import Policy, Support, Version
from rules.tumors import TumorSite

__all__ = ["POLICY"]

NOT_NECESSARY = Quote(
    "is considered not medically necessary and therefore not covered when above criteria are not "
    "met"
)
HEDGE = (
    "Intensity-modulated radiation therapy (IMRT) may be considered medically necessary for the "
    "treatment of sarcoma of the extremities when the following criteria are met"
)
NEAR_CHANGE_DAYS = 60
NEAR_A_JOINT = frozenset(
    {
        TumorSite.SHOULDER,
        TumorSite.ELBOW,
        TumorSite.FOREARM,
        TumorSite.WRIST_OR_HAND,
        TumorSite.HIP,
        TumorSite.KNEE,
        TumorSite.LOWER_LEG,
        TumorSite.ANKLE_OR_FOOT,
    }
)

_DIAGNOSIS = (TUMOR_TYPE, TUMOR_SITE, TUMOR_ORIGIN)
_BONE = (facts.BONE_3D, facts.BONE_IMRT, facts.BONE_REDUCTION)
_JOINT = (facts.JOINT_3D, facts.JOINT_IMRT, facts.JOINT_REDUCTION)

VERSION_2016 = Version(
    label=history.FIRST,
    effective_from=date(2016, 5, 31),
    decide=criteria.spares_bone_or_joint_2016,
    unmet=Outcome.CRITERIA_NOT_MET,
    unmet_says=Support((NOT_NECESSARY,), interpretations=(readings.NOT_COVERED_THEN,)),
    hedge=Quote(HEDGE, criteria.FIRST_ENTRY),
)
VERSION_2019 = Version(
    label=history.CHANGED,
    effective_from=date(2019, 5, 28),
    decide=criteria.spares_bone_or_joint_2019,
    unmet=Outcome.CRITERIA_NOT_MET,
    unmet_says=Support((NOT_NECESSARY,)),
    hedge=Quote(
        HEDGE,
        "When Intensity-Modulated Radiation Therapy (IMRT) for sarcoma of the extremities is "
        "covered",
    ),
)


def _order(case: Case) -> tuple[str, ...]:
    """The diagnosis, then bone before joint, unless the tumor stands near a joint."""
    near = case.value("tumor_site") in NEAR_A_JOINT
    pairs = (*_JOINT, *_BONE) if near else (*_BONE, *_JOINT)
    return tuple(fact.name for fact in (*_DIAGNOSIS, *pairs))


def _beside(case: Case, day: date, outcome: Outcome) -> Support:  # noqa: ARG001
    """Near the change of 5/28/19: that its date is read from the log entry."""
    from_change = abs((day - VERSION_2019.effective_from).days)
    if outcome is Outcome.NOT_ADDRESSED or from_change > NEAR_CHANGE_DAYS:
        return Support()
    return Support(interpretations=(readings.CHANGE_DATE,))


POLICY = Policy(
    id="bcbsnc-imrt-sarcoma-extremities",
    payer_id="bcbsnc",
    payer="Blue Cross and Blue Shield of North Carolina",
    title="Intensity Modulated Radiation Therapy (IMRT) for Sarcoma of the Extremities",
    short_name="BCBSNC IMRT for sarcoma of the extremities",
    versions=(VERSION_2016, VERSION_2019),
    log=history.LOG,
    facts=(*_DIAGNOSIS, *_BONE, *_JOINT),
    notices=(
        Quote(
            "Medical policy is not an authorization, certification, explanation of benefits or a "
            "contract."
        ),
    ),
    codes=codes.LISTED,
    code_limits=((codes.DEVICE, codes.LIMIT_IN_WORDS),),
    interpretations=(
        readings.LIMB_BONE_SARCOMA,
        readings.GIRDLE,
        readings.JOINTS_ARE_EXAMPLES,
        readings.POINTS_OF_BONE,
        readings.POINTS_OF_JOINT,
        readings.CHANGE_DATE,
        readings.NOT_COVERED_THEN,
        readings.CORTEX_IS_CIRCUMFERENCE,
        readings.COURSE_DAYS,
    ),
    judge_code=codes.judge_code,
    before=history.before_notification_took_effect,
    scope=scope.sarcoma_of_extremity,
    outside=scope.another_condition,
    beside=_beside,
    order=_order,
)
