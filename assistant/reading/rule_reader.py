"""The reader made of rules: each part of a message read by its own module, then put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc

from assistant.reading.ages.reader import read_age
from assistant.reading.assertion.assertions import Assertions
from assistant.reading.assertion.guesses import doubted_where_guessed
from assistant.reading.codes.reader import read_billing_codes
from assistant.reading.contradictions import doubted_where_contradicting
from assistant.reading.dates.periods import read_as_of
from assistant.reading.dates.reader import DatesRead, read_date_of_service
from assistant.reading.diagnosis import read_diagnosis
from assistant.reading.diagnosis.of_treated import of_treated
from assistant.reading.grounding import grounded
from assistant.reading.language.once import message_of
from assistant.reading.language.tokens import tokenize
from assistant.reading.mending.message import mend
from assistant.reading.mentions import Evidence, StatedCode, StatedFact
from assistant.reading.payers import PayerAliases, read_payer
from assistant.reading.questions.several import read_questions
from assistant.reading.reading import Known, Move, Reading, Reply
from assistant.reading.shares import read_shares
from assistant.reading.statements.reader import read_statements
from assistant.reading.turns.answers import read_answer
from assistant.reading.turns.choices import read_choice
from assistant.reading.turns.corrected import read_corrected
from assistant.reading.turns.moves import MoveRead, read_move, without_cue
from rules import FACTS
from rules.facts import FactValue, Kind

CONFIRMATION = Kind.YES_NO


@dataclass(frozen=True)
class RuleReader:
    """Reads messages by cues, patterns and terminology; no model, no guess.

    `payers` are the names by which the corpus's payers are known.
    """

    payers: PayerAliases

    def read(self, message: str, known: Known) -> Reading:
        """What the message states, given what is known of the case."""
        mended = mend(message)
        return mended.in_the_users_words(self._read(mended.text, known))

    def _read(self, message: str, known: Known) -> Reading:
        said = tokenize(message)
        move = read_move(said)
        doc = tokenize(without_cue(message, move.supposing)) if move.supposing else said
        before = _before(known, move.move)
        is_resumed = move.move is Move.EARLIER_PATIENT
        assertions = Assertions(doc)
        dates = _dates(doc, move, before)
        day = dates.dates[-1].day if dates.dates else before.date_of_service
        age = read_age(doc, day or known.today, before.pending)
        shares = read_shares(doc, before.facts, before.pending)
        payers = read_payer(doc, self.payers, held=known.payer_id)
        codes = read_billing_codes(doc)
        in_case = bool(before.facts) or before.pending is not None
        diagnosis = read_diagnosis(doc, assertions)
        statements = read_statements(
            doc, assertions, _with_site(before, diagnosis.facts), before.pending
        )
        facts = [
            *diagnosis.facts,
            *doubted_where_guessed((*age.facts, *shares.facts), assertions),
            *of_treated(statements, doc, diagnosis.named),
        ]
        is_of_case = in_case or bool(known.facts or payers.payers or codes or shares.facts)
        facts = grounded(facts, doc, is_of_case=is_of_case)
        if not move.is_correction:
            facts = doubted_where_contradicting(facts)
        facts = [fact for fact in facts if not _is_struck(fact, move)]
        corrected = read_corrected(doc, before, is_correction=move.is_correction)
        facts = [*filter(corrected.leaves, facts), *_unless_stated(corrected.facts, facts)]
        reply, replied = _reply(doc, before, facts)
        facts += replied
        question, *further = read_questions(
            doc,
            has_case_facts=_speaks_of_a_case(facts, dates, codes) or reply is not None,
            stated=[fact.name for fact in facts],
            payers=payers.payers,
            codes=codes,
            in_case=in_case or (is_resumed and bool(known.facts)),
        )
        return Reading(
            question=question,
            further=tuple(further),
            move=move.move,
            is_correction=move.is_correction,
            takes_back=move.takes_back,
            is_first=move.is_first,
            keeps_diagnosis=move.keeps_diagnosis,
            introduces_person=move.introduces_person,
            points_back=move.points_back,
            reply=reply,
            payers=tuple(payers.payers),
            dates=tuple(dates.dates) or corrected.dates,
            birth_date=age.birth_date,
            as_of=read_as_of(doc),
            period=dates.period,
            facts=tuple(facts),
            codes=tuple(codes),
            struck=(*shares.struck, *((name, "") for name in move.struck)),
            strikes_last=move.strikes_last and not facts,
            untaken=(*dates.untaken, *age.untaken, *shares.untaken, *payers.untaken),
        )


def _with_site(known: Known, diagnosis: list[StatedFact]) -> Mapping[str, FactValue]:
    """The facts known before this message, with the site that it names itself."""
    sites = [fact.value for fact in diagnosis if fact.name == "tumor_site"]
    return {**known.facts, "tumor_site": sites[-1]} if sites else known.facts


def _is_struck(fact: StatedFact, move: MoveRead) -> bool:
    """Whether a fact is named only to be taken back: "strike the nodes"."""
    start, end = fact.evidence.start, fact.evidence.end
    return fact.name in move.struck and any(
        first < end and start < last for first, last in move.striking
    )


def _unless_stated(corrected: Sequence[StatedFact], facts: list[StatedFact]) -> list[StatedFact]:
    """The corrected facts that the message does not also state in so many words."""
    stated = {fact.name for fact in facts}
    return [fact for fact in corrected if fact.name not in stated]


def _dates(doc: Doc, move: MoveRead, known: Known) -> DatesRead:
    """The date of service; a bare date behind "my mistake" corrects the one known."""
    dates = read_date_of_service(doc, known.today)
    if dates.dates or known.date_of_service is None or move.correcting is None:
        return dates
    bare = tokenize(without_cue(message_of(doc), move.correcting))
    corrected = read_date_of_service(bare, known.today)
    return corrected if corrected.dates else dates


def _speaks_of_a_case(facts: list[StatedFact], dates: DatesRead, codes: list[StatedCode]) -> bool:
    """A date of service is a case's; an age beside a code may only belong to the code."""
    if codes and {fact.name for fact in facts} == {"age"}:
        return bool(dates.dates)
    return bool(facts or dates.dates)


def _before(known: Known, move: Move) -> Known:
    """What the reader may lean on: nothing of an earlier patient."""
    if move in {Move.NEXT_PATIENT, Move.EARLIER_PATIENT}:
        return replace(known, facts={}, pending=None, confirming=False)
    return known


def _reply(
    doc: Doc, known: Known, stated: list[StatedFact]
) -> tuple[Reply | None, list[StatedFact]]:
    """A bare answer to the question last asked, and the fact that it states."""
    if known.pending is None or known.pending not in FACTS:
        return None, []
    fact = FACTS[known.pending]
    said = read_answer(doc, CONFIRMATION if known.confirming else fact.kind, known.pending)
    evidence = _whole(doc)
    if said == "unknown":
        return Reply.UNKNOWN, []
    is_stated = any(each.name == known.pending for each in stated)
    if isinstance(said, bool):
        reply = Reply.YES if said else Reply.NO
        if known.confirming or is_stated or fact.kind is not Kind.YES_NO:
            return reply, []
        return reply, [StatedFact(fact.name, said, evidence)]
    chosen = read_choice(doc, fact)
    if chosen is None or is_stated:
        return None, []
    return None, [StatedFact(fact.name, chosen, evidence)]


def _whole(doc: Doc) -> Evidence:
    """The message without the white space around it."""
    text = message_of(doc)
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    return Evidence(start, end, text[start:end])
