"""Which known word a misspelt one stands for, where only one can be meant.

Known are the words of all data that the reader holds, and ordinary English that lies within reach
of them (`slips.toml`). Only the former are ever put in a slip's place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from assistant.reading.language.words import normal_form
from assistant.reading.mending.known import is_known, is_read_in_some_form, read_words
from assistant.reading.mending.short_words import is_beside, slips_of_short_words
from assistant.reading.mending.vocabulary import joining_words
from terminology import spelling

_SHORTEST, _SHORTEST_TYPED, _SHORTEST_PART, _LONG = 5, 4, 4, 8
_ALIKE = frozenset(map(frozenset, ("ck", "cs", "sz", "iy", "fv", "gj", "mn", "bp", "dt")))
_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=20_000)
def meant(typed: str) -> str | None:
    """The one word that a slip in lower case stands for; `None` for a word that is none.

    A slip that could stand for several words, or for one with a near miss, is left as it is.

    >>> meant("recurent"), meant("thgih"), meant("farmer"), meant("uretral")
    ('recurrent', 'thigh', None, None)
    """
    if typed in slips_of_short_words():
        return slips_of_short_words()[typed]
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


def _are_words(one: str, other: str) -> bool:
    joining = joining_words()
    if one in joining and other in joining:
        return True
    return all(
        part in joining or (len(part) >= _SHORTEST_PART and is_read_in_some_form(part))
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
    if is_beside(*pair) or frozenset(pair) in _ALIKE or _VOWELS.issuperset(pair):
        return 2
    return 3 if len(word) >= _LONG else None


def _squeezed(word: str) -> str:
    return re.sub(r"(.)\1", r"\1", word)


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
    for word in sorted(read_words()):
        if len(word) >= _SHORTEST_TYPED:
            for rest in set(_remainders(word)):
                found.setdefault(rest, []).append(word)
    return {rest: tuple(words) for rest, words in found.items()}
