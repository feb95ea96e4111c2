"""Patterns: which concepts, said together, state which fact. Data in `facts/*.toml`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path
from typing import Any

from assistant.reading.language.vocabulary import spelled_out
from assistant.reading.statements.phrases import Concepts, load_tables

Value = bool | str


@dataclass(frozen=True)
class Pattern:
    """One way to state a fact.

    `all` are the concepts that must be said, `ordered` in this order, with at most `gap` content
    words between neighbours, `within` one clause, one sentence, two neighbouring sentences
    ("pair") or the message. `value` is stated when they are affirmed and `negated` when one of
    the concepts in `polarity` (all, if empty) is negated; where either is absent nothing is.
    The other concepts must not be negated on their own. `deaf` patterns heed no negation: their
    words hold it.
    `unless` are concepts that, said within the same bounds, mean something else; those of
    `unless_near` only within two content words of the ones found; `where` one that
    must be said anywhere in the message, or be known of the tumor's site. `echoed` is one of `all`
    whose word must be said again elsewhere. `past` patterns speak of the past, so a mark of the
    past casts no doubt; `now` patterns speak of what is planned, so one takes the statement away.
    `told` and `untold` name a fact that must or must not be known as true.
    `doubt` and `doubt_negated` say what is doubtful; `sure_when_asked` lifts that doubt where the
    fact was just asked for.
    """

    fact: str
    all: tuple[str, ...]
    value: Value | None = None
    negated: Value | None = None
    within: str = "clause"
    gap: int = 99
    ordered: bool = False
    polarity: tuple[str, ...] = ()
    deaf: bool = False
    unless: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    where: str = ""
    echoed: str = ""
    past: bool = False
    now: bool = False
    told: str = ""
    untold: str = ""
    doubt: str = ""
    doubt_negated: str = ""
    sure_when_asked: bool = False

    def __post_init__(self) -> None:
        """Refuse a pattern that could state nothing or names unknown bounds."""
        if not self.all or self.value is self.negated is None:
            raise ValueError(f"A pattern for {self.fact} states nothing: give all and a value.")
        if self.within not in {"clause", "sentence", "pair", "message"}:
            raise ValueError(f"A pattern for {self.fact} is within {self.within!r}: no such bound.")


@lru_cache(maxsize=1)
def lexicon() -> tuple[Concepts, tuple[Pattern, ...]]:
    """The concepts and patterns of all facts, read once; earlier patterns of a fact go first."""
    tables = load_tables(Path(__file__).with_name("facts"))
    vocabulary = _declared(tables, "vocabulary")
    phrases = {
        name: spelled_out(words, vocabulary) for name, words in _declared(tables, "concept").items()
    }
    decoys = spelled_out(_listed(tables, "decoys"), vocabulary)
    side_decoys = spelled_out(_listed(tables, "side_decoys"), vocabulary)
    patterns = tuple(_pattern(entry) for entry in _listed(tables, "pattern"))
    named = {
        name
        for pattern in patterns
        for name in (*pattern.all, *pattern.unless, *pattern.unless_near)
    }
    named |= {pattern.where for pattern in patterns} - {""}
    if named - phrases.keys():
        raise ValueError(
            f"Patterns name concepts without phrases: {sorted(named - phrases.keys())}"
        )
    return Concepts(phrases, decoys, side_decoys), patterns


def _declared(tables: list[dict[str, Any]], kind: str) -> dict[str, list[str]]:
    """The word lists of this kind of all tables, each name declared once."""
    lists: dict[str, list[str]] = {}
    for table in tables:
        for name, words in table.get(kind, {}).items():
            if name in lists:
                raise ValueError(
                    f"The {kind} {name} is declared twice: give one of them another name."
                )
            lists[name] = words
    return lists


def _listed(tables: list[dict[str, Any]], kind: str) -> list[Any]:
    return list(chain.from_iterable(table.get(kind, ()) for table in tables))


def _pattern(entry: dict[str, Any]) -> Pattern:
    lists = {key: tuple(value) for key, value in entry.items() if isinstance(value, list)}
    return Pattern(**(entry | lists))
