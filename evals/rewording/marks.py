"""Marks, spaces and lines as other programs and other typists leave them."""

from __future__ import annotations

import random
import re
import textwrap

from evals.rewording.sentences import ended, has_an_answer, sentences_of

_NEGATES = re.compile(
    r"\b(no|not|non|never|without|w/o|denies|denied|neither|nor|none|negative|declined|n't)\b|n't",
    re.IGNORECASE,
)
_WIDTH = 72


def without_final_point(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """The last full stop left out."""
    return turn.rstrip().removesuffix(".")


def without_commas(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Commas left out, where none bounds a negation or parts two figures."""
    if _NEGATES.search(turn) or len(re.findall(r"\d", turn)) > 2:
        return turn
    return re.sub(r",(?= )", "", turn)


def with_spoken_marks(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Marks as a dictation that was not cleaned up holds them.

    >>> with_spoken_marks("Age 58, cervical cancer.", random.Random(0))
    'Age 58 comma cervical cancer period'
    """
    sentences = [re.sub(r",(?= )", " comma", one) for one in sentences_of(turn)]
    return " ".join(re.sub(r"(?<=\w)\.$", " period", one) for one in sentences)


def on_one_line(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Lines that end with a mark run together."""
    lines = [line.strip() for line in turn.splitlines() if line.strip()]
    return " ".join(lines) if all(line[-1] in ".?!;:" for line in lines[:-1]) else turn


def on_many_lines(turn: str, draw: random.Random) -> str:
    """A new line, or an empty one, after each sentence."""
    sentences = sentences_of(turn)
    return turn if has_an_answer(sentences) else draw.choice(("\n", "\n\n", "\r\n")).join(sentences)


def folded(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Long lines folded, as mail programs do."""
    return turn if "\n" in turn else textwrap.fill(turn, _WIDTH, break_on_hyphens=False)


def with_odd_spaces(turn: str, draw: random.Random) -> str:
    """Spaces that do not break, spaces typed twice, or tabs and spaces around the message."""
    shape = draw.randrange(3)
    if shape == 0:
        return turn.replace(" ", "\u00a0")
    return turn.replace(" ", "  ") if shape == 1 else f"\t {turn} \n"


def with_curly_marks(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Quotation marks, dashes and signs as word processors set them.

    >>> with_curly_marks("Ewing's - >=40 Gy", random.Random(0))
    'Ewing’s – ≥40 Gy'
    """
    turn = re.sub(r'"([^"]*)"', "“\\1”", turn).replace("'", "’")
    turn = turn.replace(">=", "≥").replace("<=", "≤").replace(" - ", " – ")
    return re.sub(r"(?<=[a-z])-(?=[a-z])", "\u2011", turn)


def without_apostrophes(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Apostrophes left out, as thumbs do: "doesnt", "Ewings"."""
    return re.sub(r"(?<=[a-z])['’](?=(?:s|t|ve|m)\b)", "", turn)


def as_bullets(turn: str, draw: random.Random) -> str:
    """Each sentence an item of a list."""
    sentences = sentences_of(turn)
    if len(sentences) < 2 or has_an_answer(sentences):
        return turn
    shape = draw.choice(("- ", "• ", "* ", "1"))
    heads = [f"{at}. " if shape == "1" else shape for at in range(1, len(sentences) + 1)]
    return "\n".join(head + ended(one) for head, one in zip(heads, sentences, strict=True))
