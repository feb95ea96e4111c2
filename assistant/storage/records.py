"""What the store gives and takes: plain records, no database in them."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

JsonObject = dict[str, Any]
"""A JSON object: whatever `json.dumps` writes. The store keeps it without looking inside."""


def new_id() -> str:
    """Make an id that cannot be guessed: 128 bits, 22 characters that are safe in a URL.

    >>> len(new_id())
    22
    """
    return secrets.token_urlsafe(16)


@dataclass(frozen=True)
class Conversation:
    """A conversation as it stood when it was read.

    `version` counts its turns; `Store.append_turn` refuses to write over a newer one. `pending` is
    the name of the fact that was asked for last.
    """

    id: str
    created_at: datetime
    version: int = 0
    payer_id: str | None = None
    date_of_service: date | None = None
    ledger: JsonObject | None = None
    pending: str | None = None
    owner: str | None = None


@dataclass(frozen=True)
class Turn:
    """One message and the answer that was given to it; `seq` counts from 1."""

    id: str
    conversation_id: str
    seq: int
    message: str
    answer: JsonObject
    created_at: datetime


@dataclass(frozen=True)
class SavedDetermination:
    """A determination with all that is needed to compute it again.

    `rules_digest` names the state of the rules that gave `result`. One that was made in a
    conversation is deleted with it.
    """

    id: str
    policy_id: str
    date_of_service: date
    facts: JsonObject
    codes: list[JsonObject]
    rules_digest: str
    result: JsonObject
    conversation_id: str | None = None
