"""What a fact can be: parsed from JSON, checked against its limits, and given back."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from rules import (
    FACTS,
    FactOutOfRange,
    JsonValue,
    RulesError,
    UnknownFact,
    WrongFactType,
    evaluate,
    fact_to_json,
    parse_fact,
)
from rules.facts import Fact, FactValue, Kind, Quantity
from tests.rules.policy_text import BCBSNC, LHCC, on

EXACTLY_40 = {"": Quantity.exactly(40)}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (40, EXACTLY_40),
        ("40", EXACTLY_40),
        (25.4, {"": Quantity.exactly("25.4")}),
        ("24.9", {"": Quantity.exactly("24.9")}),
        ({"femur": 40}, {"femur": Quantity.exactly(40)}),
        ({"min": 20, "max": "30.5"}, {"": Quantity(Decimal(20), Decimal("30.5"))}),
        ({"value": 40, "about": True}, {"": Quantity.exactly(40, about=True)}),
        (
            {"humerus": {"min": 20, "max": 30}, "femur": {"value": 5, "about": True}},
            {
                "humerus": Quantity(Decimal(20), Decimal(30)),
                "femur": Quantity.exactly(5, about=True),
            },
        ),
        (0, {"": Quantity.exactly(0)}),
        (100, {"": Quantity.exactly(100)}),
    ],
    ids=str,
)
def test_a_share_is_taken(given: JsonValue, expected: FactValue) -> None:
    assert parse_fact(BCBSNC, "bone_share_3d", given) == expected


@pytest.mark.parametrize(
    "given",
    [
        130,
        "100.1",
        -0.1,
        {"femur": 101},
        {"tibia": 40},
        {"min": 30, "max": 20},
        {"min": 0, "max": 101},
    ],
    ids=str,
)
def test_a_share_out_of_its_limits_is_refused_with_what_it_can_be(given: JsonValue) -> None:
    with pytest.raises(FactOutOfRange, match="bone_share_3d cannot be") as refused:
        parse_fact(BCBSNC, "bone_share_3d", given)

    assert refused.value.fact == "bone_share_3d"
    assert refused.value.limits


@pytest.mark.parametrize(
    "given",
    [
        True,
        None,
        "",
        "forty",
        "NaN",
        "Infinity",
        float("nan"),
        float("inf"),
        [],
        {},
        {"value": True},
        {"min": 1},
        {"value": 1, "max": 2},
        {"femur": None},
        {"min": 1, "about": 1},
    ],
    ids=str,
)
def test_what_is_no_share_is_refused(given: JsonValue) -> None:
    with pytest.raises(WrongFactType, match="bone_share_3d takes a percentage"):
        parse_fact(BCBSNC, "bone_share_3d", given)


@pytest.mark.parametrize(
    ("name", "given", "error"),
    [
        ("age", 131, FactOutOfRange),
        ("age", -1, FactOutOfRange),
        ("age", True, WrongFactType),
        ("age", "45", WrongFactType),
        ("age", 17.5, WrongFactType),
        ("medically_inoperable", 1, WrongFactType),
        ("medically_inoperable", "yes", WrongFactType),
        ("stage", "IIIB", FactOutOfRange),
        ("stage", 3, WrongFactType),
        ("stage", True, WrongFactType),
        ("tumor_site", "toe nail", FactOutOfRange),
        ("shoe_size", 43, UnknownFact),
        ("bone_share_3d", 40, UnknownFact),
    ],
)
def test_misuse_raises_its_own_error(name: str, given: JsonValue, error: type[RulesError]) -> None:
    with pytest.raises(error) as raised:
        parse_fact(LHCC, name, given)

    assert raised.value.fact == name
    assert isinstance(raised.value, RulesError)


@pytest.mark.parametrize(
    ("name", "given", "expected"),
    [
        ("age", 17, 17),
        ("age", 17.0, 17),
        ("age", 0, 0),
        ("reirradiation", False, False),
        ("stage", "early", "early"),
    ],
)
def test_plain_facts_are_taken(name: str, given: JsonValue, expected: FactValue) -> None:
    assert parse_fact(LHCC, name, given) == expected


@pytest.mark.parametrize(
    "given",
    [
        {"femur": "25.4"},
        {"": "40"},
        {"femur": {"min": "20", "max": "30"}},
        {"humerus": {"value": "24", "about": True}},
    ],
    ids=str,
)
def test_a_share_given_back_as_json_is_taken_again(given: JsonValue) -> None:
    value = parse_fact(BCBSNC, "bone_share_3d", given)

    assert fact_to_json(value) == given
    assert parse_fact(BCBSNC, "bone_share_3d", fact_to_json(value)) == value


def test_evaluate_refuses_a_fact_that_no_policy_asks_for() -> None:
    with pytest.raises(UnknownFact, match="shoe_size"):
        evaluate(BCBSNC, {"shoe_size": 43}, on("2024-01-01"))


def test_evaluate_passes_over_a_fact_that_only_another_policy_asks_for() -> None:
    facts: dict[str, FactValue] = {"tumor_type": "soft_tissue_sarcoma", "tumor_site": "thigh"}
    day = on("2024-01-01")

    assert evaluate(BCBSNC, {**facts, "age": 9}, day) == evaluate(BCBSNC, facts, day)


def test_evaluate_checks_values_too() -> None:
    with pytest.raises(FactOutOfRange, match="0 to 100 percent"):
        evaluate(BCBSNC, {"bone_share_3d": {"femur": Quantity.exactly(130)}}, on("2024-01-01"))


@pytest.mark.parametrize("moment", ["2024-01-01", datetime(2024, 1, 1)])  # noqa: DTZ001
def test_a_date_of_service_is_a_calendar_date(moment: date) -> None:
    with pytest.raises(WrongFactType, match="date_of_service takes a calendar date"):
        evaluate(BCBSNC, {}, moment)


@pytest.mark.parametrize("fact", FACTS.values(), ids=lambda fact: fact.name)
def test_each_fact_is_asked_in_one_short_question(fact: Fact) -> None:
    assert fact.question.endswith("?")
    assert len(fact.question) <= 140
    assert fact.why.endswith(".")
    assert bool(fact.choices) is (fact.kind is Kind.CHOICE)
    assert bool(fact.structures) is (fact.kind in {Kind.SHARE, Kind.POINTS})


@pytest.mark.parametrize(("name", "dose"), [("bone", "40 Gy"), ("joint", "35 Gy")])
def test_a_share_is_asked_for_at_the_dose_of_the_policy(name: str, dose: str) -> None:
    asked = [fact.question for fact in FACTS.values() if fact.name.startswith(name)]

    assert len(asked) == 3
    assert all(dose in question for question in asked)


def test_the_facts_declared_are_those_of_the_design_page() -> None:
    assert set(FACTS) == {
        "tumor_type", "tumor_site", "tumor_origin", "age",
        "bone_share_3d", "bone_share_imrt", "bone_reduction",
        "joint_share_3d", "joint_share_imrt", "joint_reduction",
        "medically_inoperable", "dose_escalation_required",
        "reirradiation", "cumulative_dose_exceeds_tolerance",
        "near_skull_base", "organ_at_risk_tolerance_exceeded_3d", "craniospinal_irradiation",
        "hippocampal_sparing_wbrt", "cranial_nerve_invasion", "breast_laterality",
        "nodal_irradiation", "definitive_intent", "unfavorable_anatomy_high_dose", "stage",
        "heart_dose_unacceptable", "breast_treatment", "internal_mammary_nodes",
        "limited_arm_motion_arms_down", "bilateral_implant_reconstruction",
        "bilateral_augmentation_implants", "sbrt_not_feasible", "imrt_reduces_normal_tissue_dose",
    }  # fmt: skip
