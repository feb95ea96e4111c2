"""The two policies indexed once with the embedder that needs no model."""

from __future__ import annotations

import pytest

from ingest.indexing import Store, index, library_of
from retriever.corpus import Corpus
from retriever.library import Library
from tests.retriever.fakes import HashedWords


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Store:
    indexed = Store.open(tmp_path_factory.mktemp("index"), HashedWords())
    index(Corpus.load(), indexed)
    return indexed


@pytest.fixture(scope="session")
def library(store: Store) -> Library:
    return library_of(Corpus.load(), store)
