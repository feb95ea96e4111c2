"""The catalog: which passages are current, in one SQLite file, with their words indexed.

The catalog is the only authority. A vector that it does not name is never shown, so a document
changes for readers in the one transaction that changes it here.
"""

from __future__ import annotations

import json
import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from retriever.errors import IndexUnavailable
from retriever.filters import Filters
from retriever.passages import Passage, Role

_SCHEMA = """
CREATE TABLE IF NOT EXISTS documents (
    policy_id TEXT PRIMARY KEY, payer_id TEXT NOT NULL, fingerprint TEXT NOT NULL,
    generation INTEGER NOT NULL
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
_COLUMNS = (
    "p.policy_id, p.label, p.path, p.role, p.start, p.end, p.text, p.valid_from, p.valid_to, "
    "p.connective"
)


@dataclass(frozen=True)
class Indexed:
    """A passage with all it is found by: words, identifiers, and its vectors' ids."""

    passage: Passage
    heading: str
    words: str
    identifiers: tuple[str, ...]
    vector_ids: tuple[str, ...]


class Catalog:
    """One catalog file; safe to read from several threads at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()
        self._read_once: dict[str, tuple[int, tuple[Passage, ...]]] = {}

    @classmethod
    def create(cls, path: Path) -> Catalog:
        """Open the catalog to write, making it where there is none."""
        path.parent.mkdir(parents=True, exist_ok=True)
        catalog = cls(path)
        with catalog._connected(must_exist=False) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.executescript(_SCHEMA)
        return catalog

    def close(self) -> None:
        """Close this thread's connection."""
        connection = getattr(self._local, "connection", None)
        if connection is not None:
            connection.close()
            self._local.connection = None

    def fingerprints(self) -> dict[str, str]:
        """What each document's index was made from, by policy id."""
        with self._connected() as connection:
            return dict(connection.execute("SELECT policy_id, fingerprint FROM documents"))

    def payers(self) -> dict[str, str]:
        """The payer of each indexed policy."""
        with self._connected() as connection:
            return dict(connection.execute("SELECT policy_id, payer_id FROM documents"))

    def passages(self, policy_id: str) -> tuple[Passage, ...]:
        """The current passages of a policy in reading order; none for one not indexed."""
        with self._connected() as connection:
            row = connection.execute(
                "SELECT generation FROM documents WHERE policy_id = ?", (policy_id,)
            ).fetchone()
            if row is None:
                return ()
            known = self._read_once.get(policy_id)
            if known is None or known[0] != row[0]:
                rows = connection.execute(
                    f"SELECT {_COLUMNS} FROM passages p WHERE policy_id = ? ORDER BY start",  # noqa: S608
                    (policy_id,),
                )
                known = (row[0], tuple(_passage(each) for each in rows))
                self._read_once[policy_id] = known
            return known[1]

    def fetch(self, keys: Iterable[int]) -> dict[int, Passage]:
        """Passages by key; keys of passages no longer current are left out."""
        wanted = list(keys)
        with self._connected() as connection:
            rows = connection.execute(
                f"SELECT p.key, {_COLUMNS} FROM passages p "  # noqa: S608
                "WHERE p.key IN (SELECT value FROM json_each(?))",
                (json.dumps(wanted),),
            )
            return {key: _passage(each) for key, *each in rows}

    def identified(self, identifier: str, filters: Filters) -> list[int]:
        """Keys of the passages that an identifier names, in reading order."""
        condition, parameters = filters.sql()
        with self._connected() as connection:
            rows = connection.execute(
                f"SELECT p.key FROM identifiers i JOIN current p USING (key) "  # noqa: S608
                f"WHERE i.identifier = ? AND {condition} ORDER BY i.key",
                (identifier, *parameters),
            )
            return [key for (key,) in rows]

    def worded(
        self, match: str, filters: Filters, limit: int, weights: Sequence[float] = (0.3, 1.0)
    ) -> dict[int, float]:
        """Keys and BM25 scores (higher is better) of passages that an FTS5 expression matches.

        `weights` are those of the heading and of the passage's own words.
        """
        condition, parameters = filters.sql()
        with self._connected() as connection:
            rows = connection.execute(
                f"SELECT p.key, -bm25(words, ?, ?) AS score FROM words "  # noqa: S608
                f"JOIN current p ON p.key = words.rowid "
                f"WHERE words MATCH ? AND {condition} ORDER BY score DESC, p.key LIMIT ?",
                (*weights, match, *parameters, limit),
            )
            return dict(rows.fetchall())

    def with_vectors(
        self, vector_ids: Iterable[str], filters: Filters
    ) -> dict[str, tuple[int, ...]]:
        """The current passages that each vector stands for, where the filters let them through."""
        condition, parameters = filters.sql()
        found: dict[str, tuple[int, ...]] = {}
        with self._connected() as connection:
            rows = connection.execute(
                f"SELECT v.vector_id, p.key FROM vectors v JOIN current p USING (key) "  # noqa: S608
                f"WHERE v.vector_id IN (SELECT value FROM json_each(?)) AND {condition}",
                (json.dumps(list(vector_ids)), *parameters),
            )
            for vector_id, key in rows:
                found[vector_id] = (*found.get(vector_id, ()), key)
        return found

    def vector_ids(self, payer_id: str) -> frozenset[str]:
        """The ids of every vector that a payer's current passages need."""
        with self._connected() as connection:
            rows = connection.execute(
                "SELECT DISTINCT vector_id FROM vectors WHERE payer_id = ?", (payer_id,)
            )
            return frozenset(each for (each,) in rows)

    def strays(self) -> dict[str, list[str]]:
        """Vectors that may be stored without being current, by payer."""
        found: dict[str, list[str]] = {}
        with self._connected() as connection:
            for payer, vector in connection.execute(
                "SELECT payer_id, vector_id FROM strays s WHERE NOT EXISTS (SELECT 1 FROM vectors "
                "v WHERE v.vector_id = s.vector_id AND v.payer_id = s.payer_id)"
            ):
                found.setdefault(payer, []).append(vector)
        return found

    def announce(self, payer_id: str, vector_ids: Iterable[str]) -> None:
        """Note vectors that are about to be stored, so that a broken run leaves none unknown."""
        rows = [(payer_id, each) for each in vector_ids]
        with self._writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO strays VALUES (?, ?)", rows)

    def has_notes(self) -> bool:
        """Whether any vector was announced and not settled since."""
        with self._connected() as connection:
            return connection.execute("SELECT 1 FROM strays LIMIT 1").fetchone() is not None

    def forget_strays(self) -> None:
        """Drop the note of vectors that are now current or deleted."""
        with self._writing() as connection:
            connection.execute("DELETE FROM strays")

    def replace(
        self, policy_id: str, payer_id: str, fingerprint: str, passages: Iterable[Indexed]
    ) -> None:
        """Put a document's passages in the place of its former ones, in one transaction."""
        with self._writing() as connection:
            generation = self._clear(connection, policy_id)
            connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?, ?)",
                (policy_id, payer_id, fingerprint, generation + 1),
            )
            for each in passages:
                _insert(connection, payer_id, each)

    def remove(self, policy_id: str) -> None:
        """Take a document out, in one transaction."""
        with self._writing() as connection:
            self._clear(connection, policy_id)

    @staticmethod
    def _clear(connection: sqlite3.Connection, policy_id: str) -> int:
        """Delete a document's rows, its vectors becoming strays; return its generation."""
        row = connection.execute(
            "SELECT generation FROM documents WHERE policy_id = ?", (policy_id,)
        ).fetchone()
        keys = "(SELECT key FROM passages WHERE policy_id = ?)"
        connection.execute(
            "INSERT OR IGNORE INTO strays SELECT payer_id, vector_id FROM vectors "  # noqa: S608
            f"WHERE key IN {keys}",
            (policy_id,),
        )
        connection.execute(f"DELETE FROM words WHERE rowid IN {keys}", (policy_id,))  # noqa: S608
        for table in ("identifiers", "vectors"):
            connection.execute(f"DELETE FROM {table} WHERE key IN {keys}", (policy_id,))  # noqa: S608
        connection.execute("DELETE FROM passages WHERE policy_id = ?", (policy_id,))
        connection.execute("DELETE FROM documents WHERE policy_id = ?", (policy_id,))
        return int(row[0]) if row else 0

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as connection:
            connection.execute("BEGIN IMMEDIATE")
            with connection:
                yield connection

    @contextmanager
    def _connected(self, *, must_exist: bool = True) -> Iterator[sqlite3.Connection]:
        """The connection of the running thread; a broken file becomes `IndexUnavailable`."""
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


