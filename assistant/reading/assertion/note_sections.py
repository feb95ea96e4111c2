"""Sections of a clinical note whose heading says whose or of when everything under it is.

"FH: father with prostate ca. Mother died of lymphoma." is all of relatives, up to the next heading
or to a sentence that speaks of the patient again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

from spacy.tokens import Doc

from assistant.reading.assertion.relatives import RELATIVES
from assistant.reading.assertion.scopes import Scope
from assistant.reading.language.once import message_of

_READ = tomllib.loads(Path(__file__).with_name("headings.toml").read_text(encoding="utf-8"))
_KINDS = {name: kind for kind in ("family", "historical") for name in _READ[kind]}
_RESUMES = frozenset(_READ["resumes"])
_SENTENCE = re.compile(r"[^.\n;]+(?:\.(?!\s)[^.\n;]*)*[.\n;]*")
_WORD = re.compile(r"[a-z]+")
_HEADING = re.compile(
    r"(?:^|(?<=[\n.;|]))[ \t*#_\-•]*(?P<name>[A-Za-z][A-Za-z/& ]{0,40}?)[ *_]*[:\n][*_]*",
    re.MULTILINE,
)


def section_scopes(doc: Doc) -> Iterator[Scope]:
    """A scope for each sentence that stands under a heading of family or of past history."""
    text = message_of(doc)
    if ":" not in text and "\n" not in text:
        return
    headings = [match for match in _HEADING.finditer(text) if _is_heading(match, text)]
    starts = [match.start("name") for match in headings] + [len(text)]
    for heading, end in zip(headings, starts[1:], strict=True):
        kind = _KINDS.get(heading["name"].strip().lower())
        if kind is None:
            continue
        stop = _end_of_section(text, heading.end(), end)
        if heading.end() < stop:
            yield Scope(kind, heading.end(), stop, heading.start("name"), heading.end())


def _is_heading(match: re.Match[str], text: str) -> bool:
    """A known name, or a few words before a colon; a line without a colon needs a known name."""
    if match["name"].strip().lower() in _KINDS:
        return True
    return ":" in match[0] and not text[match.end() : match.end() + 1].isdigit()


def _end_of_section(text: str, start: int, end: int) -> int:
    """Where the section ends: at the next heading, or where the patient is spoken of again.

    Without another heading only sentences that name a relative still belong to it.
    """
    for sentence in _SENTENCE.finditer(text, start, end):
        words = _WORD.findall(sentence.group().lower())
        is_told = end < len(text) or not RELATIVES.isdisjoint(words)
        if sentence.start() > start and words and (words[0] in _RESUMES or not is_told):
            return sentence.start()
    return end
