"""The finding of a case as a tree of criteria, each with its quote looked up and checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from assistant.answer import Criterion
from retriever.passages import Citation
from rules.determination import Quote
from rules.findings import Finding, Truth

Cite = Callable[[Quote], Citation]
"""Finds a quote of the policy in question; raises `QuoteError` where it does not stand."""

VALUES = {Truth.MET: "true", Truth.NOT_MET: "false", Truth.UNKNOWN: "unknown"}


def criteria_tree(finding: Finding, cite: Cite) -> Criterion:
    """The finding with its quotes as citations, in the order of the text."""
    citation = cite(Quote(finding.quote, finding.stands_in)) if finding.quote else None
    return Criterion(
        label=finding.label,
        text=finding.quote or finding.because,
        value=VALUES[finding.truth],
        operator=finding.operator.value if finding.operator else "",
        because=finding.because,
        facts=finding.facts,
        citation=citation,
        parts=tuple(criteria_tree(part, cite) for part in finding.parts),
    )


def items(node: Criterion) -> Iterator[Criterion]:
    """The criteria that people cite: labelled and quoted, and no heading over other labels."""
    if node.label and node.citation is not None and not _is_heading(node):
        yield node
        return
    for part in node.parts:
        yield from items(part)


def _is_heading(node: Criterion) -> bool:
    """Whether the outline goes on below: "I.E" over "I.E.1"."""
    return any(part.label.startswith(f"{node.label}.") or _is_heading(part) for part in node.parts)


def facts_of(node: Criterion) -> frozenset[str]:
    """The names of all facts that a criterion looks at."""
    return frozenset(node.facts).union(*(facts_of(part) for part in node.parts))


def reasons(node: Criterion) -> tuple[str, ...]:
    """What was compared, at the leaves of a criterion."""
    if not node.parts:
        return (node.because,) if node.because else ()
    return tuple(reason for part in node.parts for reason in reasons(part))
