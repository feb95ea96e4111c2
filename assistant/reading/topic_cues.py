"""Cues: short phrases with gaps and word classes, found in a message however it is spelled.

The notation, one cue a string: words apart by spaces, matched in their normal form, so that
"cover" finds "covered"; `a|b` either; `a?` may be missing; `*` up to four words that do not leave
the sentence, `*2` up to two; `~` as `*` but across no preposition of time, so that "cover ~
surgery" does not reach "cover radiation after surgery"; `$name` any of a named list of words;
`<name>` any phrase of that class; `<number>` a number; `^` the start of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
from spacy.util import filter_spans
from spacy.vocab import Vocab

from assistant.reading.mentions import Evidence
from assistant.reading.tokens import tokenize
from assistant.reading.words import NUMBER, YEAR, normal_form

START = "^"
STOPS = (".", "?", "!", ";", START)
TIME_WORDS = ("after", "before", "follow", "post", "with", "without", "despit", "if", "when", "or")
SPELLED_FROM = 6
"""Shorter words are taken as written: one letter off is too often another word."""

_REDUCED_BE = frozenset({"s", "'s", "’s", "'re", "’re"})
_TAKES_REDUCED_BE = frozenset(
    ("what", "wat", "who", "when", "where", "how", "that", "it", "she", "he", "there", "you")
)
_RUN_TOGETHER = frozenset({"whats", "wats", "whos", "whens", "wheres", "hows", "thats"})
_GAP = re.compile(r"([*~])(\d?)")


@dataclass(frozen=True)
class Cue:
    """One phrase of the notation, what it speaks for, and how strongly."""

    key: str
    phrase: str
    weight: float


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


class CueReader:
    """Finds the cues of one set in messages; built once, used for every message."""

    def __init__(
        self,
        cues: Sequence[Cue],
        classes: Mapping[str, Sequence[str]],
        words: Mapping[str, Sequence[str]],
    ) -> None:
        cues = [replace(cue, phrase=_spelled_out(cue.phrase, words)) for cue in cues]
        self._vocab = Vocab()
        self._cues = tuple(cues)
        self._matcher = Matcher(self._vocab)
        named = {
            w: n for n, ps in classes.items() for p in ps for w in [" ".join(_folded_words(p))]
        }
        for number, cue in enumerate(self._cues):
            self._matcher.add(str(number), [_pattern(cue.phrase, named)])
        self._classes = PhraseMatcher(self._vocab, attr="ORTH")
        for name, phrases in classes.items():
            self._classes.add(name, [self._doc(_folded_words(phrase)) for phrase in phrases])
        self._spelling = _Spelling(cues, classes)

    def fold(self, doc: Doc, marked: Iterable[tuple[str, Evidence]] = ()) -> Folded:
        """The message in cue words; `marked` names class phrases that others have read."""
        plain = self._doc(_unreduced([self._spelling.mended(token.norm_) for token in doc]))
        spans = list(self._classes(plain, as_spans=True))
        for name, evidence in marked:
            found = doc.char_span(evidence.start, evidence.end, alignment_mode="expand")
            if found is not None:
                span = plain[found.start : found.end]
                span.label_ = name
                spans.append(span)
        classed = {span.start: span for span in filter_spans(spans)}
        words, places, index = [START], [(0, 0)], 0
        while index < len(doc):
            token, named = doc[index], classed.get(index)
            after = named.end if named is not None else index + 1
            if not token.is_space:
                words.append(f"<{named.label_}>" if named is not None else plain[index].text)
                places.append((token.idx, doc[after - 1].idx + len(doc[after - 1])))
            if token.lower_ in _RUN_TOGETHER:
                words.append("be")
                places.append((token.idx, token.idx + len(token)))
            if after < len(doc) and doc[after].is_sent_start:
                words.append(START)
                places.append((0, 0))
            index = after
        return Folded(tuple(words), tuple(places), doc.text)

    def find(self, folded: Folded) -> list[CueHit]:
        """Every cue that the message holds, each once, where it is shortest."""
        best: dict[int, tuple[int, int]] = {}
        for match_id, first, last in self._matcher(self._doc(folded.words)):
            number = int(self._vocab.strings[match_id])
            known = best.get(number)
            if known is None or (last - first, first) < (known[1] - known[0], known[0]):
                best[number] = (first, last)
        return [CueHit(self._cues[n], folded.evidence(*place)) for n, place in sorted(best.items())]

    def _doc(self, words: Sequence[str]) -> Doc:
        return Doc(self._vocab, words=list(words))


class _Spelling:
    """The words that cues use, by first letter, so that a misspelling finds its word."""

    def __init__(self, cues: Sequence[Cue], classes: Mapping[str, Sequence[str]]) -> None:
        phrases = [cue.phrase for cue in cues] + [p for ps in classes.values() for p in ps]
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
    return len(meant) != len(typed) or sorted(meant) == sorted(typed)


def _unreduced(words: Sequence[str]) -> list[str]:
    """The words with "what's" and "whats" read as "what is"."""
    before = ("", *words)
    return [
        "be" if word in _REDUCED_BE and earlier in _TAKES_REDUCED_BE else word
        for earlier, word in zip(before, words, strict=False)
    ]


def _spelled_out(phrase: str, words: Mapping[str, Sequence[str]]) -> str:
    return re.sub(r"\$(\w+)", lambda name: "|".join(words[name.group(1)]), phrase)


def _folded_words(phrase: str) -> list[str]:
    return [token.norm_ for token in tokenize(phrase) if not token.is_space]


def _pattern(phrase: str, named: Mapping[str, str]) -> list[dict[str, Any]]:
    """The matcher's form of a cue; a word that is a class phrase by itself stands for its class."""
    pattern: list[dict[str, Any]] = []
    for part in phrase.split():
        gap = _GAP.fullmatch(part)
        if gap:
            barred = [*STOPS, *(TIME_WORDS if gap.group(1) == "~" else ())]
            pattern += [{"ORTH": {"NOT_IN": barred}, "OP": "?"}] * int(gap.group(2) or 4)
            continue
        is_optional = part.endswith("?") and part != "?"
        alternatives = part.removesuffix("?").split("|") if part != "?" else ["?"]
        if len(alternatives) == 1 and not is_optional and not _is_symbol(alternatives[0]):
            words = _folded_words(alternatives[0])
            pattern += [{"ORTH": f"<{named[w]}>" if w in named else w} for w in words]
            continue
        words = [w for alternative in alternatives for w in _one_word(alternative)]
        words = [f"<{named[w]}>" if w in named else w for w in words]
        pattern.append({"ORTH": {"IN": words}} | ({"OP": "?"} if is_optional else {}))
    return pattern


def _is_symbol(word: str) -> bool:
    return word == START or word.startswith("<")


def _one_word(alternative: str) -> list[str]:
    if alternative == "<number>":
        return [NUMBER, YEAR]
    if _is_symbol(alternative):
        return [alternative]
    words = _folded_words(alternative)
    if len(words) != 1:
        raise ValueError(
            f"The cue alternative {alternative!r} is {len(words)} words: write it as a cue."
        )
    return words
