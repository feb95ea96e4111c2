"""The one question that an answer ends with."""

from __future__ import annotations

from collections.abc import Sequence

import rules
from assistant.answer import FollowUp
from assistant.answering.fact_names import name_of, value_in_words
from assistant.answering.wording import sentence
from assistant.doubt import Determined
from assistant.ledger import Entry, Ledger
from assistant.reading.mentions import Untaken
from retriever.corpus import Corpus
from rules.facts import Choice, Fact, Kind

PAYER = "payer"
DATE_OF_SERVICE = "date_of_service"
YES_NO = (Choice("yes", "Yes"), Choice("no", "No"))


def ask_payer(corpus: Corpus) -> FollowUp:
    """Which payer it is; it is never guessed."""
    choices = tuple(Choice(payer.id, payer.name) for payer in corpus.payers.values())
    return FollowUp(PAYER, "Which payer is it?", choices)


def ask_date() -> FollowUp:
    """The day of service, where it was spoken of but not told."""
    return FollowUp(DATE_OF_SERVICE, "What is the exact date of service?")


def most_helpful_question(
    made: Determined, ledger: Ledger, untaken: Sequence[Untaken]
) -> FollowUp | None:
    """A doubt that decides first, then what was said but not taken, then the rules' own order.

    A fact that the user could not tell is not asked for again.
    """
    doubt = ledger.entry(made.doubt) if made.doubt else None
    if doubt is not None:
        return _confirmation(doubt)
    spoken_of = {each.fact for each in untaken}
    missing = sorted(made.determination.missing, key=lambda fact: fact.name not in spoken_of)
    for fact in missing:
        if fact.name not in ledger.unanswerable:
            return _question(fact, ledger)
    return None


def _question(fact: Fact, ledger: Ledger) -> FollowUp:
    """The fact's own question; where a figure was given roughly, the exact one is asked for."""
    is_rough = ledger.entry(fact.name) is not None and fact.kind is Kind.SHARE
    lead = "I need the exact figure. " if is_rough else ""
    return FollowUp(fact.name, lead + fact.question, fact.choices or _choices(fact))


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
