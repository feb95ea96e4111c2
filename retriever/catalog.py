"""The catalog: which passages are current, and their words and identifiers, in one SQLite file.

The catalog is the only authority. A vector that it does not name is never shown, so a document
changes for readers in the one transaction that changes it here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from retriever.catalog_file import CatalogFile
from retriever.filters import Filters
from retriever.passages import Passage, Role

_COLUMNS = (
    "p.policy_id, p.label, p.path, p.role, p.start, p.end, p.text, p.valid_from, p.valid_to, "
    "p.connective"
)
_KEPT = 64  # policies whose passages stay in memory


class Catalog:
    """One catalog; safe to read from several threads at a time."""

    def __init__(self, path: Path) -> None:
        self.file = CatalogFile(path)
        self._read_once: dict[str, tuple[str, tuple[Passage, ...]]] = {}

    def fingerprints(self) -> dict[str, str]:
        """What each document's index was made from, by policy id."""
        with self.file.reading() as connection:
            return dict(connection.execute("SELECT policy_id, fingerprint FROM documents"))

    def passages(self, policy_id: str) -> tuple[Passage, ...]:
        """The current passages of a policy in reading order; none for one not indexed."""
        with self.file.reading() as connection:
            row = connection.execute(
                "SELECT fingerprint FROM documents WHERE policy_id = ?", (policy_id,)
            ).fetchone()
            if row is None:
                return ()
            known = self._read_once.get(policy_id)
            if known is not None and known[0] == row[0]:
                return known[1]
            rows = connection.execute(
                f"SELECT {_COLUMNS} FROM passages p WHERE policy_id = ? ORDER BY start",  # noqa: S608
                (policy_id,),
            )
            passages = tuple(_passage(each) for each in rows)
        if len(self._read_once) >= _KEPT:
            self._read_once.clear()
        self._read_once[policy_id] = (row[0], passages)
        return passages

    def fetch(self, keys: Iterable[int]) -> dict[int, Passage]:
        """Passages by key; keys of passages no longer current are left out."""
        wanted = list(keys)
        with self.file.reading() as connection:
            rows = connection.execute(
                f"SELECT p.key, {_COLUMNS} FROM passages p "  # noqa: S608
                "WHERE p.key IN (SELECT value FROM json_each(?))",
                (json.dumps(wanted),),
            )
            return {key: _passage(each) for key, *each in rows}

    def identified(self, identifier: str, filters: Filters) -> list[int]:
        """Keys of the passages that an identifier names, in reading order."""
        condition, parameters = filters.sql()
        with self.file.reading() as connection:
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
        with self.file.reading() as connection:
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
        with self.file.reading() as connection:
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
        with self.file.reading() as connection:
            rows = connection.execute(
                "SELECT DISTINCT vector_id FROM vectors WHERE payer_id = ?", (payer_id,)
            )
            return frozenset(each for (each,) in rows)


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
