"""Readings of this policy where its text leaves one open, each with the passage it reads."""

from __future__ import annotations

from rules.determination import Interpretation, Quote

CHANGE = "Revision log 5/28/19"

LIMB_BONE_SARCOMA = Interpretation(
    "A bone sarcoma of a limb is a sarcoma of the extremities.",
    "The policy describes soft tissue sarcomas only; a bone sarcoma would not be addressed.",
    Quote(
        "Soft tissue sarcomas (STS) are a heterogeneous group of rare solid tumors that arise "
        "from mesenchymal cells at all body sites."
    ),
)
GIRDLE = Interpretation(
    "The limb girdles (buttock, groin, shoulder) belong to the extremities.",
    "Only the free limb is an extremity; a sarcoma of a girdle would not be addressed.",
    Quote("These tumors arise most often in the limbs (particularly the lower extremity)"),
)
JOINTS_ARE_EXAMPLES = Interpretation(
    "The joints named are examples: any joint of a limb counts.",
    "Only the six joints named count.",
    Quote("(e.g., shoulder, elbow, wrist, hip, knee, ankle)", "C"),
)
JOINTS_WERE_EXAMPLES = Interpretation(
    JOINTS_ARE_EXAMPLES.reading,
    JOINTS_ARE_EXAMPLES.other_reading,
    Quote("(e.g. shoulder, elbow, wrist, hip, knee, ankle)", "Revision log 4/1/16"),
)
POINTS_OF_BONE = Interpretation(
    "A reduction in the absolute percent is counted in percentage points.",
    "A reduction relative to the 3D share; 40 percent to 30 percent would then be 25 percent.",
    Quote("(e.g., from 40% to 25% of the bone’s circumference)", "B"),
)
POINTS_OF_JOINT = Interpretation(
    POINTS_OF_BONE.reading,
    POINTS_OF_BONE.other_reading,
    Quote("(e.g., from 40% to 25% of the joint space)", "D"),
)
POINTS_OF_BONE_2016 = Interpretation(
    POINTS_OF_BONE.reading,
    "A reduction relative to the 3D share; 60 percent to 45 percent would then be 25 percent.",
    Quote("(e.g. from 60% to 40% of the bone’s circumference)", "Revision log 4/1/16"),
)
POINTS_OF_JOINT_2016 = Interpretation(
    POINTS_OF_BONE_2016.reading,
    POINTS_OF_BONE_2016.other_reading,
    Quote("(e.g. from 60% to 40% of the joint space)", "Revision log 4/1/16"),
)
CHANGE_DATE = Interpretation(
    "The lines of 25 percent and 15 points hold from 2019-05-28, the date of the log entry.",
    "The entry gives no effective date of its own; the change may have begun on another day.",
    Quote("changed statement A parameters from 50% to 25%", CHANGE),
)
NOT_COVERED_THEN = Interpretation(
    "From 2016 to 2019, too, what failed the criteria was not medically necessary.",
    "The sentence is today's; the log shows only that reviews changed no policy statement.",
    Quote("No change to policy statement.", "Revision log 5/31/16"),
    Quote(
        "is considered not medically necessary and therefore not covered when above criteria are "
        "not met"
    ),
)
CORTEX_IS_CIRCUMFERENCE = Interpretation(
    'A share of the cortex ("V40 of the cortex") is taken as a share of its circumference.',
    "A share of the cortex's volume or surface is another measure, and would have to be asked for.",
    Quote("of the full circumference of the femur or humerus cortex receiving >=40Gy", "A"),
)
COURSE_DAYS = Interpretation(
    "The first day of a 60-day treatment course is its day 1.",
    "Day 60 may be counted from the day after the first.",
    Quote("limited to 3 units per 60-day treatment course"),
)
