"""One case as a rule sees it: what was stated, what follows from it, and what is unknown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cached_property

from rules.conditions import Condition, Diagnosis
from rules.facts import ByStructure, Fact, FactValue
from rules.findings import Finding, Truth
from rules.tumors import TumorOrigin, TumorSite, TumorType


@dataclass(frozen=True)
class Link:
    """What one known fact says of another that was not stated.

    Where `when` has one of `values`, `then` is `value`, unless it was stated; `over` are stated
    values of `then` that give way, because here they name the same thing.
    """

    when: str
    values: frozenset[bool | str]
    then: str
    value: bool | str
    why: str
    over: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Case:
    """The facts of a case under one policy; a fact that is absent is unknown."""

    stated: Mapping[str, FactValue]
    implied: Mapping[str, Link] = field(default_factory=dict)

    @classmethod
    def of(cls, stated: Mapping[str, FactValue], links: Sequence[Link] = ()) -> Case:
        """The case with what the links add to it; later links see what earlier ones added."""
        implied: dict[str, Link] = {}
        for link in links:
            cause = implied[link.when].value if link.when in implied else stated.get(link.when)
            if not isinstance(cause, (bool, str)) or cause not in link.values:
                continue
            if stated.get(link.then) is None or stated[link.then] in link.over:
                implied.setdefault(link.then, link)
        return cls(stated, implied)

    def value(self, name: str) -> FactValue | None:
        """The value stated or implied, `None` where unknown."""
        link = self.implied.get(name)
        return self.stated.get(name) if link is None else link.value

    def yes(self, fact: Fact) -> Finding:
        """Whether a yes/no fact is so."""
        return self.chosen(fact, True)

    def chosen(self, fact: Fact, answer: bool | str) -> Finding:
        """Whether a fact has the one answer that the criterion needs."""
        value = self.value(fact.name)
        if value is None:
            asks = frozenset({fact.name})
            return Finding(Truth.UNKNOWN, because="not stated", facts=(fact.name,), asks=asks)
        link = self.implied.get(fact.name)
        because = "as stated" if link is None else link.why
        truth = Truth.MET if value == answer else Truth.NOT_MET
        return Finding(truth, because=because, facts=(fact.name,))

    def years(self, fact: Fact) -> Decimal | None:
        """A number of years, `None` where unknown."""
        value = self.stated.get(fact.name)
        return Decimal(value) if isinstance(value, int) else None

    def shares(self, fact: Fact) -> ByStructure:
        """Shares or points by structure; empty where none was stated."""
        value = self.stated.get(fact.name)
        return value if isinstance(value, Mapping) else {}

    def diagnosed(self, condition: Condition) -> Finding:
        """Whether the diagnosis is one that the condition speaks of."""
        return condition.find(*self.diagnosis)

    @cached_property
    def diagnosis(self) -> Diagnosis:
        """Type, site and origin of the tumor irradiated now, `None` where unknown."""
        kind, site, origin = map(self.value, ("tumor_type", "tumor_site", "tumor_origin"))
        return (
            None if kind is None else TumorType(str(kind)),
            None if site is None else TumorSite(str(site)),
            None if origin is None else TumorOrigin(str(origin)),
        )


def below(case: Case, fact: Fact, line: int) -> Finding:
    """Strictly below the policy's line."""
    return _measure(case, fact, line, f"below {line}", strictly=True)


def at_most(case: Case, fact: Fact, line: int) -> Finding:
    """On the policy's line or below it."""
    return _measure(case, fact, line, f"at most {line}", strictly=False)


def _measure(case: Case, fact: Fact, line: int, claim: str, *, strictly: bool) -> Finding:
    value = case.years(fact)
    if value is None:
        asks = frozenset({fact.name})
        return Finding(Truth.UNKNOWN, "not stated", facts=(fact.name,), asks=asks, line=line)
    margin = value - line
    holds = margin < 0 if strictly else margin <= 0
    return Finding(
        Truth.MET if holds else Truth.NOT_MET,
        because=f"{value} years, {claim} years" if holds else f"{value} years, not {claim} years",
        facts=(fact.name,),
        line=line,
        margin=margin,
    )
