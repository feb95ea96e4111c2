"""Which unknown facts to ask for, and in which order: what helps most comes first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.case import Case
from rules.conditions import DIAGNOSIS
from rules.facts import Fact
from rules.findings import Finding, Operator, Truth
from rules.policy import Policy


def missing_facts(policy: Policy, case: Case, finding: Finding) -> tuple[Fact, ...]:
    """The facts that could still change the result, and no others, most helpful first.

    While the diagnosis is open and matters, only the diagnosis is asked for: the rest depends on
    it. Then the criterion closest to being met comes first; one that holds for any diagnosis
    comes last, unless something said has begun it.
    """
    asks = finding.open_questions
    of_diagnosis = asks.intersection(DIAGNOSIS)
    if of_diagnosis:
        asks = of_diagnosis
    order = policy.order(case) if policy.order else [fact.name for fact in policy.facts]
    ranked = sorted(_branches(finding), key=lambda branch: _rank(policy, branch, order))
    names = [name for branch in ranked for name in order if name in branch.asks and name in asks]
    known = {fact.name: fact for fact in policy.facts}
    return tuple(known[name] for name in dict.fromkeys(names))


def asks_diagnosis(missing: Sequence[Fact]) -> bool:
    """Whether the diagnosis itself is asked for, so that no reading can matter yet."""
    return any(fact.name in DIAGNOSIS for fact in missing)


def _branches(finding: Finding) -> Iterator[Finding]:
    """The alternatives that are still open, each met on its own."""
    still_open = [part for part in finding.parts if part.open_questions]
    chooses = finding.operator is Operator.ANY_OF
    if chooses or [part.operator for part in still_open] == [Operator.ANY_OF]:
        for part in still_open:
            yield from _branches(part)
    elif finding.open_questions:
        yield finding


def _rank(policy: Policy, branch: Finding, order: Sequence[str]) -> tuple[bool, int, bool, int]:
    is_general = branch.label in policy.general
    begun = any(
        leaf.truth is Truth.MET and not set(leaf.facts) <= set(DIAGNOSIS)
        for leaf in branch.leaves()
    )
    first = min(order.index(name) for name in branch.asks)
    return is_general and not begun, len(branch.asks), is_general, first
