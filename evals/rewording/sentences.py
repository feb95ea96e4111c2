"""Sentences of a message, as far as they can be told by their marks alone."""

from __future__ import annotations

import re

_BETWEEN = re.compile(r"(?<=[a-z0-9%)]{2}[.;?!])\s+(?=[A-Z0-9])")
_SHORTENED = re.compile(
    r"\b(dr|mr|mrs|ms|vs|approx|no|pt|st|e\.g|i\.e|hx|dx|rt|lt)\.$", re.IGNORECASE
)


def sentences_of(turn: str) -> list[str]:
    """The sentences without the white space between them; an abbreviation ends none.

    >>> sentences_of("Seen by Dr. Who. Sarcoma of the thigh.")
    ['Seen by Dr. Who.', 'Sarcoma of the thigh.']
    """
    found: list[str] = []
    for piece in _BETWEEN.split(turn):
        if found and _SHORTENED.search(found[-1]):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return found


def ended(sentence: str) -> str:
    """The sentence with a mark at its end."""
    stripped = sentence.rstrip()
    return stripped if stripped[-1:] in ".?!:;" else f"{stripped}."


ANSWERS = re.compile(
    r"(?:yes|no|yep|yeah|nope|not|correct|right|none|both|neither)\b", re.IGNORECASE
)
"""How a direct answer begins: it belongs to the question before it."""


def has_an_answer(sentences: list[str]) -> bool:
    """Whether a sentence behind the first answers another."""
    return any(ANSWERS.match(one) for one in sentences[1:])
