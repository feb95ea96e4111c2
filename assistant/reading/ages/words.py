"""Words around a number, and the lists that tell an age from any other number."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.reading.language.numerals import number_in_words

OLDEST = 120
CUES = Path(__file__).with_name("words.toml")

_LONGEST_NUMBER = 3
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:\.\d+)?|\S")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, number or sign: `text` in lower case, `written` as the user wrote it."""

    text: str
    start: int
    end: int
    written: str


@cache
def cues() -> dict[str, frozenset[str]]:
    """The word lists of `ages.toml` by name."""
    listed = tomllib.loads(CUES.read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in listed.items()}


def is_cue(word: str, *names: str) -> bool:
    """Whether a word stands in one of the named lists."""
    return any(word in cues()[name] for name in names)


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a stretch of text in order."""
    return [
        Word(m[0].lower().replace("’", "'"), *m.span(), m[0])
        for m in _WORD.finditer(text, start, end)
    ]


def number_at(words: list[Word], i: int) -> tuple[int, int] | None:
    """The whole number at a place and the place behind it; "17 and a half" is 17.

    So is "17 10/12", as ages of children are written.
    """
    text = words[i].text
    if text[0].isdecimal():
        whole = text.partition(".")[0]
        if len(whole) > _LONGEST_NUMBER:
            return None
        number = int(whole)
        behind = i + 1
        if number > OLDEST or (i and words[i - 1].text in {"$", "#"}):
            return None
    else:
        spelled = [w.text for w in words[i : i + 4] if w.text != "-"]
        in_words = number_in_words(spelled)
        if in_words is None:
            return None
        number, taken = in_words
        behind = i
        while taken:
            taken -= words[behind].text != "-"
            behind += 1
    half = [w.text for w in words[behind : behind + 5] if w.text != "-"]
    if half[:3] in (["and", "a", "half"], ["&", "a", "half"]):
        behind += 3 + sum(w.text == "-" for w in words[behind : behind + 5])
    elif half[:1] == ["½"]:
        behind += 1
    elif half[:3] == ["1", "/", "2"] or is_twelfths(half):
        behind += 3
    return number, behind


def is_twelfths(texts: list[str]) -> bool:
    """Whether months are written as twelfths of a year: the "10/12" of "17 10/12"."""
    return len(texts) > 2 and texts[0].isdigit() and texts[1:3] == ["/", "12"]
