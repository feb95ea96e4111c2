"""Louisiana Healthcare Connections LA.CP.MP.69: each item and its near misses."""

from __future__ import annotations

import pytest

from rules.findings import Truth
from tests.rules.lhcc_cases import (
    ADULT,
    ASK,
    ITEMS,
    MET,
    NEAR_MISSES,
    TWO_READINGS,
    Known,
    asked,
    decide,
    item,
)


def test_every_item_of_the_policy_has_a_case() -> None:
    finding = decide().finding
    assert finding is not None
    labels = {each.label for each in finding.all()}

    assert {label for label, _, _ in ITEMS} == {
        label for label in labels if label.count(".") in {1, 3} and label != "I.E"
    }


@pytest.mark.parametrize(
    ("label", "known", "needs"), ITEMS, ids=[f"{i[0]}-{n}" for n, i in enumerate(ITEMS)]
)
def test_the_item_is_met(label: str, known: Known, needs: list[str]) -> None:  # noqa: ARG001
    found = decide(known)

    assert item(found, label).truth is Truth.MET
    assert found.outcome is MET
    assert found.missing == ()


@pytest.mark.parametrize(
    ("label", "known", "needs"), ITEMS, ids=[f"{i[0]}-{n}" for n, i in enumerate(ITEMS)]
)
def test_the_item_is_open_without_any_one_fact_it_needs(
    label: str, known: Known, needs: list[str]
) -> None:
    for name in needs:
        known_less = {fact: value for fact, value in known.items() if fact != name}
        found = decide(known_less)

        assert item(found, label).truth is Truth.UNKNOWN
        assert found.outcome is ASK
        assert name in asked(found)


@pytest.mark.parametrize(
    ("label", "known", "needs"), ITEMS, ids=[f"{i[0]}-{n}" for n, i in enumerate(ITEMS)]
)
def test_the_item_is_not_met_where_one_fact_it_needs_is_not_so(
    label: str, known: Known, needs: list[str]
) -> None:
    opposite: Known = {
        "age": 45,
        "tumor_type": "not_a_tumor",
        "breast_laterality": "left",
        "stage": "metastatic",
        "breast_treatment": "other",
    }
    for name in needs:
        assert item(decide(known, {name: opposite.get(name, False)}), label).truth is Truth.NOT_MET


@pytest.mark.parametrize(
    ("label", "known", "why"), NEAR_MISSES, ids=[f"{m[0]} {m[2]}" for m in NEAR_MISSES]
)
def test_near_miss(label: str, known: Known, why: str) -> None:
    assert item(decide(known), label).truth is Truth.NOT_MET, why


@pytest.mark.parametrize(
    ("label", "known"), TWO_READINGS, ids=[f"{i[0]}-{n}" for n, i in enumerate(TWO_READINGS)]
)
def test_two_readings_leave_the_item_undetermined_with_nothing_to_ask(
    label: str, known: Known
) -> None:
    found = decide({**ADULT, **known})

    assert item(found, label).truth is Truth.UNKNOWN
    assert item(found, label).asks == frozenset()
    assert label in {reading.quote.label for reading in found.interpretations if reading.quote} or (
        found.outcome is ASK
    )
