"""Facts as a client states them in JSON, parsed by what each fact can be."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from api.errors import UnfitValue
from api.models.problems import FieldError
from rules import FactOutOfRange, RulesError, WrongFactType, parse_value
from rules.facts import Fact, FactValue


def parse_facts(known: Mapping[str, Fact], stated: Mapping[str, Any]) -> dict[str, FactValue]:
    """Every stated fact parsed; raises `UnfitValue` with an error for each that does not fit."""
    facts: dict[str, FactValue] = {}
    errors: list[FieldError] = []
    for name, value in stated.items():
        if name not in known:
            errors.append(_unknown(known, name))
            continue
        try:
            facts[name] = parse_value(known[name], value)
        except RulesError as error:
            errors.append(_unfit(name, error))
    if errors:
        raise UnfitValue(*errors)
    return facts


def _unfit(name: str, error: RulesError) -> FieldError:
    """Say what would fit; the error's own text repeats the value."""
    if isinstance(error, FactOutOfRange):
        return _error(name, "out_of_range", f"It must be {error.limits}.")
    if isinstance(error, WrongFactType):
        return _error(name, "wrong_type", f"It must be {error.expected}.")
    raise error


def _unknown(known: Mapping[str, Fact], name: str) -> FieldError:
    return _error(name, "unknown_fact", f"It is not asked for. Asked for are: {', '.join(known)}.")


def _error(name: str, code: str, detail: str) -> FieldError:
    return FieldError(path=f"facts.{name}", location="body", code=code, detail=detail)
