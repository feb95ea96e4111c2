"""A determination in words: why, criterion by criterion, then what is open, then date and version."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assistant.answer import Criterion
from assistant.answering.tree import Cite, facts_of, items, reasons
from assistant.answering.wording import in_words, listed, sentence
from assistant.draft import Line
from rules.determination import Determination, Interpretation, Outcome
from rules.facts import Fact
from rules.policy import Policy

WORDS = {"true": "met", "false": "not met", "unknown": "open"}
RESTS_ON = {
    Outcome.CRITERIA_MET: frozenset({"true"}),
    Outcome.CRITERIA_NOT_MET: frozenset({"false"}),
    Outcome.INFORMATION_NEEDED: frozenset({"unknown"}),
    Outcome.CLINICAL_REVIEW: frozenset({"unknown"}),
}
"""Which criteria an outcome rests on; in a long list the others are summed up in one line."""

SHORT_LIST = 6
"""Up to this many criteria are all shown, whatever the outcome rests on."""


@dataclass(frozen=True)
class CaseWords:
    """The parts of a case's answer that come from its determination."""

    why: tuple[Line, ...]
    about: tuple[Line, ...]


def words_of(
    determination: Determination, criteria: Criterion | None, policy: Policy, cite: Cite
) -> CaseWords:
    """What the answer says: `why` before the question, `about` (date, version, readings) after."""
    why = [*_criteria(determination, criteria), *_because(determination, cite)]
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


def _criteria(determination: Determination, criteria: Criterion | None) -> Iterator[Line]:
    if criteria is None:
        return
    every = list(items(criteria))
    rests_on = RESTS_ON.get(determination.outcome, frozenset())
    shown = every if len(every) <= SHORT_LIST else [i for i in every if i.value in rests_on]
    missing = {fact.name: fact for fact in determination.missing}
    for item in shown:
        yield _item(item, missing)
    left_out = len(every) - len(shown)
    if left_out and determination.outcome is not Outcome.CRITERIA_MET:
        yield Line(f"None of the other {left_out} listed indications fits what was stated.")


def _item(item: Criterion, missing: dict[str, Fact]) -> Line:
    """One criterion: its label, whether it is met, why, and the policy's words."""
    open_facts = [missing[name] for name in missing if name in facts_of(item)]
    if item.value == "unknown" and not open_facts and missing:
        return _line(item, "open, and the facts asked for do not bear on it")
    if item.value == "unknown" and open_facts:
        return _line(item, f"open; {_to_learn(open_facts)}")
    if item.value == "unknown":
        return _line(item, "undetermined, because the text can be read two ways")
    said = listed([reason for reason in reasons(item) if reason not in _IDLE])
    return _line(item, f"{WORDS[item.value]}: {said}" if said else WORDS[item.value])


_IDLE = frozenset({"as stated", "not stated"})


def _line(item: Criterion, status: str) -> Line:
    cites = (item.citation,) if item.citation else ()
    return Line(f"**{item.label}** is {status}. “{item.text}”", cites, is_item=True)


def _to_learn(facts: list[Fact]) -> str:
    return "still to learn: " + " ".join(fact.question for fact in facts)


def _because(determination: Determination, cite: Cite) -> Iterator[Line]:
    """The passages beyond the criteria that the outcome rests on."""
    lead = {
        Outcome.CRITERIA_NOT_MET: "The policy itself says what follows when its criteria fail.",
        Outcome.CLINICAL_REVIEW: "The policy says that its list may not be complete.",
        Outcome.VERSION_UNAVAILABLE: "Of the text in force then, only the revision log is held.",
        Outcome.NOT_IN_FORCE: "The policy's log names its effective date.",
        Outcome.NOT_ADDRESSED: "The policy names another one for this site, which I do not hold.",
    }.get(determination.outcome)
    cited = tuple(cite(quote) for quote in determination.because)
    if not cited or lead is None:
        return
    if determination.outcome is Outcome.CRITERIA_NOT_MET:
        yield Line(lead, cited)
        return
    yield Line(lead)
    for citation in cited:
        yield Line(f"{citation.label}: “{citation.quote}”", (citation,), is_item=True)


def _interpretations(readings: tuple[Interpretation, ...], cite: Cite) -> Iterator[Line]:
    if readings:
        yield Line("How the text was read:")
    for each in readings:
        quotes = [quote for quote in (each.quote, each.other_quote) if quote]
        other = f" The other reading: {sentence(each.other_reading)}" if each.other_reading else ""
        yield Line(
            f"Reading: {sentence(each.reading)}{other}",
            tuple(cite(quote) for quote in quotes),
            is_item=True,
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
