"""A question that is no case becomes a draft: one topic, one way of answering."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from assistant.draft import Draft
from assistant.lookup.about import document, effective_date, related_policies
from assistant.lookup.asked import Asked, Source
from assistant.lookup.codes import codes, limits
from assistant.lookup.comparison import comparison
from assistant.lookup.criteria import criteria
from assistant.lookup.definitions import definition
from assistant.lookup.disclaimers import disclaimer
from assistant.lookup.history import history
from assistant.lookup.passages import passages
from assistant.lookup.references import references
from assistant.lookup.talk import greeting, pressure
from assistant.lookup.unsupported import unsupported
from assistant.reading.mentions import StatedCode
from assistant.reading.questions.topics import Question, Topic
from retriever.library import Library
from rules.determination import CodeRequest
from rules.facts import FactValue

_ANSWERS: Mapping[Topic, Callable[[Asked], Draft]] = {
    Topic.CRITERIA: criteria,
    Topic.CODES: codes,
    Topic.LIMITS: limits,
    Topic.HISTORY: history,
    Topic.EFFECTIVE_DATE: effective_date,
    Topic.DEFINITION: definition,
    Topic.REFERENCES: references,
    Topic.RELATED_POLICIES: related_policies,
    Topic.DISCLAIMER: disclaimer,
    Topic.COMPARISON: comparison,
    Topic.DOCUMENT: document,
    Topic.PASSAGES: passages,
    Topic.GREETING: greeting,
    Topic.PRESSURE: pressure,
}


def answer_question(  # noqa: PLR0913 one turn's worth of what is known
    question: Question,
    *,
    message: str,
    library: Library,
    payer_id: str | None,
    facts: Mapping[str, FactValue],
    codes: Sequence[StatedCode],
    day: date,
    as_of: date | None = None,
) -> Draft:
    """The answer to a question that is no case; `day` is the date of service.

    Statements about a document carry its words. What no document holds is UNSUPPORTED. Raises the
    errors of `retriever.errors` where a quote no longer stands in the text.
    """
    on = as_of or day
    meant = _meant(library, payer_id, message)
    asked = Asked(
        question=question,
        message=message,
        library=library,
        sources=tuple(
            Source(library, document, on)
            for document in library.corpus.documents.values()
            if document.id in meant
        ),
        is_payer_named=payer_id is not None or len(meant) == 1,
        facts=facts,
        codes=tuple(CodeRequest(c.code, c.units, c.plans, c.days) for c in codes),
        day=day,
        on=on,
    )
    return _ANSWERS.get(question.topic, unsupported)(asked)


def _meant(library: Library, payer_id: str | None, message: str) -> list[str]:
    """The policies asked about: the one whose number is written, the payer's, else all held."""
    held = library.corpus.documents.values()
    numbers = {d.id: d.manifest.policy_number.lower() for d in held}
    numbered = [key for key, number in numbers.items() if number and number in message.lower()]
    if numbered:
        return numbered
    return [d.id for d in held if payer_id is None or d.payer.id == payer_id]
