"""Finds cues in a message: its words in normal form, spelling mended, class phrases as one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne
from spacy.tokens import Doc, Token

from assistant.reading.language.once import message_of
from assistant.reading.language.words import normal_form
from assistant.reading.mentions import Evidence
from assistant.reading.questions.cue_notation import (
    START,
    CompiledCue,
    Cue,
    compiled_cue,
    folded_words,
    spelled_out,
)

SPELLED_FROM = 6
"""Shorter words are taken as written: one letter off is too often another word."""

_GRADES = frozenset({"grade", "gr", "ii", "iii", "iv", "1", "2", "3", "4", "cns"})
_REDUCED_BE = frozenset({"s", "'s", "’s", "'re", "’re"})
_TAKES_REDUCED_BE = frozenset(
    {"what", "wat", "who", "when", "where", "how", "that", "it", "she", "he", "there", "you"}
)
_RUN_TOGETHER = frozenset({"whats", "wats", "whos", "whens", "wheres", "hows", "thats"})


@dataclass(frozen=True)
class CueHit:
    """A cue found, with the user's words that it was found in."""

    cue: Cue
    evidence: Evidence


@dataclass(frozen=True)
class Folded:
    """A message in cue words: normal forms, spelling mended, each class phrase one word.

    `spans` gives, word by word, the code points of the message that it stands for.
    """

    words: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]
    message: str

    def evidence(self, first: int, last: int) -> Evidence:
        """The user's words from one folded word to another (exclusive)."""
        covered = [span for span in self.spans[first:last] if span[0] < span[1]]
        if not covered:
            return Evidence(0, 0, "")
        start, end = covered[0][0], covered[-1][1]
        return Evidence(start, end, self.message[start:end])

    def part(self, words: Evidence) -> Folded:
        """The words of one part of the message, as a sentence of its own."""
        inside = [
            (word, span)
            for word, span in zip(self.words, self.spans, strict=True)
            if word != START and words.start <= span[0] and span[1] <= words.end
        ]
        held = [(START, (0, 0)), *inside]
        return Folded(tuple(w for w, _ in held), tuple(s for _, s in held), self.message)


class CueReader:
    """Finds the cues of one set in messages; built once, used for every message."""

    def __init__(
        self,
        cues: Sequence[Cue],
        classes: Mapping[str, Sequence[str]],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        phrases = {tuple(folded_words(p)): name for name, ps in classes.items() for p in ps}
        spelled = {cue: spelled_out(cue.phrase, words) for cue in cues}
        alone = {phrase[0]: name for phrase, name in phrases.items() if len(phrase) == 1}
        self._cues = tuple(compiled_cue(cue, phrase, alone) for cue, phrase in spelled.items())
        self._by_word = _by_rarest_word(self._cues)
        self._classes: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for phrase, name in sorted(phrases.items(), key=lambda item: -len(item[0])):
            self._classes.setdefault(phrase[0], []).append((phrase, name))
        self._spelling = _Spelling([*spelled.values(), *(" ".join(p) for p in phrases)])

    def fold(self, doc: Doc, marked: Iterable[tuple[str, Evidence]] = ()) -> Folded:
        """The message in cue words; `marked` names class phrases that others have read."""
        tokens = [token for token in doc if not token.is_space]
        plain = _unreduced([self._spelling.mended(token.norm_) for token in tokens])
        plain = _with_grades_named(tokens, plain)
        named = dict(_places_of(tokens, marked))
        words, spans, index = [], [], 0
        while index < len(tokens):
            token = tokens[index]
            if token.is_sent_start or not index:
                words.append(START)
                spans.append((0, 0))
            name, after = named.get(index) or self._class_at(plain, index)
            words.append(f"<{name}>" if name else plain[index])
            spans.append((token.idx, tokens[after - 1].idx + len(tokens[after - 1])))
            if token.lower_ in _RUN_TOGETHER:
                words.append("be")
                spans.append(spans[-1])
            index = after
        return Folded(tuple(words), tuple(spans), message_of(doc))

    def find(self, folded: Folded) -> list[CueHit]:
        """Every cue that the message holds, each once, where it is shortest."""
        held: dict[str, list[int]] = {}
        for at, word in enumerate(folded.words):
            held.setdefault(word, []).append(at)
        possible = {at for word in held for at in self._by_word.get(word, ())}
        return [
            CueHit(compiled.cue, folded.evidence(*place))
            for compiled in (self._cues[at] for at in sorted(possible))
            if (place := compiled.place(folded.words, held)) is not None
        ]

    def _class_at(self, words: Sequence[str], index: int) -> tuple[str, int]:
        """The class of the longest phrase that begins here, and the place behind it."""
        for phrase, name in self._classes.get(words[index], ()):
            if tuple(words[index : index + len(phrase)]) == phrase:
                return name, index + len(phrase)
        return "", index + 1


def _by_rarest_word(cues: Sequence[CompiledCue]) -> dict[str, list[int]]:
    """The cues by the words of their rarest part: none is there without one of these."""
    uses = Counter(word for cue in cues for needed in cue.needs for word in needed)
    by_word: dict[str, list[int]] = {}
    for at, cue in enumerate(cues):
        for word in min(cue.needs, key=lambda needed: sum(uses[word] for word in needed)):
            by_word.setdefault(word, []).append(at)
    return by_word


class _Spelling:
    """The words that cues use, by first letter, so that a misspelling finds its word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._words = {normal_form(w) for p in phrases for w in re.findall(r"[A-Za-z]+", p)}
        self._by_letter: dict[str, list[str]] = {}
        for word in sorted(self._words):
            if len(word) >= SPELLED_FROM:
                self._by_letter.setdefault(word[0], []).append(word)

    def mended(self, word: str) -> str:
        """The cue word that is one slip away, or the word as it is."""
        if len(word) < SPELLED_FROM or not word.isalpha() or word in self._words:
            return word
        candidates = [near for near in self._by_letter.get(word[0], []) if _is_slip(near, word)]
        near = extractOne(word, candidates, scorer=OSA.distance, score_cutoff=1)
        return str(near[0]) if near is not None else word


def _is_slip(meant: str, typed: str) -> bool:
    """A letter lost, doubled or swapped; another letter makes another word (photon, proton)."""
    if abs(len(meant) - len(typed)) > 1:
        return False
    return len(meant) != len(typed) or sorted(meant) == sorted(typed)


def _places_of(
    tokens: Sequence[Token], marked: Iterable[tuple[str, Evidence]]
) -> Iterator[tuple[int, tuple[str, int]]]:
    """Where each marked phrase begins, its class, and the place behind it."""
    for name, evidence in marked:
        inside = [
            index
            for index, token in enumerate(tokens)
            if token.idx < evidence.end and evidence.start < token.idx + len(token)
        ]
        if inside:
            yield inside[0], (name, inside[-1] + 1)


def _with_grades_named(tokens: Sequence[Token], words: Sequence[str]) -> list[str]:
    """The words without the "who" of a tumor's grade: "WHO II", "WHO grade 1", "WHO I,"."""
    behind = [token.lower_ for token in tokens[1:]] + [".", "."]
    return [
        "grade"
        if word == "who" and (one in _GRADES or (one == "i" and not two.isalpha()))
        else word
        for word, one, two in zip(words, behind, behind[1:], strict=False)
    ]


def _unreduced(words: Sequence[str]) -> list[str]:
    """The words with "what's" read as "what is"."""
    return [
        "be" if word in _REDUCED_BE and earlier in _TAKES_REDUCED_BE else word
        for earlier, word in zip(("", *words), words, strict=False)
    ]
