"""The questions of one message: the one that decides what kind it is, and those asked beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from assistant.reading.mentions import Evidence, StatedCode, StatedPayer
from assistant.reading.questions.asked_parts import AskedPart, asked_parts
from assistant.reading.questions.form import is_put_to_someone
from assistant.reading.questions.message import TopicMessage
from assistant.reading.questions.topics import BEYOND_DIAGNOSIS, Question, Topic, topic_of

_ALONE = frozenset({Topic.CASE, Topic.GREETING, Topic.PRESSURE, Topic.OFF_TOPIC, Topic.PASSAGES})
"""Topics that one part of a message does not ask for beside another part's."""

_IN_A_CASE = frozenset({Topic.CRITERIA, Topic.CODES, Topic.OTHER_PAYER, Topic.COMPARISON})
"""Topics that the answer to a case holds anyway, or that belong to the case."""

_NOT_HELD = frozenset({Topic.TREATMENT_ADVICE, Topic.CLAIM, Topic.BENEFITS, Topic.OTHER_SERVICE})
"""Topics that no document holds: where nothing else is asked of a patient, there is no case."""

_EACH_ITS_OWN = frozenset({Topic.DEFINITION, Topic.REFERENCES})
_SOUGHT_BY_WORDS = frozenset({Topic.HISTORY, Topic.DEFINITION, Topic.REFERENCES})
_OF_THE_LOG = frozenset({Topic.HISTORY, Topic.EFFECTIVE_DATE})


def read_questions(  # noqa: PLR0913 what a message was read to hold, part by part
    doc: Doc,
    *,
    has_case_facts: bool,
    stated: Collection[str] = (),
    payers: Sequence[StatedPayer] = (),
    codes: Sequence[StatedCode] = (),
    in_case: bool = False,
) -> tuple[Question, ...]:
    """What the message asks, the question that decides its kind first; `read_topic`'s arguments."""
    message = TopicMessage.of(doc, payers, codes)
    whole = topic_of(message, has_case_facts=has_case_facts, stated=stated, in_case=in_case)
    parts = asked_parts(doc)
    if len(parts) == 1 or whole.topic is Topic.COMPARISON:
        return (whole,)
    asked = list(_asked(doc, message, parts))
    if whole.topic is Topic.CASE or (
        has_case_facts and not whole.is_nobodys and any(_is_coverage(each) for each in asked)
    ):
        return _beside_the_case(doc, whole, asked, stated, names_codes=bool(codes))
    own = _merged(doc, [each for each in asked if each.topic not in _ALONE])
    if len(own) > 1:
        return tuple(own)
    return (_in_its_part(whole, own[0]) if own else whole,)


def _beside_the_case(
    doc: Doc,
    whole: Question,
    asked: Sequence[Question],
    stated: Collection[str],
    *,
    names_codes: bool,
) -> tuple[Question, ...]:
    """The case and what is asked beside it; a patient told of to ask what is not held is none."""
    answered = _IN_A_CASE if names_codes else _IN_A_CASE - {Topic.CODES}
    put = [each for each in asked if each.topic not in _ALONE | answered]
    beside = _merged(doc, put)
    has_findings = bool(set(stated) - BEYOND_DIAGNOSIS)
    not_held = {Topic.TREATMENT_ADVICE} if has_findings else _NOT_HELD
    is_not_held = bool(beside) and all(each.topic in not_held for each in beside)
    if is_not_held and not whole.asks_coverage:
        return (beside[0],)
    return (replace(whole, topic=Topic.CASE, phrase=""), *beside)


def _in_its_part(whole: Question, own: Question) -> Question:
    """The one question of several sentences: what it asks of stands where it is asked."""
    if whole.topic is not own.topic or whole.topic not in _SOUGHT_BY_WORDS:
        return whole
    return replace(whole, asked_in=own.asked_in, phrase=own.phrase or whole.phrase)


def _is_coverage(question: Question) -> bool:
    return question.topic is Topic.CASE and question.asks_coverage


def _asked(doc: Doc, message: TopicMessage, parts: Sequence[AskedPart]) -> Iterator[Question]:
    """Each part read by itself; one that points back is answered with the part before it."""
    before: Evidence | None = None
    earlier: Topic | None = None
    for part in parts:
        words = part.words
        said_here = message.part(words)
        if not (part.shares_verb or is_put_to_someone(said_here.folded)):
            continue
        question = topic_of(said_here, in_case=True)
        is_of_the_same_entry = part.points_back and {earlier, question.topic} <= _OF_THE_LOG
        if not is_of_the_same_entry:
            said = _joined(doc, before, words) if part.points_back and before else words
            yield replace(question, asked_in=said)
        if question.topic not in _ALONE:
            before, earlier = words, question.topic


def _merged(doc: Doc, asked: Sequence[Question]) -> list[Question]:
    """Neighbours of one topic as one question, unless each names a thing of its own."""
    found: list[Question] = []
    for question in asked:
        before = found[-1] if found else None
        if before is None or before.topic is not question.topic or before.topic in _EACH_ITS_OWN:
            found.append(question)
            continue
        if before.asked_in and question.asked_in:
            found[-1] = replace(
                before,
                asked_in=_joined(doc, before.asked_in, question.asked_in),
                labels=(*before.labels, *question.labels),
                focus=(*before.focus, *question.focus),
            )
    return found


def _joined(doc: Doc, first: Evidence, last: Evidence) -> Evidence:
    return Evidence(first.start, last.end, message_of(doc)[first.start : last.end])
