"""The body of a section: outline items, bullets, code tables, notes, named lines, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ingest.lines import Draft, Line, plain
from ingest.outline import Outline
from ingest.sections import Section
from retriever.passages import Role

_CODE = r"\d{5}|[A-Z]\d{4}|\d{4}[A-Z]"
_CODE_CELL = re.compile(rf"({_CODE})\*?")
_CODE_SENTENCE = re.compile(rf"(?:CPT|HCPCS)®?(?: codes?)? ({_CODE})\b")
_BULLET = re.compile(r"(?:(AND|OR)\s+)?[-•*·–]\s+(?=\S)")
_CLOSING_CONNECTIVE = re.compile(r"\b(AND|OR)$")
_NOTE = re.compile(r"\W*note\s*:", re.IGNORECASE)
_NAMED = re.compile(r"([A-Z][\w®/-]*(?: [\w®/-]+){0,4}):\s+(?=\S)")
_LINK_ONLY = re.compile(r"\[[^\]]*\]\(#[^)]*\)")
_UNFINISHED = re.compile(r"[\w,]$")
_LONGEST_NAMED = 50


def drafts_of(section: Section) -> Iterator[Draft]:
    """The passages of a section, in order."""
    reader = _Body(section)
    for line in section.lines:
        draft = reader.read(line)
        if draft is not None:
            yield draft


@dataclass
class _Body:
    """What must be remembered from line to line within one section."""

    section: Section
    outline: Outline = field(default_factory=Outline)
    letters: int = 0
    table: tuple[str, ...] = ()
    before: Draft | None = None

    def read(self, line: Line) -> Draft | None:
        """The passage a line is; `None` for links to elsewhere and heads of tables."""
        if _LINK_ONLY.fullmatch(line.text):
            return None
        if is_table_head(line):
            self.table = (plain(line.cells()[0].text),)
            self.before = None
            return None
        self.before = (
            self._item(line)
            or self._continued(line)
            or self._bullet(line)
            or self._code_row(line)
            or self._paragraph(line)
        )
        return self.before

    def _draft(self, label: str, line: Line, *path: str, connective: str = "") -> Draft:
        return Draft(label, (*self.section.path, *path), self.section.role, line, connective)

    def _continued(self, line: Line) -> Draft | None:
        """A line that a page break cut off the one before it."""
        if self.before is None or not line.text[0].islower():
            return None
        if _UNFINISHED.search(self.before.line.text):
            return replace(self.before, line=line, connective="")
        return None

    def _item(self, line: Line) -> Draft | None:
        item = self.outline.item(line)
        if item is None:
            return None
        return self._draft(item.label, item.line, *item.ancestors, connective=self._joined())

    def _bullet(self, line: Line) -> Draft | None:
        """A bullet; those of criteria are lettered in order, as payers' own logs call them."""
        match = _BULLET.match(line.text)
        if match is None:
            return None
        label = self.section.label
        if self.section.role is Role.CRITERIA and self.letters < 26:
            label = chr(ord("A") + self.letters)
            self.letters += 1
        own = line.part(match.end())
        return self._draft(label, own, connective=match.group(1) or self._joined())

    def _joined(self) -> str:
        """The AND or OR that closes the item before."""
        match = _CLOSING_CONNECTIVE.search(self.before.line.text) if self.before else None
        return match.group(1) if match else ""

    def _code_row(self, line: Line) -> Draft | None:
        """A row of a code table: the code alone, since the descriptors are the AMA's to quote."""
        first = line.cells()[0]
        code = _CODE_CELL.fullmatch(first.text)
        if code is None or first.text == line.text:
            return None
        return self._draft(code.group(1), first, *self.table)

    def _paragraph(self, line: Line) -> Draft:
        """A paragraph, called by what it names itself or by its section's heading."""
        if self.section.path[0].startswith(line.text):
            return self._draft("Title", line)
        if _NOTE.match(line.text):
            return self._draft("Note", line)
        code = _CODE_SENTENCE.match(line.text)
        if code:
            return replace(self._draft(code.group(1), line), role=Role.CODING)
        named = _NAMED.match(line.text)
        if named and len(line.text.split()) <= _LONGEST_NAMED:
            return self._draft(named.group(1), line)
        return self._draft(self.section.label, line)


def is_table_head(line: Line) -> bool:
    """Whether a line is the head of a table: several cells, all short, none a number."""
    cells = [cell.text for cell in line.cells()]
    return len(cells) > 1 and all(
        cell and not cell[0].isdigit() and len(cell.split()) <= 4 for cell in cells
    )
