"""Entries of a revision log: their dates in words, their sentences, and how far the log reaches."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

import rules
from assistant.answering.wording import MONTHS, in_words
from assistant.lookup.asked import Source
from assistant.lookup.matching import sentences
from retriever.passages import Passage, Role
from rules.policy import LogEntry

_LOG = "Revision log "
_PART = re.compile(r" \d+$")


@dataclass(frozen=True)
class Entry:
    """One entry: its date as written, its passages, and what the rules know of its dates."""

    written: str
    passages: tuple[Passage, ...]
    known: LogEntry | None

    @property
    def begins_a_version(self) -> bool:
        """Whether the entry changed criteria, as far as the rules know."""
        return self.known is not None and bool(self.known.version)

    @property
    def days(self) -> tuple[date, ...]:
        """Every date of the entry that is known: revised, approved, effective."""
        if self.known is None:
            return ()
        each = (self.known.revised, self.known.approved, self.known.effective)
        return tuple(day for day in each if day is not None)

    def whole(self) -> list[tuple[Passage, str]]:
        """Its words passage by passage, without the table's date columns."""
        return [(passage, passage.text.split("\t")[0]) for passage in self.passages]

    def columns(self) -> list[tuple[Passage, str]]:
        """The date columns of a table's row, as they stand behind its words."""
        return [
            (passage, passage.text.split("\t", 1)[1].strip())
            for passage in self.passages
            if "\t" in passage.text
        ]

    def sentences(self) -> list[tuple[Passage, str]]:
        """Its sentences with the passage each stands in; the table's date columns are left out."""
        return [
            (passage, sentence) for passage, words in self.whole() for sentence in sentences(words)
        ]


def entries(source: Source) -> list[Entry]:
    """The entries of a document's log, oldest first; a continued entry is one."""
    policy = source.policy
    known = {entry.label: entry for entry in policy.log} if policy else {}
    gathered: dict[str, list[Passage]] = {}
    for passage in source.passages(Role.HISTORY):
        if passage.label.startswith(_LOG):
            gathered.setdefault(_PART.sub("", passage.label), []).append(passage)
    return [
        Entry(label.removeprefix(_LOG), tuple(passages), known.get(label))
        for label, passages in gathered.items()
    ]


def dated(entry: Entry) -> str:
    """When, in words that cannot be misread: "28 May 2019 (5/28/19 in the log)"."""
    known = entry.known
    if known is None:
        return f"{entry.written} in the log"
    has_day = entry.written.count("/") == 2
    day = known.revised
    when = in_words(day) if has_day else f"{MONTHS[day.month - 1]} {day.year}"
    further = [f"{entry.written} in the log"]
    if known.approved is not None:
        further.append(f"approval date {in_words(known.approved)}")
    if known.effective is not None and known.effective != day:
        further.append(f"effective {in_words(known.effective)}")
    return f"{when} ({', '.join(further)})"


def remarks(source: Source) -> tuple[str, ...]:
    """What the rules have said with every answer for that day: that a newer version may exist."""
    if source.policy is None:
        return ()
    return rules.evaluate(source.policy, {}, source.day).remarks
