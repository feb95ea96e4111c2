"""A question in the words that documents use: abbreviations and codes spelled out for search."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from terminology import icd10cm
from terminology.entries import Lesion, Place, Term, terms
from terminology.wording import folded, parts, phrase, plain

_HERE = Path(__file__).parent
_LONGEST = 7  # words of the longest name that is looked up
_WORD = re.compile(r"\w+")


def expand(question: str) -> str:
    """The question with what its abbreviations, codes and narrow terms stand for behind it.

    A question without any is returned as it is; nothing of it is changed.

    >>> expand("IMRT for a GBM?")
    'IMRT for a GBM? (intensity-modulated radiation therapy; glioblastoma, primary central \
nervous system tumor; brain, central nervous system)'
    """
    added = [*_spelled_out(question), *_described(question), *_broader(question)]
    said, new = question.lower(), list[str]()
    for text in added:
        if text.lower() not in said:
            new.append(text)
            said += f"; {text.lower()}"
    return f"{question} ({'; '.join(new)})" if new else question


def _spelled_out(question: str) -> list[str]:
    any_case, as_written = _abbreviations()
    words = _WORD.findall(question)
    found = (as_written.get(word) or any_case.get(word.lower()) for word in words)
    return [text for text in found if text]


def _described(question: str) -> list[str]:
    found: list[str] = []
    for written in icd10cm.codes_in(question):
        description = icd10cm.describe(written.code)
        if description:
            found.append(description)
        made = icd10cm.diagnosis(written.code)
        if made:
            found += _wider(made.type, made.site)
    return found


def _broader(question: str) -> list[str]:
    words = [plain(question[start:end]) for start, end in parts(question)]
    known = [folded(word, _vocabulary()) for word in words]
    found: list[str] = []
    i = 0
    while i < len(known):
        for n in range(min(_LONGEST, len(known) - i), 0, -1):
            entry = _names().get(tuple(known[i : i + n]))
            if entry:
                found += _words_of(entry)
                i += n - 1
                break
        i += 1
    return found


def _words_of(entry: Lesion | Place) -> list[str]:
    if isinstance(entry, Lesion):
        return _wider(entry.type, entry.site or entry.usual_site)
    return _wider(None, entry.site)


def _wider(kind: str | None, site: str | None) -> list[str]:
    tables = _broader_words()
    found = (tables["type"].get(kind or ""), tables["site"].get(site or ""))
    return [text for text in found if text]


@cache
def _abbreviations() -> tuple[dict[str, str], dict[str, str]]:
    read = tomllib.loads((_HERE / "abbreviations.toml").read_text(encoding="utf-8"))
    return read["any_case"], read["as_written"]


@cache
def _broader_words() -> dict[str, dict[str, str]]:
    return tomllib.loads((_HERE / "broader.toml").read_text(encoding="utf-8"))


@cache
def _vocabulary() -> frozenset[str]:
    return frozenset(word for term in terms() for word in phrase(term.text))


@cache
def _names() -> dict[tuple[str, ...], Lesion | Place]:
    """Entries by their plain names; lesions before places, abbreviations left to their table."""
    found: dict[tuple[str, ...], Lesion | Place] = {}
    for term in sorted(terms(), key=_is_place):
        if not (term.is_abbreviation or term.weak):
            words = (folded(word, _vocabulary()) for word in phrase(term.text))
            found.setdefault(tuple(words), term.entry)
    return found


def _is_place(term: Term) -> bool:
    return isinstance(term.entry, Place)
