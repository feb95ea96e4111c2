"""The message as plain words with offsets, and the cue words that tie them together."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from terminology import spelling
from terminology.wording import folded, parts, plain

_APOSTROPHES = frozenset({"'", "’", "'s", "’s"})
TNM = "tnm"
"""The plain word for a stage such as "cT3N1", which changes nothing between other words."""

_COMPOUND_STAGE = re.compile(
    r"[cpyr]{1,3}t(?:is|[0-4x])[a-d]?|[cpyr]{0,3}t(?:is|[0-4x])[a-d]?[cpyr]?n[0-3x][a-d]?(?:[cp]?m[01x][a-d]?)?"
)
_CUES = Path(__file__).with_name("cues.toml")


@dataclass(frozen=True)
class Word:
    """One word or mark of the message.

    `plain` is what is compared; `start` and `end` are code points. `misspelling` tells how far
    `plain` is a correction of what was written.
    """

    plain: str
    start: int
    end: int
    sentence: int
    is_mark: bool = False
    is_capital: bool = False
    misspelling: spelling.Misspelling = spelling.Misspelling.NONE


@dataclass(frozen=True)
class Cues:
    """The cue lists, each a set of plain words."""

    neutral: frozenset[str]
    parts: frozenset[str]
    preposition: frozenset[str]
    article: frozenset[str]
    near: frozenset[str]
    structure: frozenset[str]
    dose_to: frozenset[str]
    spread: frozenset[str]
    spread_adjectives: frozenset[str]
    spread_source: frozenset[str]
    spread_place: frozenset[str]
    treatment: frozenset[str]
    field: frozenset[str]
    past: frozenset[str]
    now: frozenset[str]
    title: frozenset[str]
    side_finding: frozenset[str]
    person: frozenset[str]
    before_met: frozenset[str]
    auxiliary: frozenset[str]
    recurred: frozenset[str]
    answering: frozenset[str]


@cache
def cue_data() -> dict[str, Any]:
    """The cue file as it stands."""
    return tomllib.loads(_CUES.read_text(encoding="utf-8"))


@cache
def cues() -> Cues:
    """The lists of single cue words."""

    def words(name: str) -> frozenset[str]:
        return frozenset(cue_data()[name]["words"].split())

    return Cues(
        neutral=words("neutral"),
        parts=words("parts"),
        preposition=words("preposition"),
        article=words("article"),
        near=words("near"),
        structure=words("structure"),
        dose_to=words("dose_to"),
        spread=words("spread"),
        spread_adjectives=frozenset(cue_data()["spread"]["adjectives"]),
        spread_source=words("spread_source"),
        spread_place=words("spread_place"),
        treatment=words("treatment"),
        field=words("field"),
        past=words("past"),
        now=words("now"),
        title=words("title"),
        side_finding=words("side_finding"),
        person=words("person"),
        before_met=words("before_met"),
        auxiliary=words("auxiliary"),
        recurred=words("recurred"),
        answering=words("answering"),
    )


def words_of(doc: Doc, vocabulary: frozenset[str]) -> tuple[Word, ...]:
    """The words and marks of the message; hyphens and slashes inside a word are dropped."""
    found: list[Word] = []
    shouts = _is_all_capitals(message_of(doc))
    sentence = 0
    for token in doc:
        if token.is_sent_start and token.i:
            sentence += 1
        if token.is_space:
            continue
        spans = parts(token.text)
        if not spans:
            if not (token.text in _APOSTROPHES or _is_joint(doc, token.i)):
                start = token.idx
                found.append(Word(token.text, start, start + len(token.text), sentence, True))
            continue
        for start, end in spans:
            written = token.text[start:end]
            if written == "s" and token.text in _APOSTROPHES:
                continue
            known, doubt = _known_form(written, vocabulary)
            is_capital = not shouts and len(written) > 1 and sum(map(str.isupper, written)) > 1
            at = token.idx
            found.append(Word(known, at + start, at + end, sentence, False, is_capital, doubt))
    return tuple(found)


def _known_form(written: str, vocabulary: frozenset[str]) -> tuple[str, spelling.Misspelling]:
    word = folded(plain(written), vocabulary)
    if word in vocabulary:
        return word, spelling.Misspelling.NONE
    if _COMPOUND_STAGE.fullmatch(word):
        return TNM, spelling.Misspelling.NONE
    corrected, misspelling = spelling.corrected(word)
    return folded(corrected, vocabulary), misspelling


def _is_joint(doc: Doc, i: int) -> bool:
    """Whether a mark joins two words ("clear-cell", "RCC/lung") rather than parting them."""
    token = doc[i]
    return (
        token.text in {"-", "/", "–", "*", "_", "#"}
        and i > 0
        and not doc[i - 1].whitespace_
        and not token.whitespace_
    )


def _is_all_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) > 25 and sum(map(str.isupper, letters)) > 0.8 * len(letters)


def text_of(words: Sequence[Word], message: str, start: int, end: int) -> str:
    """The exact words of the message from the first to the last word of a range."""
    return message[words[start].start : words[end - 1].end]
