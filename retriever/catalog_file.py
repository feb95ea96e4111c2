"""The catalog's file: its tables, and connections to it for readers and the one writer."""

from __future__ import annotations

import hashlib
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retriever.errors import IndexUnavailable

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    policy_id TEXT PRIMARY KEY, payer_id TEXT NOT NULL, fingerprint TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS passages (
    key INTEGER PRIMARY KEY AUTOINCREMENT, policy_id TEXT NOT NULL REFERENCES documents,
    label TEXT NOT NULL, path TEXT NOT NULL, role TEXT NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    valid_from TEXT, valid_to TEXT, connective TEXT NOT NULL, UNIQUE (policy_id, label)
) STRICT;
CREATE TABLE IF NOT EXISTS identifiers (
    identifier TEXT NOT NULL, key INTEGER NOT NULL, PRIMARY KEY (identifier, key)
) STRICT, WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS vectors (
    vector_id TEXT NOT NULL, key INTEGER NOT NULL, payer_id TEXT NOT NULL,
    PRIMARY KEY (vector_id, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS vectors_by_key ON vectors (key);
CREATE TABLE IF NOT EXISTS strays (
    payer_id TEXT NOT NULL, vector_id TEXT NOT NULL, PRIMARY KEY (payer_id, vector_id)
) STRICT, WITHOUT ROWID;
CREATE VIEW IF NOT EXISTS current AS
    SELECT p.*, d.payer_id FROM passages p JOIN documents d USING (policy_id);
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    heading, wording, tokenize = "porter unicode61 remove_diacritics 2"
);
"""

LAYOUT = hashlib.sha256(_SCHEMA.encode()).hexdigest()[:12]
"""Names the tables' layout: an index of another layout is not read but made anew beside it."""


class CatalogFile:
    """One SQLite file; each thread has a connection of its own."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    def create(self) -> None:
        """Make the file and its tables where there are none."""
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._open(must_exist=False) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_SCHEMA)

    def close(self) -> None:
        """Close the connection of the running thread."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection to read with; a missing or broken file becomes `IndexUnavailable`."""
        with self._open(must_exist=True) as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A connection within one transaction: all of it is kept, or nothing."""
        with self._open(must_exist=True) as connection:
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                yield connection

    @contextmanager
    def _open(self, *, must_exist: bool) -> Iterator[sqlite3.Connection]:
        try:
            connection = getattr(self._local, "connection", None)
            if connection is None:
                if must_exist and not self.path.is_file():
                    raise IndexUnavailable(f"{self.path}: no catalog. Run `citewell ingest`.")
                connection = sqlite3.connect(self.path, isolation_level=None, timeout=30)
                self._local.connection = connection
            yield connection
        except sqlite3.DatabaseError as error:
            raise IndexUnavailable(f"{self.path}: {error}. Run `citewell ingest`.") from error
