"""Vectors of passages in Chroma, through LangChain: one collection a payer and embedder.

A collection a payer, because a metadata filter makes Chroma some hundred times slower. What a
vector stands for is the catalog's to say: Chroma only returns ids.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from langchain_core.embeddings import Embeddings

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from langchain_chroma import Chroma

BATCH = 128
"""Vectors made and stored at a time: what a broken run loses at most."""


_PREFIX = "payer-"


class Embedder(Protocol):
    """LangChain embeddings whose `id` names the weights; vectors have length one."""

    id: str

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector for each text."""
        ...

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        ...


class Vectors:
    """The stored vectors of one embedder, by payer."""

    def __init__(self, client: ClientAPI, embedder: Embedder) -> None:
        self._client = client
        self._embedder = embedder
        self._collections: dict[str, Chroma] = {}

    @classmethod
    def open(cls, folder: Path, embedder: Embedder) -> Vectors:
        """The vectors kept in a folder, by Chroma inside this process and without telemetry."""
        import chromadb  # noqa: PLC0415
        from chromadb.config import Settings  # noqa: PLC0415

        folder.mkdir(parents=True, exist_ok=True)
        settings = Settings(anonymized_telemetry=False)
        return cls(chromadb.PersistentClient(str(folder), settings=settings), embedder)

    def count(self, payer_id: str) -> int:
        """How many vectors are stored for a payer."""
        return int(self._collection(payer_id)._collection.count())  # noqa: SLF001

    def stored(self, payer_id: str, vector_ids: Iterable[str]) -> frozenset[str]:
        """Those of the ids that are stored."""
        collection = self._collection(payer_id)
        return frozenset(
            each
            for ids in _batches(vector_ids)
            for each in collection.get(ids=ids, include=[])["ids"]
        )

    def add(self, payer_id: str, texts: Mapping[str, str]) -> None:
        """Make and store the vectors of texts, each under its id; storing one again is harmless."""
        collection = self._collection(payer_id)
        for ids in _batches(texts):
            collection.add_texts([texts[each] for each in ids], ids=ids)

    def delete(self, payer_id: str, vector_ids: Iterable[str]) -> None:
        """Delete vectors; ids that are not stored are passed over."""
        collection = self._collection(payer_id)
        for ids in _batches(vector_ids):
            collection.delete(ids=ids)

    def nearest(self, payer_id: str, vector: list[float], k: int) -> list[tuple[str, float]]:
        """Up to k ids with their cosine similarity, nearest first."""
        found = self._collection(payer_id).similarity_search_by_vector_with_relevance_scores(
            vector, k=k
        )
        return [(str(each.id), 1.0 - distance) for each, distance in found]

    def drop_others(self, payer_ids: Iterable[str]) -> None:
        """Drop the collections of other embedders and of payers that are not named."""
        kept = {self._name(each) for each in payer_ids}
        for collection in self._client.list_collections():
            if collection.name.startswith(_PREFIX) and collection.name not in kept:
                self._client.delete_collection(collection.name)

    def _name(self, payer_id: str) -> str:
        weights = hashlib.sha256(self._embedder.id.encode()).hexdigest()[:12]
        return f"{_PREFIX}{payer_id}-{weights}"

    def _collection(self, payer_id: str) -> Chroma:
        if payer_id not in self._collections:
            from langchain_chroma import Chroma  # noqa: PLC0415

            self._collections[payer_id] = Chroma(
                client=self._client,
                collection_name=self._name(payer_id),
                collection_metadata={"hnsw:space": "cosine"},
                embedding_function=_as_langchain(self._embedder),
            )
        return self._collections[payer_id]


class _Adapted(Embeddings):
    """An embedder in the form that LangChain calls."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        return self._embedder.embed_documents(texts)

    def embed_query(self, text: str) -> list[float]:
        return self._embedder.embed_query(text)


def _as_langchain(embedder: Embedder) -> Embeddings:
    return embedder if isinstance(embedder, Embeddings) else _Adapted(embedder)


def _batches(ids: Iterable[str]) -> Iterable[list[str]]:
    remaining = iter(ids)
    return iter(partial(_next_batch, remaining), [])


def _next_batch(ids: Iterable[str]) -> list[str]:
    return list(islice(ids, BATCH))
