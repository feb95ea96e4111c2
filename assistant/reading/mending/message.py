"""A message as it was meant to be typed: slips, lost spaces and foreign marks mended.

Every reader sees the mended text; `Mended.in_the_users_words` brings what they found back to the
message as it was written, so that evidence stays the user's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, TypeVar

from assistant.reading.mending.known import is_known
from assistant.reading.mending.marks import ONE_FOR_ONE, Change, changes_of_marks
from assistant.reading.mending.short_words import contraction_meant
from assistant.reading.mending.words import meant, run_together
from assistant.reading.mentions import Evidence

_WORD = re.compile(
    r"(?<![\w'.@/-])[A-Za-z]{2,7}(?:[';][A-Za-z]{0,2}|(?<=n) )t(?![\w@/'])"
    r"|(?<![\w'.@/-])[A-Za-z]{3,}(?![\w@/]|'[a-z]|-[a-z])|(?<![\w'@.])[A-Za-z]{5,}(?![\w@'])"
    r"|(?<![\w'.@/-])b4(?![\w@/-])"
)
_TITLED = re.compile(r"\b(?:dr|mr|mrs|ms|miss|prof|doctor|nurse|named?|called)\.? $", re.IGNORECASE)
Found = TypeVar("Found")


@dataclass(frozen=True)
class _Edit:
    """`message[start:end]` became the mended text's `[new_start:new_end]`."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True)
class Mended:
    """The text to read, and the message that it was made from."""

    text: str
    message: str
    edits: tuple[_Edit, ...] = ()

    def in_the_users_words(self, found: Found) -> Found:
        """The same, with all evidence in it taken from the message as it was written."""
        return found if self.text == self.message else self._restored(found)

    def _restored(self, found: Any) -> Any:
        if isinstance(found, Evidence):
            if found.start == found.end:
                return found
            start, end = self._start(found.start), self._end(found.end)
            return Evidence(start, end, self.message[start:end])
        if isinstance(found, tuple) and not hasattr(found, "_fields"):
            return tuple(map(self._restored, found))
        if is_dataclass(found) and not isinstance(found, type):
            changes = {
                field.name: self._restored(getattr(found, field.name)) for field in fields(found)
            }
            return replace(found, **changes)
        return found

    def _start(self, place: int) -> int:
        moved = 0
        for edit in self.edits:
            if place < edit.new_start:
                break
            if place < edit.new_end:
                return edit.start
            moved = edit.end - edit.new_end
        return place + moved

    def _end(self, place: int) -> int:
        moved = 0
        for edit in self.edits:
            if place <= edit.new_start:
                break
            if place <= edit.new_end:
                return edit.end
            moved = edit.end - edit.new_end
        return place + moved


def mend(message: str) -> Mended:
    """The message with what only one word or mark can have been meant by put right.

    >>> mend("recurent sarcoma comma thgih").text
    'recurrent sarcoma, thigh'
    """
    plain = message.translate(ONE_FOR_ONE)
    changes = sorted((*changes_of_marks(plain), *_slips(plain)))
    if not changes:
        return Mended(plain, message)
    parts: list[str] = []
    edits: list[_Edit] = []
    done = length = 0
    for start, end, new in changes:
        if start < done:
            continue
        kept = plain[done:start]
        length += len(kept)
        edits.append(_Edit(start, end, length, length + len(new)))
        parts += [kept, new]
        length, done = length + len(new), end
    return Mended("".join((*parts, plain[done:])), message, tuple(edits))


def _slips(text: str) -> Iterator[Change]:
    shouts = text.isupper()
    for one in _WORD.finditer(text):
        yield from _in_word(one[0], one.start(), text, shouts=shouts)


def _meant(lower: str) -> str | None:
    return meant(lower) if lower.isalnum() else contraction_meant(lower)


def _in_word(written: str, start: int, text: str, *, shouts: bool) -> Iterator[Change]:
    is_abbreviation = written[1:] != written[1:].lower() and not shouts
    if is_abbreviation or (
        written[0].isupper() and _TITLED.search(text[max(0, start - 9) : start])
    ):
        return
    lower = written.lower()
    word = None if written.istitle() and is_known(lower) else _meant(lower)
    if word is not None:
        cased = (
            word.upper()
            if written.isupper()
            else word.capitalize()
            if written[0].isupper()
            else word
        )
        yield start, start + len(written), cased
        return
    at = run_together(lower)
    if at is not None:
        yield start + at, start + at, " "
