"""Filters of a search: which passages may be found at all, decided before any ranking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from retriever.passages import Role


@dataclass(frozen=True)
class Filters:
    """Payers, policies, roles and a date of service; an empty one lets everything through."""

    payers: frozenset[str] = frozenset()
    policies: frozenset[str] = frozenset()
    roles: frozenset[Role] = frozenset()
    as_of: date | None = None

    def sql(self) -> tuple[str, list[str]]:
        """The condition on the catalog's `current p`, and its parameters."""
        conditions = ["1"]
        parameters: list[str] = []
        for column, allowed in (
            ("p.payer_id", self.payers),
            ("p.policy_id", self.policies),
            ("p.role", self.roles),
        ):
            if allowed:
                conditions.append(f"{column} IN ({', '.join('?' * len(allowed))})")
                parameters += sorted(str(each) for each in allowed)
        if self.as_of is not None:
            conditions.append("(p.valid_from IS NULL OR p.valid_from <= ?)")
            conditions.append("(p.valid_to IS NULL OR ? < p.valid_to)")
            parameters += [self.as_of.isoformat()] * 2
        return " AND ".join(conditions), parameters
