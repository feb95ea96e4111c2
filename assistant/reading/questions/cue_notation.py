"""Cues: short phrases with gaps and word classes, found in a message however it is spelled.

The notation, one cue a string: words apart by spaces, matched in their normal form, so that
"cover" finds "covered"; `a|b` either; `a?` may be missing; `*` up to four words that do not leave
the sentence, `*2` up to two; `~` as `*` but across no preposition of time, so that "cover ~
surgery" does not reach "cover radiation after surgery"; `$name` any of a named list of words;
`<name>` any phrase of that class; `<number>` a number; `^` the start of a sentence.

A matcher of its own, because spaCy's takes 50 ms for 600 patterns with gaps on a hundred words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.reading.language.tokens import tokenize
from assistant.reading.language.words import NUMBER, YEAR

START = "^"
STOPS = frozenset({".", "?", "<ask>", "!", ";", START})
TIME_WORDS = frozenset(
    {"after", "before", "follow", "post", "with", "without", "despit", "if", "when", "or"}
)
_GAP = re.compile(r"([*~])(\d?)")


@dataclass(frozen=True)
class Cue:
    """One phrase of the notation, what it speaks for, and how strongly."""

    key: str
    phrase: str
    weight: float


@dataclass(frozen=True)
class _Part:
    """One step of a cue: the words it takes, or, for a gap, those it does not."""

    words: frozenset[str]
    is_gap: bool = False
    is_optional: bool = False

    def takes(self, word: str) -> bool:
        return (word in self.words) != self.is_gap


@dataclass(frozen=True)
class CompiledCue:
    """A cue ready to be looked for; `needs` are the words without which it is not there."""

    cue: Cue
    parts: tuple[_Part, ...]
    needs: tuple[frozenset[str], ...]

    def place(
        self, words: Sequence[str], held: Mapping[str, Sequence[int]]
    ) -> tuple[int, int] | None:
        """Where the cue stands in a message, the shortest place first; `None` where it does not.

        `held` gives the places of each word of the message.
        """
        if any(held.keys().isdisjoint(needed) for needed in self.needs):
            return None
        first = self.parts[0]
        starts = (
            range(len(words))
            if first.is_optional
            else [at for word in first.words for at in held.get(word, ())]
        )
        places = [
            (end - start, start, end)
            for start in starts
            if (end := self._end(words, start)) is not None
        ]
        return min(places)[1:] if places else None

    def _end(self, words: Sequence[str], start: int) -> int | None:
        """The nearest end of the cue that begins here, all its ways followed side by side."""
        reached = {start}
        for part in self.parts:
            on = {at + 1 for at in reached if at < len(words) and part.takes(words[at])}
            reached = on | reached if part.is_optional else on
            if not reached:
                return None
        return min(reached)


def spelled_out(phrase: str, words: Mapping[str, Sequence[str]]) -> str:
    """The cue with each `$name` replaced by its words."""
    return re.sub(r"\$(\w+)", lambda name: "|".join(words[name.group(1)]), phrase)


def folded_words(phrase: str) -> list[str]:
    """The words of a phrase in normal form."""
    return [token.norm_ for token in tokenize(phrase) if not token.is_space]


def compiled_cue(cue: Cue, phrase: str, alone: Mapping[str, str]) -> CompiledCue:
    """A cue in parts; a word that is a class phrase by itself stands for its class."""
    parts: list[_Part] = []
    for written in phrase.split():
        gap = _GAP.fullmatch(written)
        if gap:
            barred = STOPS | TIME_WORDS if gap.group(1) == "~" else STOPS
            parts += [_Part(barred, is_gap=True, is_optional=True)] * int(gap.group(2) or 4)
            continue
        is_optional = written.endswith("?") and written != "?"
        alternatives = written.removesuffix("?").split("|") if written != "?" else ["?"]
        if len(alternatives) == 1 and not is_optional and not _is_symbol(alternatives[0]):
            folded = folded_words(alternatives[0])
            parts += [_Part(frozenset({_classed(word, alone)})) for word in folded]
            continue
        taken = [word for each in alternatives for word in _one_word(each)]
        classed = frozenset(_classed(word, alone) for word in taken)
        parts.append(_Part(classed, is_optional=is_optional))
    needs = tuple(part.words for part in parts if not part.is_optional)
    return CompiledCue(cue, tuple(parts), needs)


def _classed(word: str, alone: Mapping[str, str]) -> str:
    return f"<{alone[word]}>" if word in alone else word


def _is_symbol(word: str) -> bool:
    return word == START or word.startswith("<")


def _one_word(alternative: str) -> list[str]:
    if alternative == "<number>":
        return [NUMBER, YEAR]
    if _is_symbol(alternative):
        return [alternative]
    words = folded_words(alternative)
    if len(words) != 1:
        raise ValueError(
            f"The cue alternative {alternative!r} is {len(words)} words: write it as a cue."
        )
    return words
