"""Asks one question of the real corpus, without an index: what a look-up test needs."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import cast

from assistant.answering.writing import write
from assistant.draft import Draft
from assistant.lookup import answer_question
from assistant.reading.language.tokens import tokenize
from assistant.reading.mentions import Evidence, StatedCode
from assistant.reading.questions.topics import read_topic
from ingest.reading import quotes_of, read
from retriever.corpus import Corpus
from retriever.library import Library
from retriever.passages import Citation, Passage
from rules.facts import FactValue

TODAY = date(2026, 11, 21)
BCBSNC = "bcbsnc-imrt-sarcoma-extremities"
LHCC = "lhcc-la-cp-mp-69-imrt"
_CODE = re.compile(r"\b(?:\d{5}|G\d{4})\b")


@dataclass(frozen=True)
class Hit:
    """A passage found, as the search gives it."""

    citation: Citation
    score: float


@dataclass
class CorpusLibrary:
    """The corpus without vectors: quotes are proved as ever, the search finds what it is told."""

    found: dict[str, list[str]] = field(default_factory=dict)
    corpus: Corpus = field(default_factory=Corpus.load)

    def __post_init__(self) -> None:
        quotes = quotes_of(self.corpus)
        self.cite, self.passage, self.verify = quotes.cite, quotes.passage, quotes.verify

    @cache  # noqa: B019 lives as long as the tests do
    def passages(self, policy_id: str) -> tuple[Passage, ...]:
        return read(self.corpus[policy_id])

    def search(self, query: str, *, policy_id: str = "", **_: object) -> list[Hit]:  # noqa: ARG002
        labels = self.found.get(policy_id, [])
        passages = [self.passage(policy_id, label) for label in labels]
        return [Hit(self.cite(policy_id, p.text, p.label), 1.0) for p in passages]

    __hash__ = object.__hash__


LIBRARY = CorpusLibrary()


def ask(
    message: str,
    payer: str | None = None,
    *,
    facts: dict[str, FactValue] | None = None,
    as_of: date | None = None,
    units: int | None = None,
    plans: int | None = None,
    stated: Collection[str] = (),
    library: CorpusLibrary = LIBRARY,
) -> Draft:
    """The draft for a message, read by the topic reader, with every quote verified."""
    codes: Sequence[StatedCode] = [
        StatedCode(m.group(), Evidence(*m.span(), m.group()), units, plans)
        for m in _CODE.finditer(message)
    ]
    question = read_topic(
        tokenize(message), has_case_facts=bool(stated), stated=stated, codes=codes
    )
    draft = answer_question(
        question,
        message=message,
        library=cast(Library, library),
        payer_id=payer,
        facts=facts or {},
        codes=codes,
        day=TODAY,
        as_of=as_of,
    )
    for citation in (*quotes(draft), *draft.notices):
        library.verify(citation)
    return draft


def quotes(draft: Draft) -> list[Citation]:
    """Every citation of the lines, in order."""
    return [citation for line in draft.lines for citation in line.cites]


def quoted(draft: Draft) -> list[str]:
    """The words of every citation of the lines."""
    return [citation.quote for citation in quotes(draft)]


def text_of(draft: Draft) -> str:
    """The answer as it is written."""
    return write(draft, lambda _: True).text


def own_words(draft: Draft) -> str:
    """The answer without what it quotes."""
    return re.sub(r"“[^”]*(?:”[^“\n]*“[^”]*)*”", "“”", text_of(draft))
