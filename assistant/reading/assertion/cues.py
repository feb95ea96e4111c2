"""The cues of `cues.toml`: words that negate, doubt, date, suppose or move to a relative."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from spacy.matcher import PhraseMatcher
from spacy.tokens import Span

from assistant.reading.language.tokens import phrase_pattern
from assistant.reading.language.vocabulary import spelled_out

_READ = tomllib.loads(Path(__file__).with_name("cues.toml").read_text(encoding="utf-8"))

CLOSERS = frozenset(_READ["closers"])
"""Words that begin no object of a participle before them."""

INSERTS = frozenset(_READ["inserts"])
"""Words that open a phrase put in between commas, explaining what stands before it."""


@dataclass(frozen=True)
class Cue:
    """A set of phrases with one meaning and one scope; the fields are explained in the data."""

    kinds: tuple[str, ...]
    direction: str
    phrases: tuple[str, ...]
    carries: str = "none"
    crosses_commas: bool = False
    reach: int = 25
    closes: bool = False
    as_written: bool = False
    near: int = 5
    unless_after: frozenset[str] = field(default_factory=frozenset)
    unless_before: frozenset[str] = field(default_factory=frozenset)
    needs_after: frozenset[str] = field(default_factory=frozenset)
    then: frozenset[str] = field(default_factory=frozenset)
    dismissed: frozenset[str] = field(default_factory=frozenset)
    let_go: frozenset[str] = field(default_factory=frozenset)


@dataclass(frozen=True)
class Stop:
    """A set of phrases that end the scope of the kinds named."""

    kinds: frozenset[str]
    phrases: tuple[str, ...]
    as_written: bool = False

    def ends_here(self, words: Span) -> bool:
        """Whether the words, found by normal form, are written so that they end a scope."""
        return not self.as_written or words.text.lower() in self.phrases


@dataclass(frozen=True)
class Lexicon:
    """All cues and stops, and the matcher that finds them as "cue 3" or "stop 0"."""

    matcher: PhraseMatcher
    cues: tuple[Cue, ...]
    stops: tuple[Stop, ...]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The cue list, read once."""
    read = _READ
    cues = tuple(_cue(entry) for entry in read["cue"])
    stops = tuple(
        Stop(frozenset(entry["kinds"]), _phrases(entry), entry.get("as_written", False))
        for entry in read["stop"]
    )
    groups = {
        "cue": [cue.phrases for cue in cues],
        "stop": [stop.phrases for stop in stops],
        "silent": [entry["phrases"] for entry in read["silent"]],
    }
    matcher: PhraseMatcher | None = None
    for group, lists in groups.items():
        for index, phrases in enumerate(lists):
            patterns = [phrase_pattern(phrase) for phrase in phrases]
            matcher = matcher or PhraseMatcher(patterns[0].vocab, attr="NORM")
            matcher.add(f"{group} {index}", patterns)
    if matcher is None:
        raise ValueError("cues.toml holds no phrase: restore the cue list.")
    return Lexicon(matcher, cues, stops)


def _phrases(entry: dict[str, Any]) -> tuple[str, ...]:
    return tuple(spelled_out(entry["phrases"], _READ["vocabulary"]))


def _cue(entry: dict[str, Any]) -> Cue:
    read: dict[str, Any] = entry | {
        "kinds": tuple(entry["kinds"]),
        "phrases": _phrases(entry),
    }
    for name in ("unless_after", "unless_before", "needs_after", "then", "dismissed", "let_go"):
        read[name] = frozenset(phrase_pattern(word)[0].norm_ for word in entry.get(name, ()))
    return Cue(**read)