def _insert(connection: sqlite3.Connection, payer_id: str, each: Indexed) -> None:
    p = each.passage
    key = connection.execute(
        "INSERT INTO passages VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            *(p.policy_id, p.label, json.dumps(p.path), p.role.value, p.start, p.end, p.text),
            *(day.isoformat() if day else None for day in (p.valid_from, p.valid_to)),
            p.connective,
        ),
    ).lastrowid
    connection.execute(
        "INSERT INTO words (rowid, heading, wording) VALUES (?, ?, ?)",
        (key, each.heading, each.words),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO identifiers VALUES (?, ?)", [(i, key) for i in each.identifiers]
    )
    connection.executemany(
        "INSERT OR IGNORE INTO vectors VALUES (?, ?, ?)",
        [(vector_id, key, payer_id) for vector_id in each.vector_ids],
    )


def _passage(row: Sequence[Any]) -> Passage:
    policy_id, label, path, role, start, end, text, begins, ends, connective = row
    return Passage(
        policy_id=policy_id,
        label=label,
        path=tuple(json.loads(path)),
        role=Role(role),
        start=start,
        end=end,
        text=text,
        valid_from=date.fromisoformat(begins) if begins else None,
        valid_to=date.fromisoformat(ends) if ends else None,
        connective=connective,
    )
