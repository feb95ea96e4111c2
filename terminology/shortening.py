"""Names as the clinic shortens them: "invasive ductal ca", "myxoid liposarc", "well diff ..."."""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import product
from pathlib import Path

_FILE = Path(__file__).with_name("short_forms.toml")


def shortened(name: str) -> tuple[str, ...]:
    """The shorter ways to write a name, without the name itself.

    >>> shortened("adrenal cortical carcinoma")[:2]
    ('adrenal cortical ca', 'adrenal cortical cancer')
    >>> shortened("liposarcoma"), shortened("carcinoma")
    (('liposarc',), ())
    """
    words = name.split()
    forms = (_forms(word.lower(), len(words) == 1) for word in words)
    ways = product(*((word, *shorter) for word, shorter in zip(words, forms, strict=True)))
    return tuple(" ".join(way) for way in ways)[1:]


def _forms(word: str, is_alone: bool) -> tuple[str, ...]:
    whole, endings = _listed()
    found = () if is_alone else whole.get(word, ())
    for ending, shorter in endings.items():
        if word.endswith(ending) and word != ending and word not in whole:
            found += tuple(word.removesuffix(ending) + short for short in shorter)
    return found


@cache
def _listed() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Short forms of words, and of endings."""
    read = tomllib.loads(_FILE.read_text(encoding="utf-8"))
    whole = {entry["word"]: tuple(entry["short"].split("; ")) for entry in read["word"]}
    endings = {entry["ending"]: tuple(entry["short"].split("; ")) for entry in read["ending"]}
    return whole, endings
