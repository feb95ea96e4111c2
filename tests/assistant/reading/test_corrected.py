"""A correction that names a figure and not its fact finds the fact by the figure taken back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Certainty
from assistant.reading.reading import Known
from assistant.reading.turns.corrected import Corrected, read_corrected
from rules.facts import FactValue, Quantity

TODAY = date(2026, 11, 21)


def share(number: str) -> Quantity:
    return Quantity(Decimal(number), Decimal(number))


FEMUR: Mapping[str, FactValue] = {
    "bone_share_3d": {"femur": share("40")},
    "bone_share_imrt": {"femur": share("30")},
    "age": 71,
}


def read(
    message: str, facts: Mapping[str, FactValue] = FEMUR, day: date | None = None
) -> Corrected:
    known = Known(facts, None, confirming=False, date_of_service=day, today=TODAY)
    return read_corrected(tokenize(message), known, is_correction=True)


@pytest.mark.parametrize(
    "message",
    [
        "sorry 17 not 71",
        "that is 17, not 71",
        "not 71, it's 17",
        "71 should be 17",
        "17 instead of 71",
    ],
)
def test_the_age_is_meant_where_its_value_is_taken_back(message: str) -> None:
    (fact,) = read(message).facts

    assert (fact.name, fact.value, fact.certainty) == ("age", 17, Certainty.SURE)


@pytest.mark.parametrize("message", ["it's 22 not 30", "the 30 should be 22", "change 30 to 22"])
def test_a_share_is_meant_where_its_value_is_taken_back(message: str) -> None:
    (fact,) = read(message).facts

    assert (fact.name, fact.value) == ("bone_share_imrt", {"femur": share("22")})


def test_a_figure_that_two_facts_have_is_read_with_doubt() -> None:
    twice: Mapping[str, FactValue] = {"bone_share_3d": {"femur": share("30")}, "age": 30}
    (fact,) = read("35 not 30", twice).facts

    assert fact.certainty is Certainty.DOUBTFUL


def test_a_figure_that_no_fact_has_corrects_nothing() -> None:
    assert read("12 not 13").facts == ()


def test_a_year_taken_back_moves_the_date_of_service_to_the_other_year() -> None:
    (stated,) = read("sorry, 2026 not 2025", day=date(2025, 5, 1)).dates

    assert stated.day == date(2026, 5, 1)


@pytest.mark.parametrize("message", ["I had those backwards", "oops, the two are swapped"])
def test_two_shares_said_the_wrong_way_round_change_places(message: str) -> None:
    at_3d, at_imrt = read(message).facts

    assert at_3d.value == {"femur": share("30")}
    assert at_imrt.value == {"femur": share("40")}


def test_make_that_a_number_is_of_the_figure_told_last_and_doubtful_among_several() -> None:
    (fact,) = read("make that 68").facts

    assert (fact.name, fact.value, fact.certainty) == ("age", 68, Certainty.DOUBTFUL)
