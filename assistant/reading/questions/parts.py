"""Parts of a policy that a question names: criteria by letter, references by number, body sites."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from spacy.tokens import Doc

from assistant.reading.questions.cue_notation import Cue
from assistant.reading.questions.cues import CueReader

CUES = Path(__file__).with_name("topics.toml")


@dataclass(frozen=True)
class Focus:
    """A part of a policy asked about: `said` in the user's words, `sought` in passages."""

    name: str
    sought: tuple[str, ...]
    said: str

    def seeks(self, words: str) -> bool:
        """Whether a passage or heading of these words is what was asked about."""
        return any(sought in words.lower() for sought in self.sought)


_OUTLINE = re.compile(r"\b(?:I\.)?([A-E])\.(\d)(?:\.([a-h]))?\b|\bI\.([A-E])\b", re.IGNORECASE)
_LETTERS = re.compile(
    r"\b(?:criteri(?:on|a)|statements?|conditions?|letters?|items?|parts?|paragraphs?)\s+"
    r"((?:[A-E]\b(?!\.\d)(?:\s*(?:,|and|or|&)\s*)*)+)",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"\b(?:ref(?:erence)?|citation|footnote|source)s?\.?\s*(?:no\.?|number|#)?\s*(\d{1,3})\b",
    re.IGNORECASE,
)


def labels_of(text: str) -> tuple[str, ...]:
    """Criteria named by outline ("I.E.6.a", "E.8.b", "I.B") or by letter ("criteria A and B")."""
    found: list[str] = []
    for match in _OUTLINE.finditer(text):
        section, number, item, alone = match.groups()
        parts = ["I", (alone or section).upper(), number or "", (item or "").lower()]
        found.append(".".join(part for part in parts if part))
    for match in _LETTERS.finditer(text):
        found += [letter.upper() for letter in re.findall(r"\b[A-Ea-e]\b", match.group(1))]
    return tuple(dict.fromkeys(found))


def reference_of(text: str) -> int | None:
    """The number of a reference that is asked for."""
    match = _REFERENCE.search(text)
    return int(match.group(1)) if match else None


def focus_of(doc: Doc) -> tuple[Focus, ...]:
    """The parts named, the longest words first."""
    reader, sought = _focus_reader()
    hits = reader.find(reader.fold(doc))
    said: dict[str, str] = {}
    for hit in sorted(hits, key=lambda hit: -len(hit.evidence.text)):
        said.setdefault(hit.cue.key, hit.evidence.text)
    return tuple(Focus(name, sought[name], words) for name, words in said.items())


@cache
def _focus_reader() -> tuple[CueReader, dict[str, tuple[str, ...]]]:
    parts = tomllib.loads(CUES.read_text(encoding="utf-8"))["focus"]
    cues = [Cue(part["name"], said, 1.0) for part in parts for said in part["said"]]
    return CueReader(cues, {}, {}), {part["name"]: tuple(part["sought"]) for part in parts}
