"""Misspelt terms: corrected where one term is meant beyond doubt, never between near misses.

Words of ordinary English that resemble a term are listed in `spelling.toml` and left alone.
"""

from __future__ import annotations

import tomllib
from enum import IntEnum
from functools import cache
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from terminology.entries import terms
from terminology.wording import phrase, singular_candidates

_SHORTEST = 5
_LONG = 10


class Misspelling(IntEnum):
    """How much of a correction a word is."""

    NONE = 0
    SLIGHT = 1  # one slip, one possible meaning
    DOUBTFUL = 2  # two slips, or a near miss of another term


@cache
def vocabulary() -> frozenset[str]:
    """Every word of every term."""
    return frozenset(word for term in terms() for word in phrase(term.text))


@cache
def known_words() -> frozenset[str]:
    """Words that are spelled right: those of the terms and the ordinary ones beside them."""
    return vocabulary() | _listed("ordinary")


def is_near_miss(word: str) -> bool:
    """Whether a letter or two make the word another term: a correction to it is to be confirmed."""
    return word in _listed("near_misses")


def corrected(word: str) -> tuple[str, Misspelling]:
    """The term's word that a misspelt one stands for, or the word itself.

    >>> corrected("bladdr")
    ('bladder', <Misspelling.SLIGHT: 1>)
    >>> corrected("breath")
    ('breath', <Misspelling.NONE: 0>)
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in _listed("ordinary"):
        return word, Misspelling.NONE
    bucket = _by_first_letter().get(word[0], ())
    reach = 1 if len(word) < 8 else 2 if len(word) < 14 else 3
    near = process.extract(word, bucket, scorer=OSA.distance, score_cutoff=reach, limit=3)
    if not near:
        return word, Misspelling.NONE
    best, distance, _ = near[0]
    rivals = {other for other, far, _ in near[1:] if far == distance and not _same(best, other)}
    if rivals:
        return word, Misspelling.NONE
    is_slight = distance == 1 or (distance == 2 and len(best) > _LONG)
    is_slight = is_slight and not is_near_miss(best)
    return best, Misspelling.SLIGHT if is_slight else Misspelling.DOUBTFUL


def _same(one: str, other: str) -> bool:
    return one in singular_candidates(other) or other in singular_candidates(one)


@cache
def _by_first_letter() -> dict[str, tuple[str, ...]]:
    buckets: dict[str, list[str]] = {}
    for word in sorted(vocabulary() | _listed("beside")):
        if len(word) >= _SHORTEST and word.isalpha() and word not in _listed("generic"):
            buckets.setdefault(word[0], []).append(word)
    return {letter: tuple(words) for letter, words in buckets.items()}


@cache
def _listed(name: str) -> frozenset[str]:
    path = Path(__file__).with_name("spelling.toml")
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))[name].split())
