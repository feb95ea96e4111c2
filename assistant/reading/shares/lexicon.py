"""The words of shares, looked up as phrases and forgiving a slip of the pen in the long ones."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA

WORDS = Path(__file__).with_name("words.toml")
_FORGIVEN = frozenset(
    {"bone", "joint", "bone_mark", "joint_mark", "plan", "percent", "points", "reduces", "about"}
)
_SHORTEST_FORGIVEN = 5


def words(listed: str) -> frozenset[str]:
    """The words of a line as a set."""
    return frozenset(listed.split())


@dataclass(frozen=True)
class Sense:
    """What a phrase means: the section of the word list and the name under it."""

    kind: str
    name: str


Phrases = dict[str, list[tuple[tuple[str, ...], Sense]]]


@cache
def phrases() -> Phrases:
    """Every phrase by its first word, longest first; the section that comes first wins."""
    found: dict[tuple[str, ...], Sense] = {}
    for kind, names in tomllib.loads(WORDS.read_text(encoding="utf-8")).items():
        for name, listed in names.items():
            for phrase in listed:
                found.setdefault(tuple(phrase.split()), Sense(kind, name))
    by_first: Phrases = {}
    for phrase, sense in found.items():
        by_first.setdefault(phrase[0], []).append((phrase, sense))
    for entries in by_first.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return by_first


@cache
def _forgiven_words() -> dict[str, list[str]]:
    """Long single words whose misspelling is understood, by first letter."""
    by_letter: dict[str, list[str]] = {}
    for word, entries in phrases().items():
        long_enough = len(word) >= _SHORTEST_FORGIVEN
        if long_enough and any(sense.kind in _FORGIVEN for _, sense in entries):
            by_letter.setdefault(word[0], []).append(word)
    return by_letter


@lru_cache(maxsize=20_000)
def spelled(word: str) -> str:
    """The listed word that this one is a slip of, or the word itself.

    >>> spelled("circumfrence"), spelled("humurus"), spelled("vortex")
    ('circumference', 'humerus', 'vortex')
    """
    if word in phrases():
        return word
    if word.endswith("'s"):
        return spelled(word.removesuffix("'s"))
    if len(word) < _SHORTEST_FORGIVEN:
        return word
    for listed in _forgiven_words().get(word[0], ()):
        allowed = 1 if min(len(word), len(listed)) < 9 else 2
        if OSA.distance(word, listed, score_cutoff=allowed) <= allowed:
            return listed
    return word


def longest_phrase(said: list[str]) -> tuple[Sense, int] | None:
    """The longest listed phrase that the words begin with, and how many words it takes."""
    for phrase, sense in phrases().get(said[0], ()):
        if tuple(said[: len(phrase)]) == phrase:
            return sense, len(phrase)
    return None
