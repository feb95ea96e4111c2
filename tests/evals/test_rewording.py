"""Rewordings keep a case what it is."""

from __future__ import annotations

import random

import pytest

from evals.expectations import Conversation
from evals.rewording import (
    in_centigray,
    in_other_order,
    rewordings,
    with_a_typo,
    with_small_talk,
)

DRAW = random.Random(1)  # noqa: S311


@pytest.mark.parametrize(
    ("turn", "reworded"),
    [
        (">=40 Gy and 35Gy", ">=4000 cGy and 3500 cGy"),
        ("50.4 Gy in 28 fractions", "50.4 Gy in 28 fractions"),
        ("no dose", "no dose"),
    ],
)
def test_whole_doses_are_said_in_centigray(turn: str, reworded: str) -> None:
    assert in_centigray(turn, DRAW) == reworded


def test_sentences_change_places_where_none_leans_on_another() -> None:
    turn = "Sarcoma of the left thigh. Femur cortex at 40 Gy 30% with 3D, 12% with IMRT."
    moved = "Femur cortex at 40 Gy 30% with 3D, 12% with IMRT. Sarcoma of the left thigh."
    assert in_other_order(turn, DRAW) == moved


@pytest.mark.parametrize(
    "turn",
    [
        "Sarcoma of the left thigh.",
        "Sarcoma of the thigh. It gets 40 Gy to the femur.",
        "No. 40 %.",
    ],
)
def test_sentences_stay_where_order_could_matter(turn: str) -> None:
    assert in_other_order(turn, DRAW) == turn


def test_a_typo_touches_one_long_word_and_no_number() -> None:
    turn = "hepatocellular 40% and 12%"
    typed = {with_a_typo(turn, random.Random(seed)) for seed in range(50)}  # noqa: S311
    assert len(typed) > 5
    assert all(one.endswith(" 40% and 12%") and one != "" for one in typed)


def test_small_talk_leaves_every_word_and_skips_bare_answers() -> None:
    turn = "Sarcoma of the left thigh"
    assert turn in with_small_talk(turn, DRAW)
    assert with_small_talk("25%", DRAW) == "25%"


def test_the_same_conversation_is_reworded_the_same_way_each_time() -> None:
    one = Conversation("s1", ("Hepatocellular carcinoma, 45 Gy planned",), ("criteria_met",))
    assert list(rewordings(one)) == list(rewordings(one))
    assert [each.kind for each in rewordings(one)] == [
        "typo",
        "lower case",
        "capitals",
        "cGy",
        "irrelevant sentence",
    ]
