"""A coverage policy: its dated versions, its revision log and what it says of codes, as data."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from rules.case import Case, Link
from rules.determination import (
    CodeFinding,
    CodeRequest,
    Interpretation,
    Outcome,
    Quote,
    VersionSpan,
)
from rules.facts import Fact
from rules.findings import Finding


@dataclass(frozen=True)
class LogEntry:
    """One entry of a revision log: dates as the document gives them, and what it changed.

    `version` is the label of the version that it begins, empty where it changed no criterion.
    `is_held=False` marks a change whose criteria the document no longer shows.
    """

    written: str
    revised: date
    quote: str
    approved: date | None = None
    effective: date | None = None
    version: str = ""
    is_held: bool = True

    @property
    def label(self) -> str:
        """The label of the entry's passage."""
        return f"Revision log {self.written}"

    def says(self, words: str = "") -> Quote:
        """Words of the entry as a quote: its own `quote` unless others are given."""
        return Quote(words or self.quote, self.label)


@dataclass(frozen=True)
class Support:
    """What an outcome rests on beyond the criteria: quotes, plain sentences, readings."""

    quotes: tuple[Quote, ...] = ()
    remarks: tuple[str, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()

    def __add__(self, other: Support) -> Support:
        """Both, in order."""
        return Support(
            self.quotes + other.quotes,
            self.remarks + other.remarks,
            self.interpretations + other.interpretations,
        )


@dataclass(frozen=True)
class Version:
    """The criteria of one policy from one effective date on.

    `unmet` and `unmet_says` tell what follows, in the policy's words, when they are not met.
    """

    label: str
    effective_from: date
    decide: Callable[[Case], Finding]
    unmet: Outcome
    unmet_says: Support
    hedge: Quote

    @property
    def meaning(self) -> str:
        """In a sentence, what the version asks for."""
        return (self.decide.__doc__ or "").split("\n", 1)[0]


@dataclass(frozen=True)
class Without:
    """The outcome for a date or a condition that no held version speaks of."""

    outcome: Outcome
    support: Support


def no_support(case: Case, day: date, outcome: Outcome) -> Support:  # noqa: ARG001
    """Nothing beyond what the version itself says."""
    return Support()


@dataclass(frozen=True, kw_only=True)
class Policy:
    """One policy of one payer, as its dated versions (oldest first) and all it says around them.

    `scope` is unmet where the policy does not speak of the condition, `outside` then gives the
    outcome; `before` gives it for dates ahead of the first held version. `beside` adds what an
    outcome needs said. `order` ranks the facts to ask for; `general` are labels of criteria that
    hold for any diagnosis and are asked last, unless the user began one.
    """

    id: str
    payer_id: str
    payer: str
    title: str
    short_name: str
    versions: tuple[Version, ...]
    log: tuple[LogEntry, ...]
    facts: tuple[Fact, ...]
    notices: tuple[Quote, ...]
    codes: tuple[str, ...]
    code_limits: tuple[tuple[str, str], ...]
    interpretations: tuple[Interpretation, ...]
    judge_code: Callable[[Case, date, CodeRequest], CodeFinding]
    before: Callable[[Case, date], Without]
    scope: Callable[[Case], Finding] | None = None
    outside: Callable[[Case], Without] | None = None
    beside: Callable[[Case, date, Outcome], Support] = no_support
    order: Callable[[Case], Sequence[str]] | None = None
    links: tuple[Link, ...] = ()
    general: frozenset[str] = frozenset()

    def __str__(self) -> str:
        return self.id

    __repr__ = __str__

    def version_on(self, day: date) -> Version | None:
        """The version that governs a service given on that day, `None` ahead of the first."""
        begun = [version for version in self.versions if version.effective_from <= day]
        return begun[-1] if begun else None

    def span_of(self, version: Version) -> VersionSpan:
        """From when to when the version holds."""
        later = self.versions[self.versions.index(version) + 1 :]
        end = later[0].effective_from if later else None
        return VersionSpan(version.label, version.effective_from, end)

    def fact(self, name: str) -> Fact | None:
        """The fact of that name, if this policy asks for it."""
        return next((fact for fact in self.facts if fact.name == name), None)
