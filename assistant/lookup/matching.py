"""How well the words of a question fit a passage: exact words, rare ones first, no score model."""

from __future__ import annotations

import math
import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path

from spacy.lang.en.stop_words import STOP_WORDS

from assistant.reading.language.words import normal_form

_WORDS = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?|\d+(?:[./]\d+)*(?:\s?%)?", re.UNICODE)
_BACK = re.compile(r"\bre-(?=[a-z])")
_SHARED = 6
"""Words of the same first six letters are kin: pancreas and pancreatic."""

IDLE = Path(__file__).with_name("idle_words.toml")


def content_words(text: str, without: Collection[str] = ()) -> list[str]:
    """The words of a text that carry meaning, in normal form, a percentage as one ("25%")."""
    words = []
    for match in _WORDS.finditer(_BACK.sub("re", text.lower().replace("percent", "%"))):
        word = match.group().replace(" ", "")
        form = word if word[0].isdigit() else normal_form(word)
        is_idle = word in STOP_WORDS or word in _idle() or form in without
        if not is_idle and (len(form) > 1 or form.isdigit()):
            words.append(form)
    return words


def names_of(text: str) -> frozenset[str]:
    """The words of a name, to be left out of a search among what bears that name."""
    return frozenset(normal_form(word) for word in re.findall(r"[A-Za-z]+", text))


def fits(texts: Sequence[str], asked: Iterable[str]) -> list[float]:
    """For each text, the summed rarity of the asked words it holds; 0 where it holds none."""
    held = [_words_of(text) for text in texts]
    counts = Counter(word for words in held for word in words)
    scores = []
    for words in held:
        total = 0.0
        for word in set(asked):
            kin = word if word in words else _kin(word, words)
            if kin:
                total += math.log(1 + len(texts) / counts[kin])
        scores.append(total)
    return scores


def holds(text: str, phrase: str) -> bool:
    """Whether a text speaks of a phrase: each of its words, or words kin to them."""
    words = _words_of(text)
    asked = content_words(phrase)
    return bool(asked) and all(word in words or _kin(word, words) for word in asked)


@lru_cache(maxsize=4096)
def _words_of(text: str) -> frozenset[str]:
    """The words of a document's text, kept because every question looks at the same ones."""
    return frozenset(content_words(text))


def _kin(word: str, words: Collection[str]) -> str:
    if len(word) < _SHARED:
        return ""
    return next((each for each in sorted(words) if each[:_SHARED] == word[:_SHARED]), "")


@cache
def _idle() -> frozenset[str]:
    return frozenset(tomllib.loads(IDLE.read_text(encoding="utf-8"))["words"])


_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z“])")
_NUMBERED = re.compile(r"(?:\b[A-Z]\.)+\d*\.?$|\b(?:[A-Z]|al|vs|Dr|e\.g|i\.e)\.$")


@cache
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a passage, each an exact substring; "I.G.9." ends none."""
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if _NUMBERED.search(text[start : end.start()]):
            continue
        found.append(text[start : end.start()])
        start = end.end()
    found.append(text[start:])
    return tuple(sentence for sentence in found if sentence.strip())
