"""The criteria, newest version first: whether IMRT spares bone or joint that 3D would not."""

from __future__ import annotations

from rules.bcbsnc.imrt_sarcoma_extremities import readings
from rules.bcbsnc.imrt_sarcoma_extremities.comparison import Criterion, Plans, spares
from rules.bcbsnc.imrt_sarcoma_extremities.facts import (
    BONE_3D,
    BONE_IMRT,
    BONE_REDUCTION,
    JOINT_3D,
    JOINT_IMRT,
    JOINT_REDUCTION,
)
from rules.bcbsnc.imrt_sarcoma_extremities.scope import sarcoma_of_extremity
from rules.case import Case
from rules.findings import Finding, any_of, within

FIRST_ENTRY = "Revision log 4/1/16"

BONE_2019 = Plans(
    BONE_3D,
    BONE_IMRT,
    BONE_REDUCTION,
    reached=Criterion(
        "A",
        "3D results in >=25% of the full circumference of the femur or humerus cortex "
        "receiving >=40Gy",
        25,
    ),
    spared=Criterion(
        "B",
        "IMRT results in a reduction in the absolute percent of the circumference of the bone "
        "receiving >=40Gy of at least 15%",
        15,
    ),
    in_points=readings.POINTS_OF_BONE,
)
JOINT_2019 = Plans(
    JOINT_3D,
    JOINT_IMRT,
    JOINT_REDUCTION,
    reached=Criterion(
        "C",
        "3D results in >=25% of the joint spaces (e.g., shoulder, elbow, wrist, hip, knee, ankle) "
        "receiving >=35Gy",
        25,
    ),
    spared=Criterion(
        "D",
        "IMRT results in a reduction in the absolute percent of the joint space receiving >=35Gy "
        "of at least 15%",
        15,
    ),
    in_points=readings.POINTS_OF_JOINT,
    any_joint=readings.JOINTS_ARE_EXAMPLES,
)
BONE_2016 = Plans(
    BONE_3D,
    BONE_IMRT,
    BONE_REDUCTION,
    reached=Criterion(
        "A",
        "3D results in >=50% of the full circumference of the femur or humerus cortex "
        "receiving >=40Gy",
        50,
        passage=FIRST_ENTRY,
    ),
    spared=Criterion(
        "B",
        "IMRT results in a reduction in the absolute percent of the circumference of the bone "
        "receiving >=40Gy of at least 20%",
        20,
        passage=FIRST_ENTRY,
    ),
    in_points=readings.POINTS_OF_BONE_2016,
)
JOINT_2016 = Plans(
    JOINT_3D,
    JOINT_IMRT,
    JOINT_REDUCTION,
    reached=Criterion(
        "C",
        "3D results in >=50% of the joint spaces (e.g. shoulder, elbow, wrist, hip, knee, ankle) "
        "receiving >=35Gy",
        50,
        passage=FIRST_ENTRY,
    ),
    spared=Criterion(
        "D",
        "IMRT results in a reduction in the absolute percent of the joint space receiving >=35Gy "
        "of at least 20%",
        20,
        passage=FIRST_ENTRY,
    ),
    in_points=readings.POINTS_OF_JOINT_2016,
    any_joint=readings.JOINTS_WERE_EXAMPLES,
)


def spares_bone_or_joint_2019(case: Case) -> Finding:
    """Spares 15 points of bone or joint where 3D would reach 25 percent."""
    return within(
        sarcoma_of_extremity(case),
        any_of(spares(case, BONE_2019), spares(case, JOINT_2019)),
    )


def spares_bone_or_joint_2016(case: Case) -> Finding:
    """Spares 20 points of bone or joint where 3D would reach 50 percent."""
    return within(
        sarcoma_of_extremity(case),
        any_of(spares(case, BONE_2016), spares(case, JOINT_2016)),
    )
