"""Each kind of rewording keeps a message what it is."""

from __future__ import annotations

import random

import pytest

from evals.rewording import amounts, asides, letter_case, marks, order, shorthand, slips
from evals.rewording.true_words import true_words

DRAW = random.Random(1)  # noqa: S311
SEEDED = [random.Random(seed) for seed in range(40)]  # noqa: S311
SLIPS = (
    slips.with_letters_swapped,
    slips.with_a_letter_dropped,
    slips.with_a_letter_doubled,
    slips.with_a_neighbouring_key,
)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_touches_one_word_and_no_number(slip: slips.Slip) -> None:
    turn = "hepatocellular 40% and twenty without 12%"
    typed = {slip(turn, draw) for draw in SEEDED}
    assert len(typed) > 3
    assert all(one.endswith(" 40% and twenty without 12%") for one in typed)


@pytest.mark.parametrize("slip", SLIPS)
def test_a_slip_makes_no_true_word(slip: slips.Slip) -> None:
    typed = {slip("liver ureter lungs", draw) for draw in SEEDED}
    made = {word for one in typed for word in one.split()} - {"liver", "ureter", "lungs"}
    assert made
    assert made.isdisjoint(true_words())


def test_a_negation_is_misspelt_only_by_its_own_kind() -> None:
    made = {slips.with_a_negation_misspelt("tumor without spread", draw) for draw in SEEDED}
    assert made
    assert all(one.startswith("tumor ") and one.endswith(" spread") for one in made)
    assert slips.with_a_negation_misspelt("tumor with spread", DRAW) == "tumor with spread"


@pytest.mark.parametrize(
    ("turn", "reworded"),
    [
        (">=40 Gy and 35Gy", ">=4000 cGy and 3500 cGy"),
        ("50.4 Gy in 28 fractions", "5040 cGy in 28 fractions"),
        ("2 Gy/day", "2 Gy/day"),
        ("no dose", "no dose"),
    ],
)
def test_doses_are_said_in_centigray(turn: str, reworded: str) -> None:
    assert amounts.in_centigray(turn, DRAW) == reworded


@pytest.mark.parametrize(
    ("turn", "reworded"),
    [
        ("30% of the femur", "thirty percent of the femur"),
        ("a 7-year-old", "a seven-year-old"),
        ("24.9% at 40 Gy", "24.9% at 40 Gy"),
        ("40% to 25%", "40% to twenty-five percent"),
    ],
)
def test_whole_shares_and_ages_are_written_as_words(turn: str, reworded: str) -> None:
    assert amounts.in_words(turn, DRAW) == reworded


def test_sentences_change_places_where_none_leans_on_another() -> None:
    turn = "Sarcoma of the left thigh. Femur cortex at 40 Gy 30% with 3D, 12% with IMRT."
    moved = "Femur cortex at 40 Gy 30% with 3D, 12% with IMRT. Sarcoma of the left thigh."
    assert order.first_sentence_last(turn, DRAW) == moved


@pytest.mark.parametrize(
    "turn",
    [
        "Sarcoma of the left thigh.",
        "Sarcoma of the thigh. It gets 40 Gy to the femur.",
        "No. 40 %.",
    ],
)
def test_sentences_stay_where_order_could_matter(turn: str) -> None:
    assert order.first_sentence_last(turn, DRAW) == turn


@pytest.mark.parametrize(
    ("turn", "reworded"),
    [
        ("LHCC, sarcoma of the calf, 45 years.", "Sarcoma of the calf, 45 years, LHCC."),
        ("T3 glottic cancer, age 59", "age 59, T3 glottic cancer"),
        ("Sarcoma of the calf, resected", "Sarcoma of the calf, resected"),
    ],
)
def test_an_age_or_payer_moves_to_the_other_end(turn: str, reworded: str) -> None:
    assert order.detail_elsewhere(turn, DRAW) == reworded


def test_an_abbreviation_that_is_another_word_in_small_letters_keeps_its_case() -> None:
    assert letter_case.in_lower_case("ALL in remission", DRAW) == "ALL in remission"
    assert letter_case.in_lower_case("NSCLC, Stage II", DRAW) == "nsclc, stage ii"


def test_commas_that_bound_a_negation_stay() -> None:
    assert marks.without_commas("No nodes, whole breast", DRAW) == "No nodes, whole breast"
    assert marks.without_commas("58F, cervical cancer", DRAW) == "58F cervical cancer"


def test_bullets_keep_every_sentence() -> None:
    listed = marks.as_bullets("Sarcoma of the thigh. Resected in May.", DRAW)
    assert len(listed.splitlines()) == 2
    assert "Sarcoma of the thigh." in listed


@pytest.mark.parametrize("aside", [asides.with_small_talk, asides.with_medical_aside])
def test_an_aside_leaves_every_word_and_skips_bare_answers(aside: slips.Slip) -> None:
    assert all("Sarcoma of the left thigh" in aside("Sarcoma of the left thigh", d) for d in SEEDED)
    assert aside("25%", DRAW) == "25%"


def test_a_direct_answer_stays_at_the_beginning() -> None:
    said = {asides.with_medical_aside("Yes, the nodes are treated too.", d) for d in SEEDED}
    assert all(one.startswith("Yes, ") for one in said)


def test_shorthand_and_its_expansion_say_the_same() -> None:
    long = "patient with a history of radiotherapy"
    short = shorthand.abbreviated(long, DRAW)
    assert short == "pt w/ a h/o RT"
    assert shorthand.spelled_out(short, DRAW) == "patient with a history of radiation therapy"
