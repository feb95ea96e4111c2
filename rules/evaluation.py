"""A policy applied to the facts of a case on a date of service."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from rules.asking import asks_diagnosis, missing_facts
from rules.case import Case
from rules.determination import (
    CodeFinding,
    CodeRequest,
    Determination,
    Interpretation,
    Outcome,
    VersionSpan,
)
from rules.errors import UnknownFact, WrongFactType
from rules.fact_values import check_fact
from rules.facts import Fact, FactValue
from rules.findings import Finding, Truth, turning_readings
from rules.policies import FACTS
from rules.policy import Policy, Support, Version, Without


def evaluate(
    policy: Policy,
    facts: Mapping[str, FactValue],
    date_of_service: date,
    codes: Sequence[CodeRequest] = (),
) -> Determination:
    """What the policy concludes of a case; facts that only other policies ask for are passed over.

    Raises `UnknownFact`, `FactOutOfRange` or `WrongFactType` where a fact is misused.
    """
    case = _case(policy, facts, date_of_service)
    verdict = _verdict(policy, case, date_of_service)
    outcome, support = verdict.without.outcome, verdict.without.support
    support = support + policy.beside(case, date_of_service, outcome)
    finding = verdict.finding
    readings: tuple[Interpretation, ...] = ()
    if finding is not None and not asks_diagnosis(verdict.missing):
        readings = turning_readings(finding)
    return Determination(
        policy_id=policy.id,
        date_of_service=date_of_service,
        outcome=outcome,
        version=verdict.span,
        finding=finding,
        missing=verdict.missing,
        interpretations=tuple(dict.fromkeys(readings + support.interpretations)),
        because=tuple(dict.fromkeys(support.quotes)),
        remarks=support.remarks + _staleness(policy, date_of_service),
        codes=tuple(policy.judge_code(case, date_of_service, code) for code in codes),
        notices=policy.notices,
    )


def code_findings(
    policy: Policy,
    facts: Mapping[str, FactValue],
    date_of_service: date,
    codes: Sequence[CodeRequest],
) -> tuple[CodeFinding, ...]:
    """What the policy says of billing codes alone, whatever the diagnosis."""
    case = _case(policy, facts, date_of_service)
    return tuple(policy.judge_code(case, date_of_service, code) for code in codes)


class _Verdict:
    """An outcome on its way into a determination."""

    def __init__(
        self,
        without: Without,
        span: VersionSpan | None = None,
        finding: Finding | None = None,
        missing: tuple[Fact, ...] = (),
    ) -> None:
        self.without = without
        self.span = span
        self.finding = finding
        self.missing = missing


def _verdict(policy: Policy, case: Case, day: date) -> _Verdict:
    """Condition first, then the version in force, then its criteria."""
    scope = policy.scope(case) if policy.scope else None
    if scope is not None and policy.outside and scope.truth is Truth.NOT_MET:
        return _Verdict(policy.outside(case), finding=scope)
    version = policy.version_on(day)
    if version is None:
        return _Verdict(policy.before(case, day))
    return _decided(policy, version, case)


def _decided(policy: Policy, version: Version, case: Case) -> _Verdict:
    finding = version.decide(case)
    missing = missing_facts(policy, case, finding)
    span = policy.span_of(version)
    if finding.truth is Truth.MET:
        return _Verdict(Without(Outcome.CRITERIA_MET, Support()), span, finding)
    if missing:
        return _Verdict(Without(Outcome.INFORMATION_NEEDED, Support()), span, finding, missing)
    outcome = version.unmet if finding.truth is Truth.NOT_MET else Outcome.CLINICAL_REVIEW
    return _Verdict(Without(outcome, version.unmet_says), span, finding)


def _case(policy: Policy, facts: Mapping[str, FactValue], day: date) -> Case:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise WrongFactType("date_of_service", day, "a calendar date")
    for name, value in facts.items():
        if name not in FACTS:
            raise UnknownFact(name)
        check_fact(FACTS[name], value)
    return Case.of(facts, policy.links)


def _staleness(policy: Policy, day: date) -> tuple[str, ...]:
    last = policy.log[-1]
    reached = last.effective or last.revised
    if (day.year - 1, day.month, day.day) <= (reached.year, reached.month, reached.day):
        return ()
    return (
        f"The text at hand reaches its log entry of {last.written}, more than 12 months before "
        "the date of service: a newer version may exist.",
    )
