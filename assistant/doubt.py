"""Determining a case in which some facts were read with little certainty.

A doubtful fact never decides silently. The rules are asked with and without it: where they come
out alike it does not matter; where they differ, its confirmation is what the answer asks for.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from rules import FACTS, evaluate
from rules.determination import CodeRequest, Determination, Outcome
from rules.facts import FactValue
from rules.policy import Policy


@dataclass(frozen=True)
class Determined:
    """A determination from the sure facts, and the doubtful one that must be confirmed first."""

    determination: Determination
    doubt: str | None = None


def determine(
    policy: Policy,
    facts: Mapping[str, FactValue],
    doubtful: Mapping[str, FactValue],
    day: date,
    codes: Sequence[CodeRequest] = (),
) -> Determined:
    """The outcome of a case on a date of service; a doubt that could change it is named."""
    sure = evaluate(policy, facts, day, codes)
    doubt = _deciding_doubt(policy, facts, doubtful, sure)
    if doubt is None or sure.outcome is Outcome.INFORMATION_NEEDED:
        return Determined(sure, doubt)
    held_back = replace(sure, outcome=Outcome.INFORMATION_NEEDED, missing=(FACTS[doubt],))
    return Determined(held_back, doubt)


def _deciding_doubt(
    policy: Policy,
    facts: Mapping[str, FactValue],
    doubtful: Mapping[str, FactValue],
    sure: Determination,
) -> str | None:
    """The first doubtful fact without which the case comes out otherwise."""

    def differs(believed: Mapping[str, FactValue]) -> bool:
        found = evaluate(policy, _with(facts, believed), sure.date_of_service)
        return (found.outcome, found.missing) != (sure.outcome, sure.missing)

    for name, value in doubtful.items():
        if differs({name: value}):
            return name
    return next(iter(doubtful)) if doubtful and differs(doubtful) else None


def _with(
    facts: Mapping[str, FactValue], believed: Mapping[str, FactValue]
) -> dict[str, FactValue]:
    """The facts and the doubtful ones; shares of several structures stand side by side."""
    together = dict(facts)
    for name, value in believed.items():
        known = together.get(name)
        both = isinstance(known, Mapping) and isinstance(value, Mapping)
        together[name] = {**known, **value} if both else value  # type: ignore[dict-item]
    return together
