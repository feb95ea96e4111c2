"""Vocabularies: lists of words that many phrases share, written once and named in braces.

"{fit} for {an_operation}" stands for every phrase made of a word of each list; a list may name
others in turn. So a new word for "operation" is added in one place.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

_NAMED = re.compile(r"\{(\w+)\}")


def spelled_out(phrases: Iterable[str], vocabulary: Mapping[str, Iterable[str]]) -> list[str]:
    """The phrases with every list they name replaced by each of its words, in order.

    >>> spelled_out(["{fit} for surgery"], {"fit": ["fit", "{good} enough"], "good": ["well"]})
    ['fit for surgery', 'well enough for surgery']
    """
    return list(dict.fromkeys(each for phrase in phrases for each in _each(phrase, vocabulary)))


def _each(phrase: str, vocabulary: Mapping[str, Iterable[str]]) -> Iterator[str]:
    named = _NAMED.search(phrase)
    if named is None:
        yield phrase
        return
    if named[1] not in vocabulary:
        raise ValueError(f"{phrase!r} names no vocabulary: declare {named[1]} in vocabulary.toml.")
    for word in vocabulary[named[1]]:
        yield from _each(phrase[: named.start()] + word + phrase[named.end() :], vocabulary)
