"""A determination in words: why, criterion by criterion, then readings, date and version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from assistant.answer import Criterion
from assistant.answering.fact_names import name_of
from assistant.answering.tree import Cite, facts_of, items, reasons
from assistant.answering.wording import in_words, listed, sentence
from assistant.draft import Line
from rules.determination import Determination, Interpretation, Outcome
from rules.policy import Policy

IDLE = frozenset({"as stated", "as diagnosed", "not stated"})
"""Reasons that say no more than the criterion's value does."""

RESTS_ON = {
    Outcome.CRITERIA_MET: frozenset({"true"}),
    Outcome.CRITERIA_NOT_MET: frozenset({"false"}),
    Outcome.INFORMATION_NEEDED: frozenset({"unknown"}),
    Outcome.CLINICAL_REVIEW: frozenset({"unknown"}),
}
"""Which criteria an outcome rests on; in a long list the others are summed up in one line."""

SHORT_LIST = 6
"""Up to this many criteria are all shown, unless those that are met settle the case."""


@dataclass(frozen=True)
class CaseWords:
    """The parts of a case's answer that come from its determination."""

    why: tuple[Line, ...]
    about: tuple[Line, ...]


def words_of(
    determination: Determination, criteria: Criterion | None, policy: Policy, cite: Cite
) -> CaseWords:
    """What the answer says: `why` before the question, `about` (date, version, readings) after."""
    why = [
        *_hedge(determination, policy, cite),
        *_criteria(determination, criteria),
        *_because(determination, cite),
    ]
    about = [
        *_interpretations(determination.interpretations, cite),
        *_codes(determination, cite),
        *(Line(sentence(remark)) for remark in determination.remarks),
        _version(determination, policy),
    ]
    return CaseWords(tuple(why), tuple(about))


def met_labels(criteria: Criterion | None) -> tuple[str, ...]:
    """The labels of the criteria that are met, in the order of the text."""
    if criteria is None:
        return ()
    return tuple(item.label for item in items(criteria) if item.value == "true")


def _hedge(determination: Determination, policy: Policy, cite: Cite) -> Iterator[Line]:
    """How far the policy itself goes where its criteria are met."""
    version = policy.version_on(determination.date_of_service)
    if version is not None and determination.outcome is Outcome.CRITERIA_MET:
        yield Line("The policy says:", (cite(version.hedge),), shows_quote=True)


def _criteria(determination: Determination, criteria: Criterion | None) -> Iterator[Line]:
    if criteria is None:
        return
    every = list(items(criteria))
    rests_on = RESTS_ON.get(determination.outcome, frozenset())
    is_whole = len(every) <= SHORT_LIST and determination.outcome is not Outcome.CRITERIA_MET
    shown = every if is_whole else [item for item in every if item.value in rests_on]
    is_detail = len(shown) > SHORT_LIST
    for item in shown:
        yield replace(_item(item, determination), is_detail=is_detail)
    left_out = len(every) - len(shown)
    if left_out and determination.outcome is not Outcome.CRITERIA_MET:
        yield Line(f"None of the other {left_out} listed indications fits what was stated.")


def _item(item: Criterion, determination: Determination) -> Line:
    """One criterion: its label, whether it is met, why, and the policy's words."""
    cites = (item.citation,) if item.citation else ()
    status = _open(item, determination) if item.value == "unknown" else _settled(item)
    return Line(f"**{item.label}** is {status}.", cites, is_item=True, shows_quote=True)


def _settled(item: Criterion) -> str:
    said = listed([reason for reason in reasons(item) if reason not in IDLE])
    met = "met" if item.value == "true" else "not met"
    return f"{met}: {said}" if said else met


def _open(item: Criterion, determination: Determination) -> str:
    bearing = facts_of(item)
    asked = [name_of(fact.name) for fact in determination.missing if fact.name in bearing]
    if asked:
        return f"open; still to learn: {listed(asked)}"
    if determination.outcome is Outcome.INFORMATION_NEEDED and not _differs_by_reading(item):
        return "open, and no fact asked for would settle it"
    return "undetermined, because the text can be read two ways"


def _differs_by_reading(item: Criterion) -> bool:
    return item.operator == "every_reading" or any(_differs_by_reading(p) for p in item.parts)


def _because(determination: Determination, cite: Cite) -> Iterator[Line]:
    """The passages beyond the criteria that the outcome rests on."""
    lead = {
        Outcome.CRITERIA_NOT_MET: "The policy itself says what follows when its criteria fail.",
        Outcome.CLINICAL_REVIEW: "The policy says that its list may not be complete.",
        Outcome.VERSION_UNAVAILABLE: "Of the text in force then, only the revision log is held.",
        Outcome.NOT_IN_FORCE: "The policy's log names its effective date.",
        Outcome.NOT_ADDRESSED: "The policy's own words on what lies outside it:",
    }.get(determination.outcome)
    cited = tuple(cite(quote) for quote in determination.because)
    if not cited or lead is None:
        return
    if determination.outcome is Outcome.CRITERIA_NOT_MET:
        yield Line(lead, cited)
        return
    yield Line(lead)
    for citation in cited:
        yield Line(f"{citation.label}:", (citation,), is_item=True, shows_quote=True)


def _interpretations(readings: tuple[Interpretation, ...], cite: Cite) -> Iterator[Line]:
    if readings:
        yield Line("How the text was read:", is_detail=True)
    for each in readings:
        quotes = [quote for quote in (each.quote, each.other_quote) if quote]
        other = f" The other reading: {sentence(each.other_reading)}" if each.other_reading else ""
        yield Line(
            f"{sentence(each.reading)}{other}",
            tuple(cite(quote) for quote in quotes),
            is_item=True,
            is_detail=True,
        )


STATUS = {
    "listed": "is on the policy's code list",
    "not_listed": "is not on the policy's code list",
    "non_covered": "is marked in the policy as a non-covered code",
    "case_by_case": "is reviewed case by case, because the member is under 21",
    "limit_exceeded": "is listed, but the units asked for exceed the policy's limit",
    "information_needed": "needs one more fact before its status can be told",
    "version_unavailable": "cannot be looked up: the text in force on that date is not held",
}


def _codes(determination: Determination, cite: Cite) -> Iterator[Line]:
    for finding in determination.codes:
        limit = f" {sentence(finding.limit)}" if finding.limit else ""
        note = f" {sentence(finding.note)}" if finding.note else ""
        yield Line(
            f"Code **{finding.code}** {STATUS[finding.status.value]}.{limit}{note}",
            tuple(cite(quote) for quote in finding.quotes),
            is_item=True,
        )


def _version(determination: Determination, policy: Policy) -> Line:
    day = in_words(determination.date_of_service)
    version = determination.version
    if version is None:
        return Line(f"Date of service: {day}. Policy: {policy.title}, {policy.payer}.")
    until = f" to {in_words(version.effective_to)}" if version.effective_to else ""
    return Line(
        f"Date of service: {day}. Version used: {policy.payer}, {policy.title}, in force "
        f"from {in_words(version.effective_from)}{until}."
    )
