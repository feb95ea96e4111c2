"""An assistant on the real corpus, with a hashed embedder and a database of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from assistant.answer import Answer, TurnRequest
from assistant.reading.rule_reader import RuleReader
from assistant.service import Assistant
from assistant.storage import Store
from ingest.indexing import Store as Index
from ingest.indexing import index, library_of
from retriever.corpus import Corpus
from retriever.library import Library
from tests.retriever.fakes import HashedWords

TODAY = date(2026, 11, 21)

Ask = Callable[..., Answer]


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    corpus = Corpus.load()
    indexed = Index.open(tmp_path_factory.mktemp("index"), HashedWords())
    index(corpus, indexed)
    return library_of(corpus, indexed)


@pytest.fixture
def assistant(library: Library, tmp_path: Path) -> Assistant:
    payers = library.corpus.payers.values()
    return Assistant(
        library=library,
        store=Store(f"sqlite:///{tmp_path / 'conversations.db'}"),
        reader=RuleReader({payer.id: (payer.name, *payer.aliases) for payer in payers}),
        today=lambda: TODAY,
        permalink=lambda citation: f"/library/{citation.policy_id}",
    )


@pytest.fixture
def ask(assistant: Assistant) -> Ask:
    """Takes the turns of one conversation and gives the last answer."""

    def take(*messages: str, payer: str | None = None, on: str | None = None) -> Answer:
        day = date.fromisoformat(on) if on else None
        request = TurnRequest(messages[0], payer=payer, date_of_service=day)
        answer = assistant.take_turn(request)
        for message in messages[1:]:
            request = replace(request, message=message, conversation_id=answer.conversation_id)
            answer = assistant.take_turn(replace(request, payer=None, date_of_service=None))
        return answer

    return take
