"""Slips in words too short to be told by themselves, and in the words that negate.

A missed negation turns a fact over, so every change of two neighbouring letters in one is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from assistant.reading.mending.vocabulary import ordinary_words, slips_listed, written_words
from terminology import spelling

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SHORT = 4


def contraction_meant(typed: str) -> str | None:
    """The negation whose apostrophe slipped to another place or another key.

    >>> contraction_meant("is'nt"), contraction_meant("hans't"), contraction_meant("isn't")
    ("isn't", "hasn't", None)
    """
    letters = re.sub("[^a-z]", "", typed)
    word = slips_of_short_words().get(letters, letters)
    written = f"{word[:-1]}'t"
    return written if word in _contracted() and written != typed else None


@cache
def slips_of_short_words() -> dict[str, str]:
    """Each slip in such a word, and the one word that it stands for."""
    listed = {
        typed: word for word, slips in slips_listed()["slips"].items() for typed in slips.split()
    }
    negations = (*slips_listed()["negating"].split(), *_contracted())
    told = [(slip, word) for word in negations for slip in _with_letters_swapped(word)]
    told += [(word[:-1], word) for word in _contracted() if len(word) > _SHORT]
    told += [
        (slip, word)
        for word in slips_listed()["slips"]
        if len(word) == _SHORT and word in spelling.vocabulary()
        for slip in _with_a_neighbouring_key(word)
    ]
    words: dict[str, set[str]] = {}
    for slip, word in told:
        if slip not in ordinary_words() and slip not in written_words():
            words.setdefault(slip, set()).add(word)
    return {slip: min(fits) for slip, fits in words.items() if len(fits) == 1} | listed


def _with_letters_swapped(word: str) -> Iterator[str]:
    for at in range(len(word) - 1):
        if word[at] != word[at + 1]:
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _with_a_neighbouring_key(word: str) -> Iterator[str]:
    for at in range(1, len(word)):
        for key in "".join(_KEYS):
            if key != word[at] and is_beside(key, word[at]):
                yield word[:at] + key + word[at + 1 :]


@cache
def _contracted() -> frozenset[str]:
    return frozenset(slips_listed()["contracted"].split())


@cache
def is_beside(one: str, other: str) -> bool:
    """Whether two letters are neighbours on the keyboard."""
    place = {key: (row, at) for row, keys in enumerate(_KEYS) for at, key in enumerate(keys)}
    (row, at), (other_row, other_at) = place[one], place[other]
    return abs(row - other_row) <= 1 and abs(at - other_at) <= 1
