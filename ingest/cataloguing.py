"""Writing the catalog: a document's passages change in one transaction, or not at all."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass

from retriever.catalog import Catalog
from retriever.passages import Passage


@dataclass(frozen=True)
class Indexed:
    """A passage with all it is found by: words, identifiers, and its vectors' ids."""

    passage: Passage
    heading: str
    words: str
    identifiers: tuple[str, ...]
    vector_ids: tuple[str, ...]


class Cataloguer:
    """The writer of one catalog, making its file where there is none."""

    def __init__(self, catalog: Catalog) -> None:
        self._file = catalog.file
        self._file.create()

    def strays(self) -> dict[str, list[str]]:
        """Vectors that may be stored without being current, by payer."""
        found: dict[str, list[str]] = {}
        with self._file.reading() as connection:
            for payer, vector in connection.execute(
                "SELECT payer_id, vector_id FROM strays s WHERE NOT EXISTS (SELECT 1 FROM vectors "
                "v WHERE v.vector_id = s.vector_id AND v.payer_id = s.payer_id)"
            ):
                found.setdefault(payer, []).append(vector)
        return found

    def announce(self, payer_id: str, vector_ids: Iterable[str]) -> None:
        """Note vectors that are about to be stored, so that a broken run leaves none unknown."""
        rows = [(payer_id, each) for each in vector_ids]
        with self._file.writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO strays VALUES (?, ?)", rows)

    def has_notes(self) -> bool:
        """Whether any vector was announced and not settled since."""
        with self._file.reading() as connection:
            return connection.execute("SELECT 1 FROM strays LIMIT 1").fetchone() is not None

    def forget_strays(self) -> None:
        """Drop the note of vectors that are now current or deleted."""
        with self._file.writing() as connection:
            connection.execute("DELETE FROM strays")

    def replace(
        self, policy_id: str, payer_id: str, fingerprint: str, passages: Iterable[Indexed]
    ) -> None:
        """Put a document's passages in the place of its former ones, in one transaction."""
        with self._file.writing() as connection:
            self._clear(connection, policy_id)
            connection.execute(
                "INSERT INTO documents VALUES (?, ?, ?)", (policy_id, payer_id, fingerprint)
            )
            for each in passages:
                _insert(connection, payer_id, each)

    def remove(self, policy_id: str) -> None:
        """Take a document out, in one transaction."""
        with self._file.writing() as connection:
            self._clear(connection, policy_id)

    @staticmethod
    def _clear(connection: sqlite3.Connection, policy_id: str) -> None:
        """Delete a document's rows; its vectors become strays."""
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
