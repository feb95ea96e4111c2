"""Which known word a misspelt one stands for, where only one can be meant.

Known are the words of all data that the reader holds, and ordinary English that lies within reach
of them (`slips.toml`). Only the former are ever put in a slip's place.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA

from assistant.reading.language.numerals import FRACTIONS, WORDS
from assistant.reading.language.words import normal_form
from terminology import spelling

_HERE = Path(__file__).parent
_READING = _HERE.parent
_WORD = re.compile(r"[a-z]+")
_SHORTEST, _SHORTEST_TYPED, _SHORTEST_PART, _LONG = 5, 4, 4, 8
_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_ALIKE = frozenset(map(frozenset, ("ck", "cs", "sz", "iy", "fv", "gj", "mn", "bp", "dt")))
_VOWELS = frozenset("aeiouy")
_ENDINGS = ("s", "es", "ed", "ing", "ly")


@lru_cache(maxsize=20_000)
def meant(typed: str) -> str | None:
    """The one word that a slip in lower case stands for; `None` for a word that is none.

    A slip that could stand for several words, or for one with a near miss, is left as it is.

    >>> meant("recurent"), meant("thgih"), meant("farmer"), meant("uretral")
    ('recurrent', 'thigh', None, None)
    """
    if typed in _slips():
        return _slips()[typed]
    if len(typed) < _SHORTEST_TYPED or is_known(typed):
        return None
    ranked: dict[int, set[str]] = {}
    for word in _within_one(typed):
        rank = _rank(typed, word)
        if rank is not None:
            ranked.setdefault(rank, set()).add(word)
    if not ranked:
        return None
    best = ranked[min(ranked)]
    near = set().union(*ranked.values())
    if min(ranked) > 0 and any(map(spelling.is_near_miss, (typed, *near))):
        return None
    if len({normal_form(word) for word in best}) > 1:
        return None
    return min(best, key=lambda word: (abs(len(word) - len(typed)), word))


@lru_cache(maxsize=20_000)
def run_together(typed: str) -> int | None:
    """Where a space is missing in a word that is none, if in one place only.

    >>> run_together("prostatecancer"), run_together("ofthe"), run_together("backbone")
    (8, 2, None)
    """
    if len(typed) < _SHORTEST or is_known(typed):
        return None
    places = [at for at in range(2, len(typed) - 1) if _are_words(typed[:at], typed[at:])]
    return places[0] if len(places) == 1 else None


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether the word, or an inflection of it, is spelled right as far as the reader knows."""
    if word in _words() or word in _ordinary():
        return True
    return any(_is_inflected(word, ending) for ending in _ENDINGS)


def is_read(word: str) -> bool:
    """Whether the reader's own data holds the word."""
    return word in _words()


def _is_inflected(word: str, ending: str) -> bool:
    """Whether the word is a known one with this ending: "spares", "planned", "biopsied"."""
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < _SHORTEST_TYPED - 1:
        return False
    whole = {stem, f"{stem}e"} if ending in {"ed", "es", "ing"} else {stem}
    if ending in {"ed", "ing"} and stem[-1] == stem[-2]:
        whole.add(stem[:-1])
    if ending in {"ed", "es"} and stem[-1] == "i":
        whole.add(f"{stem[:-1]}y")
    return not whole.isdisjoint(_words())


def _are_words(one: str, other: str) -> bool:
    joining = _joining()
    if one in joining and other in joining:
        return True
    return all(
        part in joining or (len(part) >= _SHORTEST_PART and part in _words())
        for part in (one, other)
    )


def _rank(typed: str, word: str) -> int | None:
    """How likely the slip is, 0 the likeliest; `None` where it is rather another word."""
    if sorted(typed) == sorted(word) or _squeezed(typed) == _squeezed(word):
        return 0
    if min(len(typed), len(word) - 1) < _SHORTEST_TYPED:
        return None
    if len(typed) != len(word):
        return 1
    if len(typed) < _SHORTEST or typed[0] != word[0]:
        return None
    pair = next((a, b) for a, b in zip(typed, word, strict=True) if a != b)
    if _is_beside(*pair) or frozenset(pair) in _ALIKE or _VOWELS.issuperset(pair):
        return 2
    return 3 if len(word) >= _LONG else None


def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


@cache
def _is_beside(one: str, other: str) -> bool:
    """Whether two letters are neighbours on the keyboard."""
    place = {key: (row, at) for row, keys in enumerate(_KEYS) for at, key in enumerate(keys)}
    (row, at), (other_row, other_at) = place[one], place[other]
    return abs(row - other_row) <= 1 and abs(at - other_at) <= 1


def _within_one(typed: str) -> Iterator[str]:
    """Words one slip away: same first letter, or the first two letters changed places."""
    near = set().union(*(_by_remainder().get(rest, ()) for rest in _remainders(typed)))
    for word in near:
        starts_alike = word[0] == typed[0] or word[:2] == typed[1::-1]
        if starts_alike and OSA.distance(typed, word, score_cutoff=1) <= 1:
            yield word


def _remainders(word: str) -> Iterator[str]:
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


@cache
def _by_remainder() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for word in sorted(_words()):
        if len(word) >= _SHORTEST_TYPED and word not in _slips():
            for rest in set(_remainders(word)):
                found.setdefault(rest, []).append(word)
    return {rest: tuple(words) for rest, words in found.items()}


@cache
def _words() -> frozenset[str]:
    """The words of the reader's data, of the terminology and of numbers."""
    written = {word for text in _texts() for word in _WORD.findall(text.lower())}
    numbers = {word for words in (WORDS, FRACTIONS) for word in words}
    return frozenset(written | numbers | {w for w in spelling.vocabulary() if w.isalpha()}) - set(
        _slips()
    )


def _texts() -> Iterator[str]:
    for path in sorted(_READING.rglob("*.toml")):
        if path.name != "slips.toml":
            yield from _strings(tomllib.loads(path.read_text(encoding="utf-8")))


def _strings(read: Any) -> Iterator[str]:
    if isinstance(read, str):
        yield read
    elif isinstance(read, dict | list):
        for one in read.values() if isinstance(read, dict) else read:
            yield from _strings(one)


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads((_HERE / "slips.toml").read_text(encoding="utf-8"))


@cache
def _slips() -> dict[str, str]:
    return {typed: word for word, slips in _read()["slips"].items() for typed in slips.split()}


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(_read()["ordinary"].split()) | spelling.known_words()


@cache
def _joining() -> frozenset[str]:
    return frozenset(_read()["joining"].split())
