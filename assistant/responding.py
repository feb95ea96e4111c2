"""The case as it stands becomes a draft and the one question that helps most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import rules
from assistant.advance import Step, Unread
from assistant.answer import CitedDetermination, FollowUp
from assistant.answering.case import met_labels, words_of
from assistant.answering.fact_names import name_of, value_in_words
from assistant.answering.headline import headline
from assistant.answering.wording import in_words, sentence
from assistant.asking import DATE_OF_SERVICE, ask_date, ask_payer, most_helpful_question
from assistant.determining import citing, with_quotes
from assistant.doubt import determine
from assistant.draft import AnswerKind, Draft, Line
from assistant.keeping import Asked
from assistant.ledger import Ledger
from assistant.reading.dates.periods import Period
from assistant.reading.mentions import Untaken
from assistant.reading.reading import Reading
from retriever.library import Library
from rules.determination import Outcome
from rules.policy import Policy


@dataclass(frozen=True)
class Response:
    """A draft, the question it ends with, and the determination behind it.

    `day` is a date of service that stands for a longer time the user named, for later turns.
    """

    draft: Draft
    follow_up: FollowUp | None = None
    cited: CitedDetermination | None = None
    is_confirming: bool = False
    day: date | None = None


def respond_to_case(
    step: Step, reading: Reading, library: Library, today: date, determination_id: str
) -> Response:
    """The answer to a coverage case whose payer may still be unknown."""
    ledger = step.considered
    policy = rules.policy_of(ledger.payer_id) if ledger.payer_id else None
    if policy is None:
        return _needs_payer(library, step)
    standing = None
    if ledger.date_of_service is None and _has_unclear_date(reading):
        standing = _day_that_stands_for(reading.period, policy)
        if standing is None:
            return _needs_date(reading)
    day = standing or ledger.date_of_service or today
    asked = Asked.of(ledger)
    made = determine(policy, asked.facts, asked.doubtful, day, asked.codes)
    found = made.determination
    cite = citing(library, policy, day)
    cited = with_quotes(found, cite, determination_id)
    words = words_of(found, cited.criteria, policy, cite)
    follow_up = most_helpful_question(made, ledger, reading.untaken)
    is_open = found.outcome is Outcome.INFORMATION_NEEDED
    lines = (
        *_moves(step),
        *(_untaken(reading.untaken) if is_open else ()),
        *words.why,
        *((Line(f"**{follow_up.question}**"),) if follow_up else ()),
        *words.about,
    )
    first = headline(found, policy, met_labels(cited.criteria))
    draft = Draft(
        kind=AnswerKind.CASE,
        outcome=found.outcome.value,
        headline=f"If so: {first[0].lower()}{first[1:]}" if step.is_supposed else first,
        lines=lines,
        determination=found,
        codes=found.codes,
        notices=tuple(cite(notice) for notice in found.notices),
    )
    return Response(draft, follow_up, cited, made.doubt is not None, standing)


def _needs_payer(library: Library, step: Step) -> Response:
    follow_up = ask_payer(library.corpus)
    lines = (
        *_moves(step),
        Line(f"**{follow_up.question}**"),
        Line("I hold policies of these payers:"),
        *(Line(choice.label, is_item=True) for choice in follow_up.choices),
    )
    first = "I cannot tell yet: I need to know the payer, because each has its own policy."
    return Response(_open(first, lines), follow_up)


def _has_unclear_date(reading: Reading) -> bool:
    return any(each.fact == DATE_OF_SERVICE for each in reading.untaken)


def _day_that_stands_for(period: Period | None, policy: Policy) -> date | None:
    """The first day of a period in which one version, or none, was in force all through."""
    if period is None or period.since is None or period.before is None:
        return None
    last = period.before - timedelta(days=1)
    is_one = policy.version_on(period.since) is policy.version_on(last)
    return period.since if is_one else None


def _needs_date(reading: Reading) -> Response:
    """A date was spoken of but not given to the day; the version depends on it."""
    follow_up = ask_date()
    lines = (*_untaken(reading.untaken), Line(f"**{follow_up.question}**"))
    first = "I cannot tell yet: I need the exact date of service."
    return Response(_open(first, lines), follow_up)


def _open(first: str, lines: Sequence[Line]) -> Draft:
    outcome = Outcome.INFORMATION_NEEDED.value
    return Draft(AnswerKind.CASE, outcome, first, tuple(lines))


def _moves(step: Step) -> list[Line]:
    """What the message changed in the conversation, said in so many words."""
    lines = []
    if step.started_afresh and step.infers_another:
        lines.append(
            "I take this to be another patient and have set the earlier facts aside; "
            "if it is the same one, please tell me the earlier facts again."
        )
    elif step.started_afresh:
        lines.append("I have started afresh for this patient; the earlier facts are set aside.")
    if step.resumed:
        lines.append(f"I am back at the earlier patient: {_in_short(step.considered)}.")
    if step.unread is Unread.SUPPOSITION:
        lines.append("I could not tell what you suppose; this is the case as it stands.")
    if step.unread is Unread.CORRECTION:
        lines.append(
            "I could not tell what is to be corrected, so nothing is changed; "
            "please say which fact it is and what it should be."
        )
    changed = "Supposed" if step.is_supposed else "Changed"
    for each in step.corrections:
        fact = rules.FACTS[each.name]
        old, new = value_in_words(fact, each.old), value_in_words(fact, each.new)
        lines.append(f"{changed}: {name_of(each.name, each.structure)}, from {old} to {new}.")
    lines += [f"Confirmed: {name_of(name)}." for name in step.confirmed]
    if step.date_changed_to is not None:
        lines.append(f"{changed}: the date of service, to {in_words(step.date_changed_to)}.")
    lines += [f"Struck: {name_of(name)}." for name in step.struck]
    if step.is_supposed:
        lines.append("The case itself is unchanged.")
    return [Line(text) for text in lines]


def _in_short(ledger: Ledger) -> str:
    """By what a patient is told from another: tumor, site and age."""
    told = [
        value_in_words(rules.FACTS[name], known.fact.value)
        for name in ("tumor_type", "tumor_site", "age")
        if (known := ledger.entry(name)) is not None
    ]
    return ", ".join(told) or "the diagnosis is still open"


def _untaken(untaken: Sequence[Untaken]) -> list[Line]:
    """What the message said that was not taken, and why."""
    return [
        Line(f"I did not take “{each.evidence.text}”: {sentence(each.why)}") for each in untaken
    ]
