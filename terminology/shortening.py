"""Names as the clinic shortens them: "invasive ductal ca", "myxoid liposarc", "well diff ..."."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import product
from pathlib import Path

_FILE = Path(__file__).with_name("short_forms.toml")

_TWO = 2  # words: a word that is a whole name stays as it is


def shortened(name: str) -> tuple[str, ...]:
    """The shorter ways to write a name, without the name itself.

    >>> shortened("adrenal cortical carcinoma")[:2]
    ('adrenal cortical ca', 'adrenal cortical cancer')
    >>> shortened("liposarcoma"), shortened("carcinoma")
    (('liposarc',), ())
    """
    words = name.split()
    forms = (_forms(word.lower(), len(words)) for word in words)
    ways = product(*((word, *shorter) for word, shorter in zip(words, forms, strict=True)))
    return tuple(" ".join(way) for way in ways)[1:]


def _forms(word: str, names: int) -> tuple[str, ...]:
    """The short forms of a word in a name of so many words."""
    whole, endings, least = _listed()
    found = whole.get(word, ()) if names >= least.get(word, _TWO) else ()
    for ending, shorter in endings.items():
        if word.endswith(ending) and word != ending and word not in whole:
            found += tuple(word.removesuffix(ending) + short for short in shorter)
    return found


@cache
def _listed() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], dict[str, int]]:
    """Short forms of words, of endings, and how many words the name must have at least."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    whole = {entry["word"]: tuple(entry["short"].split("; ")) for entry in read["word"]}
    endings = {entry["ending"]: tuple(entry["short"].split("; ")) for entry in read["ending"]}
    least = {entry["word"]: entry.get("least_words", _TWO) for entry in read["word"]}
    return whole, endings, least
