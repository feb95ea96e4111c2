"""What the policy asks of a plan comparison: shares of bone and joint at the policy's doses."""

from __future__ import annotations

from decimal import Decimal

from rules.facts import Fact, Kind

BONES = ("femur", "humerus")
JOINTS = ("shoulder", "elbow", "wrist", "hip", "knee", "ankle", "other")
PERCENT = (Decimal(0), Decimal(100))
POINTS = (Decimal(-100), Decimal(100))  # IMRT may also irradiate more than 3D


def _bone(name: str, question: str, why: str) -> Fact:
    return Fact(name, Kind.SHARE, question, why, "percent", PERCENT, structures=BONES)


def _joint(name: str, question: str, why: str) -> Fact:
    return Fact(name, Kind.SHARE, question, why, "percent", PERCENT, structures=JOINTS)


BONE_3D = _bone(
    "bone_share_3d",
    "On the 3D plan, what percent of the femur or humerus cortex circumference gets 40 Gy or more?",
    "Criterion A asks how much of the bone a 3D plan would irradiate.",
)
BONE_IMRT = _bone(
    "bone_share_imrt",
    "On the IMRT plan, what percent of that femur or humerus circumference gets 40 Gy or more?",
    "Criterion B asks how many points of the bone IMRT spares.",
)
BONE_REDUCTION = Fact(
    name="bone_reduction",
    kind=Kind.POINTS,
    question="By how many percentage points does IMRT lower the share of bone at 40 Gy?",
    why="Criterion B asks how many points of the bone IMRT spares.",
    unit="percentage points",
    limits=POINTS,
    structures=BONES,
    is_asked=False,
)
JOINT_3D = _joint(
    "joint_share_3d",
    "On the 3D plan, what percent of the joint space gets 35 Gy or more?",
    "Criterion C asks how much of the joint space a 3D plan would irradiate.",
)
JOINT_IMRT = _joint(
    "joint_share_imrt",
    "On the IMRT plan, what percent of that joint space gets 35 Gy or more?",
    "Criterion D asks how many points of the joint space IMRT spares.",
)
JOINT_REDUCTION = Fact(
    name="joint_reduction",
    kind=Kind.POINTS,
    question="By how many percentage points does IMRT lower the share of joint space at 35 Gy?",
    why="Criterion D asks how many points of the joint space IMRT spares.",
    unit="percentage points",
    limits=POINTS,
    structures=JOINTS,
    is_asked=False,
)
