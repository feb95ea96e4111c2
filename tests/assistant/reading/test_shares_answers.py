"""Short answers: what a bare figure is of follows from the question and what is known."""

from __future__ import annotations

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.shares import read_shares
from rules.facts import FactValue, Quantity
from tests.assistant.reading.test_shares_sentences import told


def shares(**structures: int) -> dict[str, Quantity]:
    return {name or "": Quantity.exactly(number) for name, number in structures.items()}


ELBOW: dict[str, FactValue] = {"joint_share_3d": shares(elbow=60)}
HUMERUS_THEN_ELBOW: dict[str, FactValue] = {
    "bone_share_3d": shares(humerus=12),
    "joint_share_3d": shares(elbow=60),
}
FEMUR_WHOLE: dict[str, FactValue] = {
    "bone_share_3d": shares(femur=40),
    "bone_share_imrt": shares(femur=25),
}
FEMUR_AND_HIP: dict[str, FactValue] = {
    "bone_share_3d": shares(femur=40),
    "joint_share_3d": shares(hip=60),
}
CORRECTS = "it is not clear which figure this corrects"
POINTS = "percent of the share and percentage points are not the same"

ROWS: list[tuple[str, dict[str, FactValue], str | None, list[str]]] = [
    ("42% with IMRT.", HUMERUS_THEN_ELBOW, "joint_share_imrt", ["joint_share_imrt elbow 42"]),
    (
        "42% with IMRT.",
        HUMERUS_THEN_ELBOW,
        None,
        ["joint_share_imrt elbow 42 ? no structure was named"],
    ),
    ("42% with IMRT.", ELBOW, None, ["joint_share_imrt elbow 42"]),
    ("42", ELBOW, "joint_share_imrt", ["joint_share_imrt elbow 42"]),
    ("make that 22 for the IMRT", FEMUR_WHOLE, "joint_share_3d", ["bone_share_imrt femur 22"]),
    ("sorry, IMRT 22", FEMUR_WHOLE, "joint_share_3d", ["bone_share_imrt femur 22"]),
    ("let me fix that, the femur on 3D is 52", FEMUR_WHOLE, None, ["bone_share_3d femur 52"]),
    (
        "52 is right, the other page is old",
        FEMUR_WHOLE,
        "bone_share_3d",
        ["bone_share_3d femur 52"],
    ),
    (
        "I had those backwards, 25 is the 3D and 40 is the IMRT",
        FEMUR_WHOLE,
        None,
        ["bone_share_3d femur 25", "bone_share_imrt femur 40"],
    ),
    (
        "IMRT was 15",
        {**FEMUR_WHOLE, "joint_share_3d": shares(hip=11)},
        None,
        ["bone_share_imrt femur 15"],
    ),
    ("mean lung dose 3D 20, IMRT 15", FEMUR_WHOLE, None, []),
    (
        "the humerus",
        {"bone_share_3d": {"": Quantity.exactly(40)}},
        None,
        ["bone_share_3d humerus 40"],
    ),
    ("42 percent", ELBOW, "joint_share_imrt", ["joint_share_imrt elbow 42"]),
    ("about 42", ELBOW, "joint_share_imrt", ["joint_share_imrt elbow about 42"]),
    ("It's 42% on the IMRT plan", ELBOW, None, ["joint_share_imrt elbow 42"]),
    ("elbow 42% with IMRT", ELBOW, "joint_share_imrt", ["joint_share_imrt elbow 42"]),
    ("25", {}, "bone_share_3d", ["bone_share_3d - 25"]),
    ("25 percent", {}, "bone_share_3d", ["bone_share_3d - 25"]),
    ("twenty-five", {}, "bone_share_3d", ["bone_share_3d - 25"]),
    ("a quarter", {}, "bone_share_3d", ["bone_share_3d - 25"]),
    ("24 or 25 percent", {}, "bone_share_3d", ["bone_share_3d - 24..25"]),
    ("0", {}, "bone_share_3d", ["bone_share_3d - 0"]),
    ("zero", {}, "bone_share_3d", ["bone_share_3d - 0"]),
    ("none", {}, "bone_share_3d", ["bone_share_3d - 0"]),
    ("thirty-eight and a half", {}, "bone_share_3d", ["bone_share_3d - 38.5"]),
    ("comes to 21 percent", ELBOW, "joint_share_imrt", ["joint_share_imrt elbow 21"]),
    ("None of it.", {}, "joint_share_3d", ["joint_share_3d - 0"]),
    ("3D: 52%", {}, "bone_share_3d", ["bone_share_3d - 52"]),
    ("humerus, 52%", {}, "bone_share_3d", ["bone_share_3d humerus 52"]),
    ("hip 22%", {}, "joint_share_3d", ["joint_share_3d hip 22"]),
    ("60% at 35 Gy", {}, "joint_share_3d", ["joint_share_3d - 60"]),
    (
        "60% at 30 Gy",
        {},
        "joint_share_3d",
        ["not joint_share_3d: said at 30 Gy, the policy asks at 35 Gy"],
    ),
    (
        "40% on 3D and 25% on IMRT",
        {},
        "bone_share_3d",
        ["bone_share_3d - 40", "bone_share_imrt - 25"],
    ),
    ("40 on 3D, 25 on IMRT", {}, "bone_share_3d", ["bone_share_3d - 40", "bone_share_imrt - 25"]),
    ("40 -> 25", {}, "bone_share_3d", ["bone_share_3d - 40", "bone_share_imrt - 25"]),
    ("40 and 25", {}, "bone_share_3d", ["not bone_share_3d: the plan was not said"] * 2),
    ("no, 26", FEMUR_WHOLE, "joint_share_3d", [f"joint_share_3d - 26 ? {CORRECTS}"]),
    (
        "sorry, the IMRT share is 26%",
        FEMUR_WHOLE,
        "joint_share_3d",
        ["bone_share_imrt femur 26"],
    ),
    ("the bone gets 31% with IMRT", FEMUR_AND_HIP, None, ["bone_share_imrt femur 31"]),
    ("the joint gets 31% with IMRT", FEMUR_AND_HIP, None, ["joint_share_imrt hip 31"]),
    ("16 points", {}, "bone_reduction", ["bone_reduction - 16"]),
    ("16", {}, "bone_reduction", ["bone_reduction - 16"]),
    ("16%", {}, "bone_reduction", [f"bone_reduction - 16 ? {POINTS}"]),
    ("120%", {}, "bone_share_3d", ["not bone_share_3d: a share cannot be more than 100 percent"]),
    (
        "She is 57.",
        {},
        "bone_share_3d",
        ["not bone_share_3d: it was not said of which bone or joint"],
    ),
    ("Tumor necrosis 90%", {}, "bone_share_3d", []),
    ("I don't know", {}, "bone_share_3d", []),
    ("25", {}, "age", []),
    ("25", {}, None, []),
]


@pytest.mark.parametrize(("message", "known", "pending", "expected"), ROWS)
def test_a_short_answer_belongs_to_the_question_and_the_case(
    message: str, known: dict[str, FactValue], pending: str | None, expected: list[str]
) -> None:
    assert told(read_shares(tokenize(message), known, pending)) == expected


def test_the_evidence_of_a_share_is_the_words_that_tell_it() -> None:
    message = "Sarcoma. 3D-CRT puts 52% of the humerus cortex at 40 Gy or more, IMRT 31%."
    texts = [fact.evidence.text for fact in read_shares(tokenize(message), {}, None).facts]
    assert texts == ["3D-CRT puts 52% of the humerus cortex at 40 Gy or more", "IMRT 31%"]


def test_shares_of_a_bone_that_is_named_later_and_does_not_count_are_struck() -> None:
    nameless: dict[str, FactValue] = {
        "bone_share_3d": {"": Quantity.exactly(40)},
        "bone_share_imrt": {"": Quantity.exactly(20)},
    }
    read = read_shares(tokenize("it was the tibia"), nameless, None)

    assert read.struck == (("bone_share_3d", ""), ("bone_share_imrt", ""))
    assert read.untaken[0].why == "the policy counts the femur or humerus, not the tibia"
