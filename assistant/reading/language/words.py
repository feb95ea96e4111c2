"""Normal forms of words: what inflection and spelling habits do not change in meaning."""

from __future__ import annotations

from functools import lru_cache

YEAR = "<year>"
"""Normal form of a calendar year written in four digits."""

NUMBER = "<number>"
"""Normal form of any other number, in digits or in words."""

_VOWELS = frozenset("aeiouy")

_UNITS = (
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_TEENS = ("thir", "four", "fif", "six", "seven", "eigh", "nine")
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBER_WORDS = frozenset((*_UNITS, *(f"{teen}teen" for teen in _TEENS), *_TENS))

_IRREGULAR = {
    "am": "be",
    "is": "be",
    "are": "be",
    "was": "be",
    "were": "be",
    "been": "be",
    "being": "be",
    "has": "have",
    "had": "have",
    "having": "have",
    "does": "do",
    "did": "do",
    "done": "do",
    "got": "get",
    "gotten": "get",
    "gave": "give",
    "given": "give",
    "went": "go",
    "goes": "go",
    "gone": "go",
    "took": "take",
    "taken": "take",
    "underwent": "undergo",
    "undergone": "undergo",
    "undergoes": "undergo",
    "kept": "keep",
    "lies": "lie",
    "lay": "lie",
    "lying": "lie",
    "lain": "lie",
    "sat": "sit",
    "grew": "grow",
    "grown": "grow",
    "metastases": "metastasis",
    "mets": "met",
    "diagnoses": "diagnosis",
    "lungs": "lung",
    "hippocampi": "hippocampus",
    "tumour": "tumor",
    "tumours": "tumor",
    "oesophagus": "esophagus",
    "n't": "not",
    "n’t": "not",
    "nt": "not",
    "note": "note",
    "notes": "note",
    "noted": "note",
    "boss": "boss",
}


@lru_cache(maxsize=20_000)
def normal_form(word: str) -> str:
    """The form that a word shares with its inflections: not a dictionary form, only a key.

    >>> normal_form("exceeded") == normal_form("Exceeds") == normal_form("exceeding")
    True
    >>> normal_form("operated") == normal_form("operable")
    False
    >>> normal_form("2014"), normal_form("ten")
    ('<year>', '<number>')
    """
    lower = word.lower()
    if lower in _IRREGULAR:
        return _IRREGULAR[lower]
    if lower in _NUMBER_WORDS:
        return NUMBER
    if lower[0].isdigit() and lower.replace(".", "").replace(",", "").isdecimal():
        return YEAR if len(lower) == 4 and lower[:2] in {"19", "20"} else NUMBER
    if len(lower) <= 3 or not lower.isalpha():
        return lower
    return _without_ending(lower)


def _without_ending(lower: str) -> str:
    stem = lower
    if stem.endswith("ies"):
        stem = stem[:-3] + "y"
    elif stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        stem = stem[:-1]
    for ending in ("ed", "ing"):
        rest = stem.removesuffix(ending)
        is_ending = rest != stem and not stem.endswith("ceed")  # "exceed" is whole
        if is_ending and len(rest) >= 3 and not _VOWELS.isdisjoint(rest):
            stem = rest
            break
    stem = stem.removesuffix("e")
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS:
        stem = stem[:-1]
    return stem[:-1] + "i" if stem.endswith("y") and len(stem) > 3 else stem
