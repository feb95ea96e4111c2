"""An assistant without a reader and without an index: real documents, real rules, canned facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, cast

import rules
from api.permalinks import permalinks
from assistant.answer import Answer, CitedDetermination, TurnRequest
from assistant.answer_json import answer_to_json, determination_to_json
from assistant.answering.tree import items
from assistant.determining import citing, rules_digest, with_quotes
from assistant.draft import AnswerKind
from assistant.form import FormRequest
from assistant.storage import SavedDetermination, Store, new_id
from ingest.reading import quotes_of, read
from retriever.corpus import Corpus
from retriever.library import Library
from retriever.passages import Citation, Passage
from retriever.quotes import citation_of
from rules.determination import CodeRequest
from rules.facts import FactValue, Quantity
from rules.policy import Policy

TODAY = date(2026, 11, 21)
PERMALINK = permalinks("")
MET_FACTS: dict[str, FactValue] = {
    "tumor_type": "soft_tissue_sarcoma",
    "tumor_site": "thigh",
    "bone_share_3d": {"femur": Quantity.exactly(40)},
    "bone_share_imrt": {"femur": Quantity.exactly(25)},
}
"""What every message to the fake assistant states."""


@dataclass(frozen=True)
class Hit:
    """A passage, and how often the question's words stand in it."""

    citation: Citation
    score: float


class WordLibrary:
    """The real documents, searched by counting words."""

    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        quotes = quotes_of(corpus)
        self.cite, self.verify = quotes.cite, quotes.verify
        self.asked: list[Mapping[str, object]] = []

    def passages(self, policy_id: str) -> Sequence[Passage]:
        return read(self.corpus[policy_id])

    def search(self, query: str, **asked: Any) -> list[Hit]:
        self.asked.append(asked)
        words = query.lower().split()
        documents = [
            document
            for document in self.corpus.documents.values()
            if asked.get("policy_id") in {None, document.id}
            and asked.get("payer") in {None, document.payer.id}
        ]
        hits = [
            Hit(citation_of(document, passage), sum(word in passage.text.lower() for word in words))
            for document in documents
            for passage in self.passages(document.id)
        ]
        found = [hit for hit in hits if hit.score]
        return sorted(found, key=lambda hit: -hit.score)[: asked["k"]]


@dataclass
class FakeAssistant:
    """Answers every message as if it stated MET_FACTS; `failure` is raised instead, once set."""

    store: Store
    corpus: Corpus = field(default_factory=Corpus.load)
    failure: Exception | None = None
    requests: list[TurnRequest] = field(default_factory=list)
    forms: list[FormRequest] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.words = WordLibrary(self.corpus)
        self.library = cast(Library, self.words)
        self.permalink = PERMALINK
        self.today = lambda: TODAY

    def take_turn(self, request: TurnRequest) -> Answer:
        self.requests.append(request)
        if self.failure is not None:
            raise self.failure
        seen = (
            self.store.load(request.conversation_id)
            if request.conversation_id
            else self.store.create_conversation()
        )
        policy = rules.policy_of(request.payer or seen.payer_id or "bcbsnc")
        assert policy is not None
        day = request.date_of_service or TODAY
        found = rules.evaluate(policy, MET_FACTS, day)
        made = with_quotes(found, citing(self.library, policy, day), new_id())
        assert made.criteria is not None
        citations = tuple(each.citation for each in items(made.criteria) if each.citation)
        answer = Answer(
            conversation_id=seen.id,
            turn_id=new_id(),
            kind=AnswerKind.CASE,
            outcome=found.outcome,
            answer="The criteria are met. A is met [1].\n\n- B is met [2].",
            determination=made,
            citations=citations,
            follow_up=None,
            facts=(),
            codes=(),
            notices=(),
        )
        self.store.append_turn(
            seen,
            turn_id=answer.turn_id,
            message=request.message,
            answer=answer_to_json(answer, PERMALINK),
            ledger={},
            payer_id=policy.payer_id,
            date_of_service=request.date_of_service,
        )
        return answer

    def take_form(self, request: FormRequest) -> Answer:
        self.forms.append(request)
        return self.take_turn(TurnRequest("a form", request.conversation_id))

    def determine(
        self,
        policy: Policy,
        facts: Mapping[str, FactValue],
        day: date,
        codes: Sequence[CodeRequest] = (),
    ) -> CitedDetermination:
        found = rules.evaluate(policy, facts, day, codes)
        made = with_quotes(found, citing(self.library, policy, day), new_id())
        self.store.save_determination(
            SavedDetermination(
                id=made.id,
                policy_id=policy.id,
                date_of_service=day,
                facts={name: rules.fact_to_json(value) for name, value in facts.items()},
                codes=[vars(code) for code in codes],
                rules_digest=rules_digest(),
                result=determination_to_json(made, PERMALINK),
            )
        )
        return made

    def replay(self, determination_id: str, policies: Mapping[str, Policy]) -> CitedDetermination:
        kept = self.store.load_determination(determination_id)
        policy = policies[kept.policy_id]
        facts = {name: rules.parse_fact(policy, name, value) for name, value in kept.facts.items()}
        codes = [CodeRequest(**code) for code in kept.codes]
        found = rules.evaluate(policy, facts, kept.date_of_service, codes)
        cite = citing(self.library, policy, kept.date_of_service)
        return with_quotes(found, cite, determination_id)
