"""Dates of service a passage speaks for, from its role and the versions of its manifest."""

from __future__ import annotations

from datetime import date

from retriever.manifest import Manifest
from retriever.passages import Role

Span = tuple[date | None, date | None]

_DATED = frozenset({Role.CRITERIA, Role.GUIDELINE, Role.CODING, Role.BACKGROUND})


def span_of(role: Role, label: str, manifest: Manifest) -> Span:
    """First day and the day after the last; `None` is an open end.

    A log entry that brought a version speaks for that version's days. Other entries, references
    and disclaimers are records, tied to no date of service. `label` is without a repeat's number.
    """
    if role is Role.HISTORY:
        brought = next((v for v in manifest.versions if v.log_label == label), None)
        return (brought.effective_from, brought.effective_to) if brought else (None, None)
    current = manifest.current
    if role not in _DATED or current is None:
        return None, None
    if role in current.changes:
        return current.effective_from, current.effective_to
    begins = [v.effective_from for v in manifest.versions if v.effective_from]
    return min(begins, default=None), current.effective_to
