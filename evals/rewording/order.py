"""Sentences and details in another order, where nothing leans on what stands before it."""

from __future__ import annotations

import random
import re

from evals.rewording.sentences import sentences_of

_LEANS_ON_ANOTHER = re.compile(
    r"\b(it|its|that|this|these|those|same|both|she|he|they|her|his|their|but|instead|however"
    r"|correction|actually|then|now|next|other|another|also|again|rather|sorry|no|yes|and|former"
    r"|latter|there|here|so|neither|either|each|which|one|ones|only|what|if)\b",
    re.IGNORECASE,
)
_DETAIL = re.compile(
    r"(?:age[d]? )?\d{1,3}(?:[- ]?(?:yo|y/o|years?(?: old| of age)?|year-old))?(?: ?[MF])?"
    r"|LHCC|BCBSNC|Blue Cross NC|BCBS of North Carolina|Louisiana Healthcare Connections"
    r"|DOS \d[\d/-]+|date of service \d[\d/-]+",
    re.IGNORECASE,
)
_TELLS_AGE = re.compile(r"\d.*(?:[MF]|y|age)|age|[A-Za-z]{4}|DOS", re.IGNORECASE)


def first_sentence_last(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """The first sentence last, where no sentence leans on another and figures keep their order."""
    sentences = sentences_of(turn)
    if len(sentences) < 2 or _LEANS_ON_ANOTHER.search(turn):
        return turn
    if any(len(sentence.split()) < 4 for sentence in sentences):
        return turn
    if re.search(r"[%!?:]|3D", sentences[0]) or turn.rstrip()[-1] in "!?":
        return turn
    first, *others = (sentence.rstrip(".;") for sentence in sentences)
    return ". ".join((*others, first)) + "."


def detail_elsewhere(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """An age, payer or date of service between commas moves to the other end of its sentence.

    >>> detail_elsewhere("58F, endometrial cancer, IMRT planned", random.Random(0))
    'Endometrial cancer, IMRT planned, 58F'
    """
    if len(sentences_of(turn)) != 1 or re.search(r"[;:?!]|\n", turn):
        return turn
    end = "." if turn.rstrip().endswith(".") else ""
    parts = turn.rstrip().rstrip(".").split(", ")
    if len(parts) < 2 or not all(part.strip() for part in parts):
        return turn
    if _is_detail(parts[0]) and not _is_detail(parts[1]):
        first = parts[1][0].upper() + parts[1][1:]
        return ", ".join((first, *parts[2:], parts[0])) + end
    if _is_detail(parts[-1]):
        first = parts[0] if parts[0][:2].isupper() else parts[0][0].lower() + parts[0][1:]
        return ", ".join((parts[-1], first, *parts[1:-1])) + end
    return turn


def _is_detail(part: str) -> bool:
    return bool(_DETAIL.fullmatch(part.strip()) and _TELLS_AGE.search(part))
