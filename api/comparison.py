"""Two dates of one policy side by side: what was in force, and which criteria differ."""

from __future__ import annotations

from datetime import date
from typing import Any

import rules
from api.errors import UnfitValue
from api.interfaces import Assistant
from api.models.policies import PolicyComparison
from api.models.problems import FieldError
from assistant.answer_json import citation_to_json
from assistant.answering.tree import Cite
from assistant.determining import citing
from rules.case import Case
from rules.determination import Quote
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
        criteria = _topmost(version.decide(NOTHING_STATED))
        side["criteria"] = [_criterion(each, cite, assistant) for each in criteria]
        return side
    without = policy.before(NOTHING_STATED, day)
    side["outcome"] = without.outcome
    side["remarks"] = without.support.remarks
    side["citations"] = [
        citation_to_json(cite(quote), assistant.permalink) for quote in without.support.quotes
    ]
    return side


def _topmost(finding: Finding) -> list[Finding]:
    """The criteria that people cite: the highest findings with a label and a quote."""
    if finding.label and finding.quote:
        return [finding]
    return [each for part in finding.parts for each in _topmost(part)]


def _criterion(finding: Finding, cite: Cite, assistant: Assistant) -> dict[str, Any]:
    lines = [each.line for each in finding.all() if each.line is not None]
    return {
        "label": finding.label,
        "threshold": lines[0] if lines else None,
        "facts": sorted({name for each in finding.all() for name in each.facts}),
        "citation": citation_to_json(
            cite(Quote(finding.quote, finding.label)), assistant.permalink
        ),
    }


def _differences(before: dict[str, Any], after: dict[str, Any]) -> list[dict[str, Any]]:
    """The criteria that rest on the same facts with other words or numbers, or on one side only."""
    old, new = ({tuple(c["facts"]): c for c in side["criteria"]} for side in (before, after))
    return [
        {
            "label": (new.get(facts) or old[facts])["label"],
            "before": old.get(facts),
            "after": new.get(facts),
        }
        for facts in {**new, **old}
        if _words(old.get(facts)) != _words(new.get(facts))
    ]


def _words(criterion: dict[str, Any] | None) -> str | None:
    return None if criterion is None else criterion["citation"]["quote"]
