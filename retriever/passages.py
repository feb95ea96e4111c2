"""Passages and citations: the words of a policy, and where exactly they stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Role(StrEnum):
    """What a passage does in its document."""

    CRITERIA = "criteria"
    GUIDELINE = "guideline"
    CODING = "coding"
    HISTORY = "history"
    REFERENCE = "reference"
    DISCLAIMER = "disclaimer"
    BACKGROUND = "background"


@dataclass(frozen=True)
class Passage:
    """A stretch of a document that is found and quoted as one.

    `start` and `end` count code points in the untouched text: `document[start:end] == text`.
    `valid_from` and `valid_to` (exclusive) are the dates of service the passage speaks for;
    `None` is an open end. `connective` says how a listed item is joined to the one before it:
    `AND`, `OR`, or nothing where the list's head says so.
    """

    policy_id: str
    label: str
    path: tuple[str, ...]
    role: Role
    start: int
    end: int
    text: str
    valid_from: date | None = None
    valid_to: date | None = None
    connective: str = ""

    def is_in_force(self, day: date) -> bool:
        """Whether the passage speaks for a service given on that day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day < self.valid_to)


@dataclass(frozen=True)
class Citation:
    """A checked quote: `document[start:end] == quote`, and all that is needed to cite it.

    `policy_version` is the label of the version the passage belongs to; `superseded` says that
    the passage is the text of an earlier version, shown for history only.
    """

    policy_id: str
    payer_id: str
    title: str
    policy_version: str
    section: tuple[str, ...]
    label: str
    role: Role
    quote: str
    start: int
    end: int
    document_sha256: str
    superseded: bool = False
