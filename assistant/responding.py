"""The case as it stands becomes a draft and the one question that helps most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import rules
from assistant.advance import Step
from assistant.answer import CitedDetermination, FollowUp
from assistant.answering.case import met_labels, words_of
from assistant.answering.fact_names import name_of, value_in_words
from assistant.answering.headline import headline
from assistant.answering.wording import in_words, sentence
from assistant.determining import citing, with_quotes
from assistant.doubt import Determined, determine
from assistant.draft import AnswerKind, Draft, Line
from assistant.ledger import Entry, Ledger
from assistant.reading.mentions import Untaken
from assistant.reading.reading import Reading
from retriever.library import Library
from rules.determination import CodeRequest, Determination, Outcome
from rules.facts import Choice, Fact, Kind

YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))
SETTLED = frozenset(Outcome) - {Outcome.INFORMATION_NEEDED}


@dataclass(frozen=True)
class Response:
    """A draft, the question it ends with, and the determination behind it."""

    draft: Draft
    follow_up: FollowUp | None = None
    cited: CitedDetermination | None = None
    is_confirming: bool = False


def respond_to_case(
    step: Step, reading: Reading, library: Library, today: date, determination_id: str
) -> Response:
    """The answer to a coverage case whose payer may still be unknown."""
    ledger = step.considered
    policy = rules.policy_of(ledger.payer_id) if ledger.payer_id else None
    if policy is None:
        return _ask_payer(library)
    day = ledger.date_of_service or today
    codes = [CodeRequest(c.code, c.units, c.plans, c.days) for c in ledger.codes]
    made = determine(policy, ledger.facts(), ledger.doubtful_facts(), day, codes)
    cite = citing(library, policy, day)
    cited = with_quotes(made.determination, cite, determination_id)
    words = words_of(made.determination, cited.criteria, policy, cite)
    follow_up = _follow_up(made, ledger, reading.untaken)
    first = headline(made.determination, policy, met_labels(cited.criteria))
    lines = [
        *_moves(step),
        *_untaken(reading.untaken, made.determination),
        *words.why,
        *([Line(f"**{follow_up.question}**")] if follow_up else []),
        *words.about,
    ]
    draft = Draft(
        kind=AnswerKind.CASE,
        outcome=made.determination.outcome.value,
        headline=f"If so: {first[0].lower()}{first[1:]}" if step.is_supposed else first,
        lines=tuple(lines),
        determination=made.determination,
        codes=made.determination.codes,
        notices=tuple(cite(notice) for notice in made.determination.notices),
    )
    return Response(draft, follow_up, cited, is_confirming=made.doubt is not None)


def _ask_payer(library: Library) -> Response:
    """The payer is never guessed."""
    choices = tuple(Choice(payer.id, payer.name) for payer in library.corpus.payers.values())
    question = "Which payer is it?"
    draft = Draft(
        kind=AnswerKind.CASE,
        outcome=Outcome.INFORMATION_NEEDED.value,
        headline="I cannot tell yet: I need to know the payer, because each has its own policy.",
        lines=(
            Line(f"**{question}**"),
            Line("I hold policies of these payers:"),
            *(Line(choice.label, is_item=True) for choice in choices),
        ),
    )
    return Response(draft, FollowUp("payer", question, choices))


def _follow_up(made: Determined, ledger: Ledger, untaken: Sequence[Untaken]) -> FollowUp | None:
    """The question whose answer helps most: a doubt first, then what was said but not taken."""
    doubt = ledger.entry(made.doubt) if made.doubt else None
    if doubt is not None:
        return _confirmation(doubt)
    missing = made.determination.missing
    for fact in _first_asked(missing, untaken):
        if fact.name not in ledger.unanswerable:
            return FollowUp(fact.name, fact.question, fact.choices or _choices(fact))
    return None


def _first_asked(missing: Sequence[Fact], untaken: Sequence[Untaken]) -> list[Fact]:
    spoken_of = {each.fact for each in untaken}
    return sorted(missing, key=lambda fact: fact.name not in spoken_of)


def _choices(fact: Fact) -> tuple[Choice, ...]:
    return YES_NO if fact.kind is Kind.YES_NO else ()


def _confirmation(doubt: Entry) -> FollowUp:
    value = value_in_words(rules.FACTS[doubt.fact.name], doubt.fact.value)
    why = f" {sentence(doubt.fact.doubt)}" if doubt.fact.doubt else ""
    question = (
        f"You wrote “{doubt.fact.evidence.text}”.{why} "
        f"Do I read {name_of(doubt.fact.name, doubt.structure)} rightly as: {value}?"
    )
    return FollowUp(doubt.fact.name, question, YES_NO)


def _moves(step: Step) -> list[Line]:
    """What the message changed in the conversation, said in so many words."""
    lines = []
    if step.started_afresh:
        lines.append(
            Line("I have started afresh for this patient; the earlier facts are set aside.")
        )
    if step.is_supposed:
        lines.append(Line("This is computed for the supposed facts; the case itself is unchanged."))
    for each in step.corrections:
        fact = rules.FACTS[each.name]
        old, new = value_in_words(fact, each.old), value_in_words(fact, each.new)
        lines.append(Line(f"Changed: {name_of(each.name, each.structure)}, from {old} to {new}."))
    if step.date_changed_to is not None:
        lines.append(Line(f"Changed: the date of service, to {in_words(step.date_changed_to)}."))
    return lines


def _untaken(untaken: Sequence[Untaken], determination: Determination) -> list[Line]:
    """What the message said that was not taken; beside the point once the case is settled."""
    if determination.outcome in SETTLED:
        return []
    return [
        Line(f"I did not take “{each.evidence.text}”: {sentence(each.why)}") for each in untaken
    ]
