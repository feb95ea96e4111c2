"""Concepts: sets of phrases that say the same, found in a message whatever their small words.

Phrases are compared by normal form, with articles, hyphens and quotation marks left out, and with
single slips in long words repaired. A decoy is a phrase that contains a concept's words and means
something else ("prior authorization"); what lies inside a decoy is not found. A side decoy takes
away only the side: the right of "right axilla" isn't that of a breast, its axilla still counts.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from rapidfuzz.distance import OSA
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from assistant.reading.language.tokens import NEVER_REPAIRED, SILENT, phrase_pattern, side_meant

_LONG = 6  # normal forms shorter than this are never repaired
_DECOY, _SIDE_DECOY = "decoy", "side decoy"
_SIDES = frozenset(("left", "right"))
_MOST_REPAIRS = 10_000  # remembered, so that a long-lived service does not grow


@dataclass(frozen=True)
class Said:
    """A concept said with the words `message[start:end]`; `at` and `to` count content words."""

    concept: str
    at: int
    to: int
    start: int
    end: int


@dataclass(frozen=True)
class Content:
    """The content words of a message, and for each its token's place in the Doc."""

    words: tuple[str, ...]
    tokens: tuple[int, ...]


class Concepts:
    """All concepts of the reading's data, ready to be found in a message."""

    def __init__(
        self,
        phrases: Mapping[str, Iterable[str]],
        decoys: Iterable[str],
        side_decoys: Iterable[str] = (),
    ) -> None:
        self._sources = {**phrases, _DECOY: decoys, _SIDE_DECOY: side_decoys}

    def said_in(self, doc: Doc) -> tuple[Content, dict[str, list[Said]]]:
        """Every concept said, in order of place; of two overlapping ways to say it the longer."""
        content = _content(doc)
        words = tuple(map(self._repaired, content.words))
        if not words:
            return content, {}
        found = self._matcher(Doc(doc.vocab, words=list(words)))
        names = doc.vocab.strings
        spans = [(names[key], start, end) for key, start, end in found]
        decoys = [(start, end) for name, start, end in spans if name == _DECOY]
        of_sides = [(start, end) for name, start, end in spans if name == _SIDE_DECOY]
        said: dict[str, list[Said]] = {}
        for name, at, to in sorted(spans, key=lambda span: (span[1] - span[2], span[1])):
            hiding = (*decoys, *of_sides) if name in _SIDES else decoys
            hidden = any(_hides(decoy, (at, to)) for decoy in hiding)
            taken = any(other.at < to and at < other.to for other in said.get(name, ()))
            if name not in {_DECOY, _SIDE_DECOY} and not hidden and not taken:
                first, last = doc[content.tokens[at]], doc[content.tokens[to - 1]]
                here = Said(name, at, to, first.idx, last.idx + len(last))
                said.setdefault(name, []).append(here)
        for spoken in said.values():
            spoken.sort(key=lambda one: one.at)
        return content, said

    @property
    def phrase_count(self) -> int:
        """How many phrases a message is searched for."""
        return sum(map(len, self._phrases.values()))

    @cached_property
    def _phrases(self) -> dict[str, list[tuple[str, ...]]]:
        return {
            name: [words for phrase in phrases for words in _variants(phrase)]
            for name, phrases in self._sources.items()
        }

    @cached_property
    def _matcher(self) -> PhraseMatcher:
        vocab = phrase_pattern("").vocab
        matcher = PhraseMatcher(vocab, attr="ORTH")
        for name, phrases in self._phrases.items():
            matcher.add(name, [Doc(vocab, words=list(words)) for words in phrases])
        return matcher

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(
            word for phrases in self._phrases.values() for words in phrases for word in words
        )

    @cached_property
    def _proper(self) -> frozenset[str]:
        return self._known | NEVER_REPAIRED

    @cached_property
    def _repairable(self) -> dict[str, tuple[str, ...]]:
        by_letter: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= _LONG and word.isalpha():
                by_letter.setdefault(word[0], []).append(word)
        return {letter: tuple(words) for letter, words in by_letter.items()}

    @cached_property
    def _repairs(self) -> dict[str, str]:
        return {}

    def _repaired(self, word: str) -> str:
        if len(word) < _LONG or not word.isalpha() or word in self._proper:
            return word
        if word not in self._repairs:
            near = (
                known
                for known in self._repairable.get(word[0], ())
                if OSA.distance(word, known, score_cutoff=1) <= 1
            )
            repaired = next(near, word)
            if len(self._repairs) >= _MOST_REPAIRS:
                self._repairs.clear()
            self._repairs[word] = repaired
        return self._repairs[word]


def _hides(decoy: tuple[int, int], span: tuple[int, int]) -> bool:
    """Whether a decoy shares words with what was found and isn't itself part of it."""
    overlaps = decoy[0] < span[1] and span[0] < decoy[1]
    return overlaps and not (span[0] <= decoy[0] and decoy[1] <= span[1] and decoy != span)


def load_tables(folder: Path) -> list[dict[str, Any]]:
    """The data files of a folder, parsed, in order of name."""
    return [
        tomllib.loads(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml"))
    ]


def _content(doc: Doc) -> Content:
    kept = [token for token in doc if not _is_silent(token)]
    words = tuple(side_meant(token) or token.norm_ for token in kept)
    return Content(words, tuple(token.i for token in kept))


def _is_silent(token: Token) -> bool:
    if token.text == ".":
        return token.i + 1 < len(token.doc) and not token.nbor().is_sent_start
    return token.is_space or token.lower_ in SILENT


def _variants(phrase: str) -> Iterable[tuple[str, ...]]:
    """A phrase with a hyphen is also found written as one word."""
    for written in {phrase, phrase.replace("-", "")}:
        words = _content(phrase_pattern(written)).words
        if words:
            yield words
