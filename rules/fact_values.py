"""Fact values at the edge: from JSON to the types the rules take, checked, and back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TypeAlias

from rules.errors import FactOutOfRange, UnknownFact, WrongFactType
from rules.facts import ByStructure, Fact, FactValue, Kind, Quantity
from rules.policy import Policy

JsonValue: TypeAlias = (
    "bool | int | float | str | Decimal | list[JsonValue] | Mapping[str, JsonValue] | None"
)

EXPECTED = {
    Kind.YES_NO: "true or false",
    Kind.CHOICE: "one of its choices",
    Kind.YEARS: "a whole number of years",
    Kind.SHARE: "a percentage, or percentages by structure",
    Kind.POINTS: "percentage points, or points by structure",
}


def parse_fact(policy: Policy, name: str, value: JsonValue) -> FactValue:
    """The value of one of the policy's facts, from JSON; raises a `RulesError`."""
    fact = policy.fact(name)
    if fact is None:
        raise UnknownFact(name)
    return parse_value(fact, value)


def parse_value(fact: Fact, value: JsonValue) -> FactValue:
    """The value of a fact, from JSON; raises `WrongFactType` or `FactOutOfRange`.

    A share is a number or a decimal string, `{"min": 20, "max": 30}`, `{"value": 40, "about":
    true}`, or any of these by structure: `{"femur": 40}`.
    """
    if fact.kind in (Kind.SHARE, Kind.POINTS):
        parsed: FactValue = _by_structure(fact, value)
    elif isinstance(value, (bool, str, int)):
        parsed = value
    elif isinstance(value, (float, Decimal)) and fact.kind is Kind.YEARS:
        number = _decimal(fact, value)
        if number != number.to_integral_value():
            raise WrongFactType(fact.name, value, EXPECTED[fact.kind])
        parsed = int(number)
    else:
        raise WrongFactType(fact.name, value, EXPECTED[fact.kind])
    check_fact(fact, parsed)
    return parsed


def fact_to_json(value: FactValue) -> JsonValue:
    """The JSON form that `parse_fact` takes back; numbers as decimal strings.

    >>> fact_to_json({"femur": Quantity.exactly("25.4")})
    {'femur': '25.4'}
    """
    if isinstance(value, Mapping):
        return {structure: _quantity_to_json(share) for structure, share in value.items()}
    return str(value) if isinstance(value, str) else value


def check_fact(fact: Fact, value: FactValue) -> None:
    """Raise `WrongFactType` or `FactOutOfRange` unless the fact can have this value."""
    match fact.kind:
        case Kind.YES_NO:
            fits = isinstance(value, bool)
        case Kind.YEARS:
            fits = isinstance(value, int) and not isinstance(value, bool)
        case Kind.CHOICE:
            fits = isinstance(value, str)
        case Kind.SHARE | Kind.POINTS:
            fits = isinstance(value, Mapping)
    if not fits:
        raise WrongFactType(fact.name, value, EXPECTED[fact.kind])
    if isinstance(value, Mapping):
        _check_shares(fact, value)
    elif fact.limits and isinstance(value, int):
        _check_limits(fact, Decimal(value))
    elif fact.choices and value not in {choice.value for choice in fact.choices}:
        offered = ", ".join(choice.value for choice in fact.choices)
        raise FactOutOfRange(fact.name, value, f"one of {offered}")


def _check_shares(fact: Fact, shares: ByStructure) -> None:
    for structure, share in shares.items():
        if structure and structure not in fact.structures:
            named = ", ".join(fact.structures)
            raise FactOutOfRange(fact.name, structure, f"a share of {named}")
        if not isinstance(share, Quantity):
            raise WrongFactType(fact.name, share, EXPECTED[fact.kind])
        for number in (share.low, share.high):
            _check_limits(fact, number)
        if share.low > share.high:
            raise FactOutOfRange(
                fact.name, f"{share.low} to {share.high}", "a range from low to high"
            )


def _check_limits(fact: Fact, number: Decimal) -> None:
    if fact.limits is None:
        return
    low, high = fact.limits
    if not number.is_finite() or not low <= number <= high:
        unit = f" {fact.unit}" if fact.unit else ""
        raise FactOutOfRange(fact.name, number, f"{low} to {high}{unit}")


def _by_structure(fact: Fact, value: JsonValue) -> dict[str, Quantity]:
    if isinstance(value, Mapping) and not set(value) & {"min", "max", "value"}:
        if not value:
            raise WrongFactType(fact.name, value, EXPECTED[fact.kind])
        return {structure: _quantity(fact, share) for structure, share in value.items()}
    return {"": _quantity(fact, value)}


def _quantity(fact: Fact, value: JsonValue) -> Quantity:
    if not isinstance(value, Mapping):
        return Quantity.exactly(_decimal(fact, value))
    about = value.get("about", False)
    if set(value) <= {"value", "about"} and "value" in value and isinstance(about, bool):
        return Quantity.exactly(_decimal(fact, value["value"]), about=about)
    if set(value) == {"min", "max"} or (
        set(value) == {"min", "max", "about"} and isinstance(about, bool)
    ):
        low, high = (_decimal(fact, value[end]) for end in ("min", "max"))
        return Quantity(low, high, bool(about))
    raise WrongFactType(fact.name, value, EXPECTED[fact.kind])


def _decimal(fact: Fact, value: JsonValue) -> Decimal:
    if isinstance(value, bool) or not isinstance(value, (int, float, str, Decimal)):
        raise WrongFactType(fact.name, value, EXPECTED[fact.kind])
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        raise WrongFactType(fact.name, value, EXPECTED[fact.kind]) from None
    if not number.is_finite():
        raise WrongFactType(fact.name, value, EXPECTED[fact.kind])
    return number


def _quantity_to_json(share: Quantity) -> JsonValue:
    low, high = f"{share.low:f}", f"{share.high:f}"
    if share.low != share.high:
        ends: dict[str, JsonValue] = {"min": low, "max": high}
        return ends | {"about": True} if share.about else ends
    return {"value": low, "about": True} if share.about else low
