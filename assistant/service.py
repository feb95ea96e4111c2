"""The assistant: one turn from message to checked answer, and determinations without a message."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.advance import Step, advance
from assistant.answer import Answer, CitedCode, CitedDetermination, TurnRequest
from assistant.answer_json import Permalink, answer_to_json
from assistant.answering.writing import Written, write
from assistant.asking import ask_payer
from assistant.determining import citing, with_quotes
from assistant.doubt import Determined, determine
from assistant.draft import AnswerKind, Draft
from assistant.form import FormRequest, in_words, take_form
from assistant.keeping import Asked, asked_of, record_of
from assistant.ledger import Ledger
from assistant.ledger_json import ledger_from_json, ledger_to_json
from assistant.lookup import answer_question, answered_together
from assistant.reading.questions.topics import Question, Topic
from assistant.reading.reading import Known, Reader, Reading
from assistant.responding import Response, respond_to_case
from assistant.storage.records import Conversation, new_id
from assistant.storage.store import Store
from retriever.errors import QuoteError, UnknownPayer
from retriever.library import Library
from retriever.passages import Citation
from rules.determination import CodeRequest, Outcome
from rules.facts import FactValue
from rules.policy import Policy

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Assistant:
    """Takes turns: reads, decides by rules, proves by quotes, keeps the conversation.

    `today` gives the date of service where none is named. Calls block; threads may share one
    assistant. Raises the errors of `assistant.storage.errors` and `retriever.errors`.
    """

    library: Library
    store: Store
    reader: Reader
    today: Callable[[], date]
    permalink: Permalink

    def take_turn(self, request: TurnRequest) -> Answer:
        """Answer one message, and keep the turn; nothing is kept of a turn that fails."""
        self._check_payer(request.payer)
        seen = self._conversation(request.conversation_id)
        before = _with_request(_ledger(seen), request)
        today = self.today()
        known = _known(before, today)
        reading = self.reader.read(request.message, known)
        turn_id = new_id()
        step = advance(before, reading, turn_id, today)
        question = request.message
        asked_before = before.open_question or before.last_look_up
        if asked_before and reading.names_only_a_payer:
            question = asked_before
            reading = self.reader.read(question, known)
        response = self._respond(step, reading, question, today)
        ledger = _asking(step.kept, response, question) if not step.is_supposed else step.kept
        written = write(response.draft, self._is_verbatim, request.audience)
        answer = self._answer(seen, turn_id, step, response, written)
        self._keep(seen, request.message, ledger, answer, step)
        return answer

    def take_form(self, request: FormRequest) -> Answer:
        """Confirm, change or strike facts of a conversation, and answer its case anew."""
        seen = self.store.load(request.conversation_id)
        turn_id = new_id()
        message = in_words(request.values)
        step = take_form(_ledger(seen), request.values, turn_id)
        case = Reading(Question(Topic.CASE))
        response = self._respond(step, case, message, self.today())
        ledger = _asking(step.kept, response, message)
        written = write(response.draft, self._is_verbatim, request.audience)
        answer = self._answer(seen, turn_id, step, response, written)
        self._keep(seen, message, ledger, answer, step)
        return answer

    def determine(
        self,
        policy: Policy,
        facts: Mapping[str, FactValue],
        day: date,
        codes: Sequence[CodeRequest] = (),
    ) -> CitedDetermination:
        """What the rules conclude from facts alone, kept so that it can be replayed."""
        made = self._cited(policy, determine(policy, facts, {}, day, codes), new_id())
        self.store.save_determination(record_of(made, Asked(facts, {}, codes), self.permalink))
        return made

    def replay(self, determination_id: str, policies: Mapping[str, Policy]) -> CitedDetermination:
        """Compute a kept determination again from its facts, under the same id."""
        kept = self.store.load_determination(determination_id)
        policy = policies[kept.policy_id]
        asked = asked_of(kept, policy)
        found = determine(policy, asked.facts, asked.doubtful, kept.date_of_service, asked.codes)
        return self._cited(policy, found, determination_id)

    def _cited(self, policy: Policy, made: Determined, determination_id: str) -> CitedDetermination:
        day = made.determination.date_of_service
        return with_quotes(made.determination, citing(self.library, policy, day), determination_id)

    def _respond(self, step: Step, reading: Reading, message: str, today: date) -> Response:
        """The case, or the first question, and beside it what else the message asks."""
        further = [self._looked_up(step, reading, q, message, today) for q in reading.further]
        if reading.question.topic is Topic.CASE:
            response = respond_to_case(step, reading, self.library, today, new_id())
            return replace(response, draft=answered_together(response.draft, further))
        draft = self._looked_up(step, reading, reading.question, message, today)
        draft = answered_together(draft, further)
        return Response(draft, ask_payer(self.library.corpus) if draft.asks_payer else None)

    def _looked_up(
        self, step: Step, reading: Reading, question: Question, message: str, today: date
    ) -> Draft:
        """The answer to one question that is no case, from its own part of the message."""
        ledger = step.considered
        part = question.asked_in
        return answer_question(
            question,
            message=part.text if part else message,
            library=self.library,
            payer_id=ledger.payer_id,
            facts=ledger.facts(),
            codes=[
                code
                for code in reading.codes
                if part is None or part.start <= code.evidence.start < part.end
            ],
            day=ledger.date_of_service or today,
            as_of=reading.as_of,
        )

    def _answer(
        self,
        seen: Conversation,
        turn_id: str,
        step: Step,
        response: Response,
        written: Written,
    ) -> Answer:
        draft = response.draft
        notices = tuple(notice for notice in draft.notices if self._is_verbatim(notice))
        return Answer(
            conversation_id=seen.id,
            turn_id=turn_id,
            kind=draft.kind,
            outcome=Outcome(draft.outcome) if draft.outcome else None,
            answer=written.text,
            determination=response.cited,
            citations=written.citations,
            follow_up=response.follow_up,
            facts=step.considered.entries,
            codes=self._codes(response, step.considered),
            notices=notices,
            refused_quotes=written.refused + len(draft.notices) - len(notices),
        )

    def _codes(self, response: Response, ledger: Ledger) -> tuple[CitedCode, ...]:
        draft = response.draft
        policy_id = draft.determination.policy_id if draft.determination else draft.policy_id
        day = ledger.date_of_service or self.today()
        return tuple(
            CitedCode(
                finding,
                self.library.cite(policy_id, finding.quotes[0].text, finding.quotes[0].label, day)
                if finding.quotes and policy_id
                else None,
            )
            for finding in draft.codes
        )

    def _keep(
        self,
        seen: Conversation,
        message: str,
        ledger: Ledger,
        answer: Answer,
        step: Step,
    ) -> None:
        made = answer.determination
        asked = Asked.of(step.considered)
        self.store.append_turn(
            seen,
            turn_id=answer.turn_id,
            message=message,
            answer=answer_to_json(answer, self.permalink),
            ledger=ledger_to_json(ledger),
            payer_id=ledger.payer_id,
            date_of_service=ledger.date_of_service,
            pending=ledger.pending,
            determination=record_of(made, asked, self.permalink, seen.id) if made else None,
        )

    def _conversation(self, conversation_id: str | None) -> Conversation:
        if conversation_id is None:
            return self.store.create_conversation()
        return self.store.load(conversation_id)

    def _check_payer(self, payer: str | None) -> None:
        known = tuple(self.library.corpus.payers)
        if payer is not None and payer not in known:
            held = ", ".join(known)
            raise UnknownPayer(f"No payer {payer!r} in the corpus. It holds: {held}.")

    def _is_verbatim(self, citation: Citation) -> bool:
        try:
            self.library.verify(citation)
        except QuoteError:
            log.exception("A quote failed its check and is not shown.")
            return False
        return True


def _ledger(seen: Conversation) -> Ledger:
    return ledger_from_json(seen.ledger) if seen.ledger else Ledger()


def _with_request(ledger: Ledger, request: TurnRequest) -> Ledger:
    """Payer and date hold until a message or a later request says otherwise."""
    return replace(
        ledger,
        payer_id=request.payer or ledger.payer_id,
        date_of_service=request.date_of_service or ledger.date_of_service,
    )


def _known(ledger: Ledger, today: date) -> Known:
    return Known(
        facts=ledger.all_facts(),
        pending=ledger.pending,
        confirming=ledger.confirming,
        date_of_service=ledger.date_of_service,
        today=today,
        payer_id=ledger.payer_id,
    )


def _asking(ledger: Ledger, response: Response, question: str) -> Ledger:
    """The ledger with the question that the answer ends with; a look-up leaves the case's."""
    if response.draft.kind is AnswerKind.GREETING:
        return ledger
    if response.draft.kind is not AnswerKind.CASE:
        waiting = question if response.draft.asks_payer else ""
        is_held = response.draft.kind is AnswerKind.LOOKUP or not ledger.entries
        return replace(ledger, open_question=waiting, last_look_up=question if is_held else "")
    return replace(
        ledger,
        date_of_service=response.day or ledger.date_of_service,
        pending=response.follow_up.fact if response.follow_up else None,
        confirming=response.is_confirming,
        open_question="",
        last_look_up="",
    )
