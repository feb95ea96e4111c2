"""Revision logs: one passage an entry, called by the entry's date as written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lines import Draft
from ingest.sections import Section
from retriever.passages import Role

_DATE = r"\d{1,2}/(?:\d{1,2}/)?\d{2,4}"
_DATED_LINE = re.compile(rf"({_DATE})[\s:.–-]+(?=\S)")
_DATE_CELL = re.compile(_DATE)


def drafts_of(section: Section) -> Iterator[Draft]:
    """The entries of a log written as dated lines or as a table with a column of dates.

    A line without a date continues the entry above it.
    """
    label = section.label
    for line in section.lines:
        dated = _DATED_LINE.match(line.text)
        cells = (cell.text for cell in line.cells() if _DATE_CELL.fullmatch(cell.text))
        written = dated.group(1) if dated else next(cells, None)
        if written:
            label = f"Revision log {written}"
        yield Draft(label, section.path, Role.HISTORY, line)
