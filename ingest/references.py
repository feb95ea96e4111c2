"""Reference lists: one passage a source, called by its number where the document numbers it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.lines import Draft
from ingest.sections import Section
from retriever.passages import Role

_NUMBERED = re.compile(r"\[?(\d{1,3})[.\])]\s+(?=\S)")
_REVIEW = re.compile(r"\b(review|panel)\b.*\b\d{1,2}/(\d{1,2}/)?\d{2,4}$", re.IGNORECASE)


def drafts_of(section: Section) -> Iterator[Draft]:
    """The sources of a list; reviews that some payers keep among them are history."""
    for line in section.lines:
        numbered = _NUMBERED.match(line.text)
        label = f"Reference {numbered.group(1)}" if numbered else section.label
        role = Role.HISTORY if _REVIEW.search(line.text) else Role.REFERENCE
        yield Draft(label, section.path, role, line)
