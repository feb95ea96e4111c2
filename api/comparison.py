"""Two dates of one policy side by side: what was in force, and which criteria differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import rules
from api.errors import UnfitValue
from api.interfaces import Assistant
from api.models.policies import PolicyComparison
from api.models.problems import FieldError
from assistant.answer_json import Permalink, citation_to_json
from assistant.answering.tree import Cite, criteria_tree, facts_of, items
from assistant.determining import citing
from rules.case import Case
from rules.findings import Finding

NOTHING_STATED = Case.of({})


def compare(assistant: Assistant, policy_id: str, days: tuple[date, date]) -> PolicyComparison:
    """Compare what a policy asks for on two dates of service."""
    if policy_id not in rules.POLICIES:
        raise UnfitValue(
            FieldError(
                path="policy_id",
                location="path",
                code="no_rules",
                detail="No rules are written for this policy yet: nothing to compare.",
            )
        )
    before, after = (_side(assistant, policy_id, day) for day in days)
    is_comparable = bool(before["criteria"] and after["criteria"])
    return PolicyComparison.model_validate(
        {
            "policy_id": policy_id,
            "from": before,
            "to": after,
            "is_comparable": is_comparable,
            "differences": _differences(before, after) if is_comparable else [],
        }
    )


def _side(assistant: Assistant, policy_id: str, day: date) -> dict[str, Any]:
    policy = rules.POLICIES[policy_id]
    cite = citing(assistant.library, policy, day)
    version = policy.version_on(day)
    side: dict[str, Any] = {
        "date_of_service": day,
        "version": version.label if version else None,
        "outcome": None,
        "criteria": [],
        "citations": [],
        "remarks": [],
    }
    if version is not None:
        side["criteria"] = _criteria(version.decide(NOTHING_STATED), cite, assistant.permalink)
        return side
    without = policy.before(NOTHING_STATED, day)
    side["outcome"] = without.outcome
    side["remarks"] = without.support.remarks
    side["citations"] = [
        citation_to_json(cite(quote), assistant.permalink) for quote in without.support.quotes
    ]
    return side


def _criteria(finding: Finding, cite: Cite, permalink: Permalink) -> list[dict[str, Any]]:
    """The criteria that people cite, each with its number, facts and passage."""
    lines = {each.label: _line(each) for each in finding.all() if each.label}
    return [
        {
            "label": node.label,
            "threshold": lines[node.label],
            "facts": sorted(facts_of(node)),
            "citation": citation_to_json(node.citation, permalink),
        }
        for node in items(criteria_tree(finding, cite))
        if node.citation is not None
    ]


def _line(finding: Finding) -> int | None:
    return next((each.line for each in finding.all() if each.line is not None), None)


def _differences(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, Any]]:
    """The criteria that say other words on the two dates, or stand on one of them only."""
    old, new = ({each["label"]: each for each in side["criteria"]} for side in (before, after))
    return [
        {"label": label, "before": old.get(label), "after": new.get(label)}
        for label in {**new, **old}
        if _words(old.get(label)) != _words(new.get(label))
    ]


def _words(criterion: dict[str, Any] | None) -> str | None:
    return None if criterion is None else criterion["citation"]["quote"]
