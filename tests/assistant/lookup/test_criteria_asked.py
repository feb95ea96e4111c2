"""What a policy asks for, asked of the documents."""

from __future__ import annotations

from datetime import date

import pytest

from assistant.draft import AnswerKind
from tests.assistant.lookup.asking import BCBSNC, ask, quoted, quotes, text_of

OLD_JOINT = (
    "3D results in >=50% of the joint spaces "
    "(e.g. shoulder, elbow, wrist, hip, knee, ankle) receiving >=35Gy"
)
OLD_JOINT_REDUCTION = (
    "IMRT results in a reduction in the absolute percent of the joint space receiving >=35Gy "
    "of at least 20%"
)


def test_all_four_criteria_of_bcbsnc_are_quoted_with_what_joins_them() -> None:
    draft = ask("What are the criteria of BCBSNC?", "bcbsnc")
    labels = [cite.label for cite in quotes(draft)]
    assert [label for label in labels if len(label) == 1] == ["A", "B", "C", "D"]
    assert "\n- OR C: “3D results in >=25% of the joint spaces" in text_of(draft)
    assert "in force since 28 May 2019" in draft.headline


def test_every_indication_of_lhcc_is_quoted() -> None:
    labels = [cite.label for cite in quotes(ask("What are the criteria?", "lhcc"))]
    assert {"I.A", "I.D", "I.E.1.a", "I.E.3.h", "I.E.8.e", "Note"} <= set(labels)
    assert len(labels) == len(set(labels))


def test_the_joint_conditions_before_may_2019_are_the_superseded_ones() -> None:
    draft = ask(
        "What were Blue Cross NC's two joint space conditions for sarcoma IMRT before May 2019?",
        "bcbsnc",
        as_of=date(2019, 4, 30),
    )
    assert quoted(draft) == [OLD_JOINT, OLD_JOINT_REDUCTION]
    assert all(cite.superseded for cite in quotes(draft))
    assert "superseded" in draft.headline


def test_on_the_day_of_the_change_the_new_wording_is_given() -> None:
    draft = ask("What were the joint space conditions?", "bcbsnc", as_of=date(2019, 5, 28))
    assert [cite.label for cite in quotes(draft)] == ["C", "D"]
    assert not any(cite.superseded for cite in quotes(draft))


def test_before_the_first_version_none_was_in_force() -> None:
    draft = ask("What did the policy require?", "bcbsnc", as_of=date(2016, 5, 30))
    assert draft.headline == "No version of BCBSNC's policy was in force on 30 May 2016."
    assert quoted(draft) == ["Notification given 4/1/16 for effective date 5/31/16"]


def test_earlier_criteria_of_lhcc_are_not_held_and_the_log_is_quoted() -> None:
    draft = ask(
        "What did LHCC require for pancreatic cancer in January 2024?",
        "lhcc",
        as_of=date(2024, 1, 15),
        facts={"tumor_site": "pancreas", "tumor_type": "carcinoma"},
    )
    assert draft.headline == "The criteria of LHCC in force on 15 January 2024 are not held."
    assert "Added Criteria I.G.10. pancreatic cancer." in quoted(draft)


def test_a_letter_means_the_policy_that_letters_its_criteria_so() -> None:
    draft = ask("read me criterion B")
    assert [(cite.policy_id, cite.label) for cite in quotes(draft)] == [(BCBSNC, "B")]


@pytest.mark.parametrize(
    ("message", "labels"),
    [
        ("show item I.E.6.a", ["I.E.6.a"]),
        ("read me criterion B", ["I.B"]),
        ("quote E.8", ["I.E.8", *(f"I.E.8.{letter}" for letter in "abcde")]),
        ("What does LHCC say about breast?", ["I.E.3", *(f"I.E.3.{c}" for c in "abcdefgh")]),
        ("What does LHCC require for penile cancer?", ["I.E.8.d"]),
        ("criteria for endometrial cancer at LHCC", ["I.E.6.c", "I.E.7.c"]),
        ("What is the age limit of LHCC for children?", ["I.A"]),
        ("What are LHCC's requirements for re-irradiation?", ["I.D"]),
        ("What are LHCC's requirements for bone tumors?", ["I.C"]),
        ("Which sarcomas does LHCC list?", ["I.E.4.a", "I.E.6", *(f"I.E.6.{c}" for c in "abc")]),
    ],
)
def test_lhcc_is_narrowed_to_what_is_asked(message: str, labels: list[str]) -> None:
    assert [cite.label for cite in quotes(ask(message, "lhcc"))] == labels


def test_bone_and_joint_of_bcbsnc_are_told_apart() -> None:
    bone = ask("What percentage of the femur cortex is required?", "bcbsnc")
    joint = ask("What percentage of the joint space is required?", "bcbsnc")
    assert [cite.label for cite in quotes(bone)] == ["A", "B"]
    assert [cite.label for cite in quotes(joint)] == ["C", "D"]


def test_a_site_that_bcbsnc_leaves_to_a_related_policy_is_pointed_there() -> None:
    draft = ask("What does BCBSNC ask for in prostate cancer?", "bcbsnc")
    assert draft.headline == "The criteria of BCBSNC do not speak of “prostate”."
    assert quoted(draft)[0] == "Intensity-Modulated Radiation Therapy (IMRT) of the Prostate"
    assert "whose text I do not hold" in text_of(draft)


def test_without_a_payer_the_criteria_are_asked_for_not_guessed() -> None:
    draft = ask("What are the criteria?")
    assert draft.kind is AnswerKind.LOOKUP
    assert draft.headline.startswith("Which payer's policy")
    assert quotes(draft) == []


def test_a_policy_number_names_the_payer() -> None:
    draft = ask("What are the criteria of LA.CP.MP.69 for the larynx?")
    assert quotes(draft)[0].label.startswith("I.E.2")


def test_that_a_newer_version_may_exist_is_said() -> None:
    assert "a newer version may exist" in text_of(ask("What are the criteria?", "bcbsnc"))
