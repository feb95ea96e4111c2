"""What the rules conclude about one case on one date, with the policy's words for each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rules.facts import Fact
from rules.findings import Finding


class Outcome(StrEnum):
    """The answers a determination can give."""

    CRITERIA_MET = "criteria_met"
    CRITERIA_NOT_MET = "criteria_not_met"
    INFORMATION_NEEDED = "information_needed"
    CLINICAL_REVIEW = "clinical_review"
    VERSION_UNAVAILABLE = "version_unavailable"
    NOT_IN_FORCE = "not_in_force"
    NOT_ADDRESSED = "not_addressed"


class CodeStatus(StrEnum):
    """What a policy says of a billing code."""

    LISTED = "listed"
    NOT_LISTED = "not_listed"
    NON_COVERED = "non_covered"
    CASE_BY_CASE = "case_by_case"
    LIMIT_EXCEEDED = "limit_exceeded"
    INFORMATION_NEEDED = "information_needed"
    VERSION_UNAVAILABLE = "version_unavailable"


@dataclass(frozen=True)
class Quote:
    """The policy's own words; `label` names the passage where the words alone do not."""

    text: str
    label: str = ""


@dataclass(frozen=True)
class Interpretation:
    """A reading chosen where the text leaves one open, and what the other one would be."""

    reading: str
    other_reading: str
    quote: Quote | None = None
    other_quote: Quote | None = None


@dataclass(frozen=True)
class VersionSpan:
    """Which version a determination used; `effective_to` is exclusive, `None` while in force."""

    label: str
    effective_from: date
    effective_to: date | None


@dataclass(frozen=True)
class CodeRequest:
    """A billing code as asked about, with what was said of its units."""

    code: str
    units: int | None = None
    plans: int | None = None
    days: int | None = None


@dataclass(frozen=True)
class CodeFinding:
    """What the policy says of one code on the date of service.

    `valid_on_date_of_service` comes from the national code calendar and is not policy text.
    """

    code: str
    status: CodeStatus
    valid_on_date_of_service: bool
    limit: str | None
    quotes: tuple[Quote, ...]
    note: str = ""
    missing: tuple[Fact, ...] = ()


@dataclass(frozen=True)
class Determination:
    """The outcome for one policy, date and set of facts; equal inputs give equal results.

    `missing` is ordered: the fact whose answer helps most comes first. `because` holds the
    passages beyond the criteria that the outcome rests on: what "not met" means, the note on an
    open list, the log entries of a version that the corpus does not hold, the related policy.
    `remarks` are plain sentences the answer must carry (a newer version may exist ...).
    `notices` are the disclaimers that accompany every answer about the policy.
    """

    policy_id: str
    date_of_service: date
    outcome: Outcome
    version: VersionSpan | None
    finding: Finding | None
    missing: tuple[Fact, ...] = ()
    interpretations: tuple[Interpretation, ...] = ()
    because: tuple[Quote, ...] = ()
    remarks: tuple[str, ...] = ()
    codes: tuple[CodeFinding, ...] = ()
    notices: tuple[Quote, ...] = ()
