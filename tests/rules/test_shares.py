"""Shares of one structure under two plans: bounds, exact decimals, whose number it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from rules.facts import Quantity
from rules.shares import Pair, in_words, pairs, reaches, unsettled_shares


def exactly(number: str) -> Quantity:
    return Quantity.exactly(number)


def between(low: int, high: int) -> Quantity:
    return Quantity(Decimal(low), Decimal(high))


def one(x: Quantity | None, y: Quantity | None, d: Quantity | None = None) -> Pair:
    given = ({"femur": each} if each else {} for each in (x, y, d))
    (pair,) = pairs(*given)
    return pair


@pytest.mark.parametrize(
    ("number", "expected"), [("25", True), ("25.0", True), ("24.9", False), ("24.999", False)]
)
def test_a_line_is_compared_exactly(number: str, expected: bool) -> None:
    assert reaches(exactly(number), 25) is expected


def test_25_4_to_10_4_is_15_in_decimal_though_not_in_binary() -> None:
    assert one(exactly("25.4"), exactly("10.4")).reduction == exactly("15.0")
    assert reaches(one(exactly("25.4"), exactly("10.4")).reduction, 15) is True


def test_a_range_reaches_a_line_only_with_both_ends() -> None:
    assert reaches(between(25, 30), 25) is True
    assert reaches(between(20, 24), 25) is False
    assert reaches(between(20, 25), 25) is None


@pytest.mark.parametrize(
    ("number", "expected"),
    [("23.9", False), ("24", None), ("25", None), ("26", None), ("26.1", True)],
)
def test_about_leaves_one_point_on_either_side(number: str, expected: bool | None) -> None:
    assert reaches(Quantity.exactly(number, about=True), 25) is expected


@pytest.mark.parametrize(
    ("x", "y", "d", "bounds"),
    [
        (exactly("40"), None, None, (between(40, 40), between(0, 100), between(-60, 40))),
        (None, exactly("90"), None, (between(0, 100), between(90, 90), between(-90, 10))),
        (None, None, exactly("30"), (between(30, 100), between(0, 70), between(30, 30))),
        (exactly("40"), None, exactly("15"), (between(40, 40), between(25, 25), between(15, 15))),
        (None, exactly("10"), exactly("15"), (between(25, 25), between(10, 10), between(15, 15))),
        (between(4, 5), between(1, 2), None, (between(4, 5), between(1, 2), between(2, 4))),
    ],
)  # fmt: skip
def test_two_of_three_bound_the_third(
    x: Quantity | None,
    y: Quantity | None,
    d: Quantity | None,
    bounds: tuple[Quantity, Quantity, Quantity],
) -> None:
    pair = one(x, y, d)

    assert (pair.share_3d, pair.share_imrt, pair.reduction) == bounds
    assert not pair.contradicts


def test_what_does_not_fit_together_is_known_as_such() -> None:
    assert one(exactly("40"), exactly("30"), exactly("15")).contradicts
    assert one(exactly("10"), None, exactly("15")).contradicts
    assert not one(exactly("40"), exactly("25"), exactly("15")).contradicts


def test_a_number_with_no_structure_belongs_to_the_only_one_named() -> None:
    (pair,) = pairs({"femur": exactly("40")}, {"": exactly("20")}, {})

    assert (pair.structure, pair.reduction) == ("femur", exactly("20"))


def test_with_two_named_a_number_with_no_structure_belongs_to_neither() -> None:
    named = {"femur": exactly("40"), "humerus": exactly("10")}

    assert [pair.structure for pair in pairs(named, {"": exactly("20")}, {})] == [
        "femur",
        "humerus",
        "",
    ]


@pytest.mark.parametrize(
    ("x", "y", "expected", "why"),
    [
        (None, None, (True, True), "nothing known"),
        (exactly("40"), None, (False, True), "3D known"),
        (None, exactly("85"), (True, False), "a 3D share of 100 would do"),
        (None, exactly("85.1"), (False, False), "no 3D share would"),
        (exactly("24"), None, (False, False), "3D below the line"),
        (between(20, 30), exactly("0"), (True, False), "3D across the line"),
        (between(20, 30), between(0, 8), (True, False), "where 3D is enough, any IMRT share is"),
        (between(20, 30), between(0, 12), (True, True), "both across"),
    ],
)
def test_which_exact_share_could_still_turn_the_result(
    x: Quantity | None, y: Quantity | None, expected: tuple[bool, bool], why: str
) -> None:
    assert unsettled_shares(one(x, y), 25, 15) == expected, why


def test_a_quantity_in_words() -> None:
    assert in_words(exactly("40.0"), "percent") == "40 percent"
    assert in_words(exactly("100"), "percent") == "100 percent"
    assert in_words(Quantity.exactly(40, about=True), "percent") == "about 40 percent"
