"""Bare answers to the question just asked: yes, no, or that it is not known."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Literal

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from assistant.reading.language.tokens import phrase_pattern, sentences
from rules.facts import Kind

Answer = bool | Literal["unknown"] | None

_WORDS: dict[str, list[str]] = tomllib.loads(
    Path(__file__).with_name("answers.toml").read_text(encoding="utf-8")
)
_FILLERS = frozenset((*_WORDS["fillers"], ",", ".", "-", "…", "..."))
_SUBJECTS = frozenset(_WORDS["subjects"])
_CERTAIN = frozenset(_WORDS["certain"])
_CONTINUED = frozenset(_WORDS["continued"])


def read_answer(doc: Doc, fact_kind: Kind, pending: str | None) -> Answer:
    """What the message answers to the pending question: True, False, "unknown", or None.

    Only how the message begins counts, or for "unknown" a whole sentence of it. None where nothing
    is pending, where the words give no bare answer, and where the answer is hedged ("probably").
    Further words of the message are statements of their own, and theirs count first.
    """
    words = [token for token in doc if not token.is_space]
    while words and words[0].lower_ in _FILLERS:
        if _starting(words) is not None:
            break
        words = words[1:]
    if pending is None or not words:
        return None
    found = _starting(words)
    if found is None:
        return "unknown" if _has_unknown_sentence(doc) else None
    answer, length = found
    if answer == "unknown":
        return "unknown"
    if fact_kind is not Kind.YES_NO or not _stands_alone(words, length):
        return None
    return answer == "yes"


@lru_cache(maxsize=1)
def _matcher() -> PhraseMatcher:
    vocab = phrase_pattern("").vocab
    matcher = PhraseMatcher(vocab, attr="NORM")
    for answer in ("yes", "no", "unknown"):
        matcher.add(answer, [phrase_pattern(phrase) for phrase in _WORDS[answer]])
    return matcher


def _starting(words: list[Token]) -> tuple[str, int] | None:
    """The answer with which the words begin, and how many tokens it takes; the longest wins."""
    doc, first = words[0].doc, words[0].i
    names = doc.vocab.strings
    begun = [
        (end - start, names[key])
        for key, start, end in _matcher()(doc[first : first + 8].as_doc())
        if start == 0
    ]
    if not begun:
        return None
    length, answer = max(begun)
    return answer, length


def _stands_alone(words: list[Token], length: int) -> bool:
    """Whether the answer is not the start of a statement ("no prior radiation")."""
    if len(words) == length:
        return True
    after = words[length]
    if after.is_punct or words[0].lower_ in _CERTAIN:
        return after.text != "?"
    return length == 1 and after.lower_ in _CONTINUED


def _has_unknown_sentence(doc: Doc) -> bool:
    for sentence in sentences(doc):
        words = [token for token in sentence if not token.is_space]
        found = _starting(words) if words else None
        while words and found is None and words[0].lower_ in _SUBJECTS:
            words = words[1:]
            found = _starting(words) if words else None
        if found is not None and found[0] == "unknown":
            return True
    return False
