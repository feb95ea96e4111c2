"""The systems that are compared: our search whole and in parts, and the tutorials' pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

import chromadb
from chromadb.config import Settings
from langchain_chroma import Chroma
from langchain_core.embeddings import Embeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

from evals.retrieval.measures import Find, Span
from evals.retrieval.questions import LookUp
from ingest.indexing import Store
from retriever.corpus import Corpus
from retriever.filters import Filters
from retriever.library import Library
from retriever.question import Expand, content_words
from retriever.ranking import Weighing
from retriever.vectors import Embedder

_K = 5


class Remembering(Embeddings):
    """An embedder that embeds each question once, since many systems are asked the same."""

    def __init__(self, embedder: Embedder) -> None:
        self.id = embedder.id
        self._embedder = embedder
        self._known: dict[str, list[float]] = {}

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector for each text."""
        return self._embedder.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question, made at its first asking."""
        if text not in self._known:
            self._known[text] = self._embedder.embed_query(text)
        return self._known[text]


def ours(
    corpus: Corpus, store: Store, expand: Expand = str, weighing: Weighing | None = None
) -> Find:
    """Our search, with parts of it left out where `weighing` says so."""
    library = Library(
        corpus, store.catalog, store.vectors, store.embedder, expand=expand, weighing=weighing
    )

    def find(question: LookUp) -> list[Span]:
        hits = library.search(question.question, payer=question.payer, k=_K)
        return [(h.citation.policy_id, h.citation.start, h.citation.end) for h in hits]

    return find


def words_alone(store: Store) -> Find:
    """BM25 over the same passages, the question as asked."""

    def find(question: LookUp) -> list[Span]:
        match = " OR ".join(f'"{word}"' for word in content_words(question.question))
        if not match:
            return []
        return list(_spans(store, list(store.catalog.worded(match, _filters(question), _K))))

    return find


def likeness_alone(corpus: Corpus, store: Store) -> Find:
    """The nearest vectors of the same passages, the question as asked."""

    def find(question: LookUp) -> list[Span]:
        vector = store.embedder.embed_query(question.question)
        payers = [question.payer] if question.payer else list(corpus.payers)
        near = sorted(
            (each for payer in payers for each in store.vectors.nearest(payer, vector, 8 * _K)),
            key=lambda each: -each[1],
        )
        current = store.catalog.with_vectors((each for each, _ in near), _filters(question))
        keys = dict.fromkeys(key for each, _ in near for key in current.get(each, ()))
        return list(islice(_spans(store, list(keys)), _K))

    return find


def tutorial(corpus: Corpus, embedder: Embeddings) -> Find:
    """Chunks of 1,000 characters overlapping by 200, in Chroma, the top k: nothing else."""
    splitter = RecursiveCharacterTextSplitter(
        chunk_size=1000, chunk_overlap=200, add_start_index=True
    )
    client = chromadb.EphemeralClient(Settings(anonymized_telemetry=False))
    chunks = Chroma(client=client, collection_name="tutorial", embedding_function=embedder)
    for document in corpus.documents.values():
        about = {"policy_id": document.id, "payer": document.payer.id}
        chunks.add_documents(splitter.create_documents([document.text], [about]))

    def find(question: LookUp) -> list[Span]:
        payer = {"payer": question.payer} if question.payer else None
        found = chunks.similarity_search(question.question, k=_K, filter=payer)
        return [
            (each.metadata["policy_id"], start, start + len(each.page_content))
            for each in found
            for start in [each.metadata["start_index"]]
        ]

    return find


def _filters(question: LookUp) -> Filters:
    return replace(Filters(), payers=frozenset({question.payer} if question.payer else ()))


def _spans(store: Store, keys: list[int]) -> Iterator[Span]:
    passages = store.catalog.fetch(keys)
    for key in keys:
        yield passages[key].policy_id, passages[key].start, passages[key].end
