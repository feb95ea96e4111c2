"""Boxes of a form: "[x] left [ ] right" affirms left only, "IMN: [ ] yes [x] no" negates IMN."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.reading.assertion.scopes import Scope
from assistant.reading.language.once import message_of

_BOX = re.compile(
    r"(?P<ticked>\[ ?[xX✓✔] ?\]|\( ?[xX✓✔] ?\)|[☒☑✅])|(?P<empty>\[ {0,3}\]|\(  ?\)|[☐❏□])"
)
_OPTION_END = re.compile(r"[.;|\n]|,\s|(?<=\w)\s+(?=[A-Z]?[\w/ -]{1,30}:)")
_YES, _NO = frozenset({"yes", "y"}), frozenset({"no", "n", "none"})


@dataclass(frozen=True)
class _Option:
    """One box with the words that it ticks; `label` is where the words before its group stand."""

    is_ticked: bool
    box: tuple[int, int]
    words: tuple[int, int]
    label: tuple[int, int]


@dataclass(frozen=True)
class Boxes:
    """What the boxes of a message say.

    `answers` are the places of a "yes" or "no" behind a box: they speak of the label only.
    """

    scopes: tuple[Scope, ...] = ()
    answers: tuple[tuple[int, int], ...] = ()

    def holds(self, start: int) -> bool:
        """Whether a word that begins here is a box's own "yes" or "no"."""
        return any(first <= start < last for first, last in self.answers)


def read_boxes(doc: Doc) -> Boxes:
    """The scopes that the boxes of the message make."""
    scopes: list[Scope] = []
    answers: list[tuple[int, int]] = []
    for group in _groups(message_of(doc)):
        said = {_word(message_of(doc), option): option for option in group}
        yes = next((said[word] for word in said if word in _YES), None)
        no = next((said[word] for word in said if word in _NO), None)
        answers += [option.words for option in (yes, no) if option]
        if no and (no.is_ticked or yes):
            is_open = yes is not None and yes.is_ticked == no.is_ticked
            if is_open or no.is_ticked:
                scopes.append(_over(no.label, no.box, "hypothetical" if is_open else "negated"))
        elif yes and not yes.is_ticked:
            scopes.append(_over(yes.label, yes.box, "negated"))
        scopes += [
            _over(option.words, option.box, "negated")
            for option in group
            if option not in {yes, no} and not option.is_ticked
        ]
    return Boxes(tuple(scope for scope in scopes if scope.start < scope.end), tuple(answers))


def _groups(text: str) -> Iterator[list[_Option]]:
    """The boxes line by line, those of one label together."""
    begin = 0
    for line in text.splitlines(keepends=True):
        boxes = list(_BOX.finditer(line))
        if boxes:
            yield from _groups_of_line(line, begin, boxes)
        begin += len(line)


def _groups_of_line(line: str, begin: int, boxes: list[re.Match[str]]) -> Iterator[list[_Option]]:
    is_behind = not line[boxes[-1].end() :].strip(" .;,|\n\r") and ":" in line[: boxes[0].start()]
    group: list[_Option] = []
    label = (0, boxes[0].start())
    if is_behind:
        label = (0, line.index(":") + 1)
    for i, box in enumerate(boxes):
        following = boxes[i + 1].start() if i + 1 < len(boxes) else len(line)
        if is_behind:
            first, last = (boxes[i - 1].end() if i else label[1]), box.start()
        else:
            first, last = box.end(), following
        end = _OPTION_END.search(line, first + 1, last)
        stop = end.start() if end and not is_behind else last
        group.append(
            _Option(
                box["ticked"] is not None,
                (begin + box.start(), begin + box.end()),
                (begin + first, begin + stop),
                (begin + label[0], begin + label[1]),
            )
        )
        if not is_behind and line[stop:last].strip(" ,.;|\n\r"):
            yield group
            group, label = [], (stop, last)
    if group:
        yield group


def _word(text: str, option: _Option) -> str:
    return text[slice(*option.words)].strip(" .,;:|()\r\n").lower()


def _over(words: tuple[int, int], box: tuple[int, int], kind: str) -> Scope:
    return Scope(kind, *words, *box)
