"""Indexing: passages of a corpus into the catalog and their vectors beside it.

The order keeps readers whole whatever happens in between. New vectors are noted, then stored; one
transaction puts the document's new passages in the place of the old; only then are vectors that
nothing names any more deleted. A run that was cut off is completed by the next.
"""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from ingest.cataloguing import Cataloguer
from ingest.embedded import SCHEME, Prepared, prepare
from ingest.reading import READER, read
from retriever.catalog import Catalog
from retriever.catalog_file import LAYOUT
from retriever.corpus import Corpus, Document
from retriever.errors import IndexUnavailable
from retriever.library import Library
from retriever.question import Expand
from retriever.vectors import BATCH, Embedder, Vectors

CATALOG = "catalog.sqlite"
VECTORS = "vectors"

Progress = Callable[[str, int, int], None]
"""Told the policy id, how many of its texts are embedded, and of how many."""


@dataclass(frozen=True)
class IndexReport:
    """What a run did, by policy id."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    passages: int
    embedded: int


@dataclass(frozen=True)
class Store:
    """The index as it is written and read: the catalog and the vectors, in one folder."""

    folder: Path
    catalog: Catalog
    writer: Cataloguer
    vectors: Vectors
    embedder: Embedder

    @classmethod
    def open(cls, folder: Path, embedder: Embedder) -> Store:
        """Open the index in a folder, making it where there is none of the present layout."""
        place = folder / LAYOUT
        place.mkdir(parents=True, exist_ok=True)
        catalog = Catalog(place / CATALOG)
        writer = Cataloguer(catalog)
        return cls(place, catalog, writer, Vectors.open(place / VECTORS, embedder), embedder)


def index(corpus: Corpus, store: Store, progress: Progress | None = None) -> IndexReport:
    """Bring the index up to the corpus; unchanged documents cost a comparison and write nothing."""
    with _only_writer(store.folder):
        known = store.catalog.fingerprints()
        whole = {payer: _is_whole(store, payer) for payer in corpus.payers}
        changed = [
            each
            for each in corpus.documents.values()
            if known.get(each.id) != fingerprint_of(each, store.embedder)
            or not whole[each.payer.id]
        ]
        removed = tuple(policy_id for policy_id in known if policy_id not in corpus.documents)
        embedded = sum(_replace(each, store, progress) for each in changed)
        for policy_id in removed:
            store.writer.remove(policy_id)
        _sweep(store)
        if changed or removed:
            store.vectors.drop_others(corpus.payers)
    written = tuple(each.id for each in changed)
    return IndexReport(
        written=written,
        unchanged=tuple(each for each in corpus.documents if each not in written),
        removed=removed,
        passages=sum(len(store.catalog.passages(each)) for each in corpus.documents),
        embedded=embedded,
    )


def library_of(corpus: Corpus, store: Store, expand: Expand = str) -> Library:
    """The library over an index that is up to the corpus; raise `IndexUnavailable` for others."""
    known = store.catalog.fingerprints()
    for document in corpus.documents.values():
        if known.get(document.id) != fingerprint_of(document, store.embedder):
            raise IndexUnavailable(
                f"{store.folder}: the index does not hold {document.id} as the corpus does. "
                "Run `citewell ingest`."
            )
    for payer in corpus.payers:
        if not _is_whole(store, payer):
            raise IndexUnavailable(
                f"{store.folder}: vectors of {payer} are missing. Run `citewell ingest`."
            )
    return Library(corpus, store.catalog, store.vectors, store.embedder, expand=expand)


def fingerprint_of(document: Document, embedder: Embedder) -> str:
    """Names everything that a document's part of the index is made from."""
    parts = (document.manifest.model_dump_json(), READER, SCHEME, embedder.id)
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def _replace(document: Document, store: Store, progress: Progress | None) -> int:
    """Index one document; return how many texts were embedded for it."""
    payer = document.payer.id
    prepared = prepare(document, read(document), store.embedder.id)
    stored = store.vectors.stored(payer, prepared.texts)
    missing = {each: text for each, text in prepared.texts.items() if each not in stored}
    store.writer.announce(payer, missing)
    done = len(stored)
    for batch in _batches(missing):
        store.vectors.add(payer, batch)
        done += len(batch)
        if progress is not None:
            progress(document.id, done, len(prepared.texts))
    _publish(document, prepared, store)
    return len(missing)


def _publish(document: Document, prepared: Prepared, store: Store) -> None:
    fingerprint = fingerprint_of(document, store.embedder)
    store.writer.replace(document.id, document.payer.id, fingerprint, prepared.passages)


def _sweep(store: Store) -> None:
    """Delete vectors that no current passage names."""
    strays = store.writer.strays()
    for payer, vector_ids in strays.items():
        store.vectors.delete(payer, vector_ids)
    if store.writer.has_notes():
        store.writer.forget_strays()


def _is_whole(store: Store, payer: str) -> bool:
    """Whether every vector that a payer's passages need is stored."""
    needed = store.catalog.vector_ids(payer)
    return store.vectors.count(payer) >= len(needed)


def _batches(texts: dict[str, str]) -> Iterator[dict[str, str]]:
    ids = list(texts)
    for begin in range(0, len(ids), BATCH):
        yield {each: texts[each] for each in ids[begin : begin + BATCH]}


@contextmanager
def _only_writer(folder: Path) -> Iterator[None]:
    """Hold the writer's lock, which the system frees when the process ends, however it ends."""
    with closing(sqlite3.connect(folder / "writer.lock", timeout=0)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            raise IndexUnavailable(f"{folder}: another run is indexing. Wait for it.") from error
        yield
