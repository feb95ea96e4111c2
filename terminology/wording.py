"""The form in which names and the user's words are compared: case, spelling and plural levelled."""

from __future__ import annotations

import re

_PARTS = re.compile(r"[A-Za-zÀ-ÿ0-9&]+(?:['’](?:[a-z]+|(?=\s|$)))?")
_BRITISH = (("oe", "e"), ("ae", "e"), ("mour", "mor"), ("fibre", "fiber"), ("centre", "center"))
_KEPT = frozenset({"toe", "toes", "foetal", "shoe", "aerobic", "michael", "israel"})
_ENDINGS = (("ses", "sis"), ("mata", "ma"), ("ae", "a"), ("ies", "y"), ("ices", "ex"), ("i", "us"))


def plain(word: str) -> str:
    """A word in lower case, American spelling, without possessive ending.

    >>> plain("Oesophagus"), plain("tumours"), plain("Ewing's")
    ('esophagus', 'tumors', 'ewing')
    """
    lower = word.lower().replace("’", "'").removesuffix("'s").rstrip("'")
    if lower in _KEPT:
        return lower
    for british, american in _BRITISH:
        lower = lower.replace(british, american)
    return lower


def singular_candidates(word: str) -> tuple[str, ...]:
    """Forms of which the word may be the plural, likeliest first.

    >>> singular_candidates("metastases")
    ('metastasis', 'metastase', 'metastas')
    """
    if len(word) < 4 or word[-1] not in "saei":
        return ()
    found = [
        word[: -len(end)] + one for end, one in _ENDINGS if word.endswith(end) and len(word) > 4
    ]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        found.append(word[:-1])
    if word.endswith("es") and len(word) > 4:
        found.append(word[:-2])
    return tuple(found)


def folded(word: str, vocabulary: frozenset[str]) -> str:
    """A plain word in the singular where the vocabulary has that.

    >>> folded("nodes", frozenset({"node", "nodes"}))
    'node'
    """
    known = (one for one in singular_candidates(word) if one in vocabulary)
    return next(known, word)


def parts(text: str) -> list[tuple[int, int]]:
    """Start and end of each word in a token: hyphens and slashes separate words.

    >>> parts("clear-cell")
    [(0, 5), (6, 10)]
    """
    if text.isalnum():
        return [(0, len(text))]
    return [match.span() for match in _PARTS.finditer(text)]


def phrase(name: str) -> tuple[str, ...]:
    """A name of the terminology as the sequence of its plain words.

    >>> phrase("Non-Hodgkin's lymphoma")
    ('non', 'hodgkin', 'lymphoma')
    """
    return tuple(plain(name[start:end]) for start, end in parts(name))
