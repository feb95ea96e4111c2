"""The truth tables, cell by cell, and what an open finding asks for."""

from __future__ import annotations

from itertools import product

import pytest

from rules.determination import Interpretation
from rules.findings import (
    Finding,
    Truth,
    all_of,
    any_of,
    on_every_reading,
    read_as,
    turning_readings,
    within,
)

T, F, U = Truth.MET, Truth.NOT_MET, Truth.UNKNOWN
READING = Interpretation("this", "that")
OTHER = Interpretation("here", "there")

TABLE = [
    # left, right, all_of, any_of, on_every_reading
    (T, T, T, T, T), (T, F, F, T, U), (T, U, U, T, U),
    (F, T, F, T, U), (F, F, F, F, F), (F, U, F, U, U),
    (U, T, U, T, U), (U, F, F, U, U), (U, U, U, U, U),
]  # fmt: skip


def asking(*names: str) -> Finding:
    return Finding(U, asks=frozenset(names))


UNDETERMINED = Finding(U)


def test_the_table_is_complete() -> None:
    assert {(left, right) for left, right, *_ in TABLE} == set(product((T, F, U), repeat=2))


@pytest.mark.parametrize(("left", "right", "both", "either", "reading"), TABLE)
def test_cell(left: Truth, right: Truth, both: Truth, either: Truth, reading: Truth) -> None:
    pair = (Finding(left), Finding(right))

    assert all_of(*pair).truth is both
    assert any_of(*pair).truth is either
    assert on_every_reading(READING, *pair).truth is reading


@pytest.mark.parametrize(
    ("scope", "criteria", "expected"),
    [
        (T, T, T),
        (T, F, F),
        (T, U, U),
        (F, T, F),
        (F, F, F),
        (F, U, F),
        (U, T, U),
        (U, F, U),
        (U, U, U),
    ],
)
def test_an_open_scope_leaves_even_failed_criteria_open(
    scope: Truth, criteria: Truth, expected: Truth
) -> None:
    assert within(Finding(scope), Finding(criteria)).truth is expected


@pytest.mark.parametrize("unsure", [U, F, T, Finding(U), Finding(T)], ids=str)
def test_three_values_refuse_to_be_a_bool(unsure: Truth | Finding) -> None:
    with pytest.raises(TypeError, match="one of three values"):
        bool(unsure)


def test_a_settled_finding_asks_nothing() -> None:
    assert any_of(Finding(T), asking("age")).open_questions == frozenset()
    assert all_of(Finding(F), asking("age")).open_questions == frozenset()


def test_an_open_finding_asks_for_all_its_open_parts() -> None:
    assert all_of(Finding(T), asking("age"), asking("stage")).asks == {"age", "stage"}
    assert any_of(Finding(F), asking("age"), asking("stage")).asks == {"age", "stage"}


def test_what_two_readings_leave_undetermined_makes_asking_for_the_rest_idle() -> None:
    assert all_of(UNDETERMINED, asking("age")).asks == frozenset()
    assert any_of(UNDETERMINED, asking("age")).asks == {"age"}


def test_readings_that_disagree_leave_nothing_to_ask_and_are_listed() -> None:
    finding = on_every_reading(READING, Finding(T), Finding(F))

    assert finding.asks == frozenset()
    assert finding.readings == (READING,)


def test_readings_of_an_unknown_number_ask_for_it() -> None:
    finding = on_every_reading(READING, asking("age"), asking("age"))

    assert finding.asks == {"age"}
    assert finding.readings == ()


def test_a_reading_matters_only_where_another_could_have_changed_the_result() -> None:
    by_reading = Finding(T, readings=(READING,))

    assert turning_readings(any_of(by_reading, Finding(F))) == (READING,)
    assert turning_readings(any_of(by_reading, Finding(T))) == ()
    assert turning_readings(all_of(Finding(F, readings=(READING,)), Finding(T))) == (READING,)
    assert turning_readings(all_of(Finding(F, readings=(READING,)), Finding(F))) == ()
    assert turning_readings(all_of(by_reading, Finding(T, readings=(OTHER,)))) == (READING, OTHER)


def test_a_reading_that_narrows_is_not_listed_where_the_criterion_is_met_anyway() -> None:
    assert read_as(READING, Finding(T)).readings == ()
    assert read_as(READING, Finding(F)).readings == (READING,)
    assert read_as(READING, UNDETERMINED).readings == (READING,)
