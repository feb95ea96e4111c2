"""Slips of the fingers in one word: never in a number, and never one that makes a true word."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from evals.rewording.true_words import true_words

_WORD = re.compile(r"(?<![\w'’-])[A-Za-z][a-z]{4,}(?![\w'’-])")
_NEIGHBOURS = (
    "qwsa wqeasd ewrsdf retdfg trygf yutgh uyihj iuojk oipkl pol aqwsz sweadzx dersfxc frtdgcv"
    " gtyfhvb hyugjbn juihknm kiojlm lopk zasx xzsdc cxdfv vcfgb bvghn nbhjm mnjk"
)


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_BESIDE = {letters[0]: letters[1:] for letters in _NEIGHBOURS.split()}
_NUMBERS = _words(
    "three seven eight eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    " twenty thirty forty fifty sixty seventy eighty ninety hundred third fourth fifth sixth"
    " seventh eighth ninth tenth first second quarter january february march april august september"
    " october november december monday tuesday wednesday thursday friday"
)
_NEGATIONS = _words(
    "without denies denied never neither cannot nothing negative absent absence declined declines"
    " refused excluded except unless instead rather isnt doesnt didnt wasnt cant hasnt"
)
_SPARED = _NUMBERS | _NEGATIONS
_SMALL = _words("a an and at by for from in is it of on or that the this to was with")

Slip = Callable[[str, random.Random], str]


def with_letters_swapped(turn: str, draw: random.Random) -> str:
    """Two neighbouring letters of one word change places, the first two included."""
    return _slipped(turn, draw, _swapped)


def with_a_letter_dropped(turn: str, draw: random.Random) -> str:
    """One letter of one word is left out, not the first."""
    return _slipped(turn, draw, _dropped)


def with_a_letter_doubled(turn: str, draw: random.Random) -> str:
    """One letter of one word is typed twice."""
    return _slipped(turn, draw, _doubled)


def with_a_neighbouring_key(turn: str, draw: random.Random) -> str:
    """One letter of one word, not the first, is the one beside it on the keyboard."""
    return _slipped(turn, draw, _beside)


def with_several_slips(turn: str, draw: random.Random) -> str:
    """A slip of some kind in every third long word, as typed on a phone in haste."""
    for _ in range(1 + len(_places(turn)) // 3):
        turn = _slipped(turn, draw, draw.choice((_swapped, _dropped, _doubled, _beside)))
    return turn


def with_a_negation_misspelt(turn: str, draw: random.Random) -> str:
    """A slip in one word that negates."""
    places = [
        found for found in re.finditer(r"\w+", turn.lower()) if found[0] in _NEGATIONS | {"not"}
    ]
    return _at_one(turn, draw, [found.span() for found in places], _swapped)


def with_a_space_missing(turn: str, draw: random.Random) -> str:
    """Two plain words run together.

    >>> with_a_space_missing("prostate cancer", random.Random(0))
    'prostatecancer'
    """
    pairs = [
        found.end(1)
        for found in re.finditer(r"(?=\b([a-z]{4,}) ([a-z]{4,})\b)", turn)
        if not {found[1], found[2]} & _SPARED and {found[1], found[2]} <= true_words()
    ]
    if not pairs:
        return turn
    at = draw.choice(pairs)
    return turn[:at] + turn[at + 1 :]


def with_a_word_doubled(turn: str, draw: random.Random) -> str:
    """One word written twice: "of of the", "cancer cancer"; no negation, no number.

    >>> with_a_word_doubled("prostate", random.Random(0))
    'prostate prostate'
    """
    words = [
        found
        for found in re.finditer(r"(?<!\S)[a-z]+(?!\S)", turn)
        if (len(found[0]) >= 5 or found[0] in _SMALL) and found[0] not in _SPARED
    ]
    if not words:
        return turn
    word = draw.choice(words)
    return f"{turn[: word.end()]} {word[0]}{turn[word.end() :]}"


def _slipped(turn: str, draw: random.Random, slip: Slip) -> str:
    return _at_one(turn, draw, _places(turn), slip)


def _places(turn: str) -> list[tuple[int, int]]:
    return [found.span() for found in _WORD.finditer(turn) if found[0].lower() not in _SPARED]


def _at_one(turn: str, draw: random.Random, places: list[tuple[int, int]], slip: Slip) -> str:
    """The turn with a slip in one of these words that makes no true word, if there is any."""
    for start, end in draw.sample(places, len(places)):
        if turn[start:end].lower() not in true_words():
            continue  # one slip a word
        for _ in range(4):
            made = slip(turn[start:end], draw)
            if made.lower() not in true_words() and made != turn[start:end]:
                return turn[:start] + made + turn[end:]
    return turn


def _swapped(word: str, draw: random.Random) -> str:
    at = draw.randrange(len(word) - 1)
    pair = word[at : at + 2]
    turned = pair[::-1].capitalize() if pair.istitle() else pair[::-1]
    return word[:at] + turned + word[at + 2 :]


def _dropped(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word))
    return word[:at] + word[at + 1 :]


def _doubled(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word))
    return word[:at] + word[at] + word[at:]


def _beside(word: str, draw: random.Random) -> str:
    at = draw.randrange(1, len(word))
    return word[:at] + draw.choice(_BESIDE[word[at]]) + word[at + 1 :]
