"""Which words are spelled right as far as the reader knows."""

from __future__ import annotations

from functools import cache, lru_cache

from assistant.reading.mending.short_words import slips_of_short_words
from assistant.reading.mending.vocabulary import ordinary_words, written_words

_SHORTEST_STEM = 3
_ENDINGS = ("s", "es", "ed", "ing", "ly")


@lru_cache(maxsize=20_000)
def is_known(word: str) -> bool:
    """Whether the word, or an inflection of it, is spelled right as far as the reader knows."""
    return word in ordinary_words() or is_read_in_some_form(word)


def is_read_in_some_form(word: str) -> bool:
    """Whether the reader's own data holds the word or one that it is an inflection of."""
    return word in read_words() or any(_is_inflected(word, ending) for ending in _ENDINGS)


def is_read(word: str) -> bool:
    """Whether the reader's own data holds the word."""
    return word in read_words()


def _is_inflected(word: str, ending: str) -> bool:
    """Whether the word is a known one with this ending: "spares", "planned", "biopsied"."""
    stem = word.removesuffix(ending)
    if stem == word or len(stem) < _SHORTEST_STEM:
        return False
    whole = {stem, f"{stem}e"} if ending in {"ed", "es", "ing"} else {stem}
    if ending in {"ed", "ing"} and stem[-1] == stem[-2]:
        whole.add(stem[:-1])
    if ending in {"ed", "es"} and stem[-1] == "i":
        whole.add(f"{stem[:-1]}y")
    return not whole.isdisjoint(read_words())


@cache
def read_words() -> frozenset[str]:
    """The words that may be put in a slip's place: all of the data but listed slips."""
    return written_words() - set(slips_of_short_words())
