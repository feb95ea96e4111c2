"""Gold conversations: what a user says, and what the answer to the last turn must give."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rules.determination import CodeStatus, Outcome

HALVES = ("tuning", "held_back")

_LISTS = ("quotes", "asks", "not_asks", "says", "never")
_FIELDS = {"id", "payer", "dos", "turns", "outcome", "codes", "hard", "half", *_LISTS}
_OUTCOMES = {*(outcome.value for outcome in Outcome), None}
_STATUSES = {status.value for status in CodeStatus}


class MalformedSet(ValueError):
    """A line of a set is no conversation; the message names file, line and reason."""


@dataclass(frozen=True)
class Conversation:
    """One gold conversation; every expectation speaks of the last answer only.

    `outcomes` holds the accepted outcomes, `None` for a look-up: mostly one, several where no
    confident answer may come but which of the cautious ones is open. `quotes` are exact
    substrings of some citation or notice; `asks`, `not_asks`, `says` and `never` are regexes.
    `half` is empty in a set that is not divided.
    """

    id: str
    turns: tuple[str, ...]
    outcomes: tuple[str | None, ...]
    payer: str | None = None
    dos: str | None = None
    quotes: tuple[str, ...] = ()
    asks: tuple[str, ...] = ()
    not_asks: tuple[str, ...] = ()
    says: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)
    hard: bool = False
    half: str = ""


@dataclass(frozen=True)
class ConversationSet:
    """The conversations of one file; `is_own` marks the project's own, which gate."""

    name: str
    conversations: tuple[Conversation, ...]
    is_own: bool


def half_of(conversation_id: str) -> str:
    """The half a conversation belongs to: drawn from its id, so that it never moves.

    >>> half_of("num-01") in HALVES
    True
    """
    return HALVES[hashlib.sha256(conversation_id.encode()).digest()[0] % 2]


def read_set(path: Path, *, is_own: bool) -> ConversationSet:
    """Read a JSONL file; raises `MalformedSet` on the first line that does not fit."""
    conversations = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        try:
            conversations.append(_conversation(json.loads(line)))
        except (ValueError, KeyError, TypeError) as error:
            raise MalformedSet(f"{path.name}, line {number}: {error}") from error
    twice = _repeated(conversation.id for conversation in conversations)
    if twice:
        raise MalformedSet(f"{path.name}: the ids {sorted(twice)} appear more than once.")
    return ConversationSet(path.stem, tuple(conversations), is_own)


def own_sets(folder: Path) -> tuple[ConversationSet, ...]:
    """The project's own sets, one a theme, in the order of their names."""
    return tuple(read_set(path, is_own=True) for path in sorted(folder.glob("*.jsonl")))


def _conversation(line: Mapping[str, object]) -> Conversation:
    unknown = set(line) - _FIELDS
    if unknown:
        raise ValueError(f"unknown fields {sorted(unknown)}")
    turns = _strings(line["turns"])
    if not turns:
        raise ValueError("a conversation needs a turn")
    lists = {name: _strings(line.get(name, [])) for name in _LISTS}
    dos = _text_or_none(line.get("dos"))
    if dos is not None:
        date.fromisoformat(dos)
    half = str(line.get("half", ""))
    if half not in {"", *HALVES}:
        raise ValueError(f"half {half!r} is none of {HALVES}")
    return Conversation(
        id=str(line["id"]),
        turns=turns,
        outcomes=_outcomes(line["outcome"]),
        payer=_text_or_none(line.get("payer")),
        dos=dos,
        codes=_codes(line.get("codes", {})),
        hard=bool(line.get("hard", False)),
        half=half,
        **lists,
    )


def _outcomes(stated: object) -> tuple[str | None, ...]:
    outcomes = tuple(stated) if isinstance(stated, list) else (stated,)
    if not outcomes or not set(outcomes) <= _OUTCOMES:
        raise ValueError(f"outcome {stated!r} is none of {sorted(filter(None, _OUTCOMES))} or null")
    return outcomes


def _codes(stated: object) -> dict[str, str]:
    if not isinstance(stated, dict) or not set(stated.values()) <= _STATUSES:
        raise ValueError(f"codes {stated!r} must map a code to one of {sorted(_STATUSES)}")
    return {str(code): str(status) for code, status in stated.items()}


def _strings(stated: object) -> tuple[str, ...]:
    if not isinstance(stated, list) or not all(isinstance(item, str) and item for item in stated):
        raise ValueError(f"{stated!r} is no list of texts")
    return tuple(stated)


def _text_or_none(stated: object) -> str | None:
    if stated is not None and not isinstance(stated, str):
        raise ValueError(f"{stated!r} is neither text nor null")
    return stated


def _repeated(ids: Iterable[str]) -> set[str]:
    seen: set[str] = set()
    return {one for one in ids if one in seen or seen.add(one)}  # type: ignore[func-returns-value]
