"""The policy's revision log as data, and what lies ahead of its first version."""

from __future__ import annotations

from datetime import date

from rules.case import Case
from rules.determination import Outcome
from rules.policy import LogEntry, Support, Without

FIRST = "4/1/16"
CHANGED = "5/28/19"
NO_CHANGE = "No change to policy statement."


def _review(written: str, day: date, quote: str = NO_CHANGE) -> LogEntry:
    return LogEntry(written, day, quote)


LOG = (
    LogEntry(
        FIRST,
        revised=date(2016, 4, 1),
        effective=date(2016, 5, 31),
        quote="Notification given 4/1/16 for effective date 5/31/16.",
        version=FIRST,
    ),
    _review("5/31/16", date(2016, 5, 31)),
    _review("6/30/17", date(2017, 6, 30)),
    _review("6/8/18", date(2018, 6, 8), "No changes to policy statements."),
    LogEntry(
        CHANGED,
        revised=date(2019, 5, 28),
        effective=date(2019, 5, 28),
        quote="changed statement A parameters from 50% to 25%",
        version=CHANGED,
    ),
    _review("6/9/20", date(2020, 6, 9)),
    _review("6/15/21", date(2021, 6, 15)),
    _review("5/31/22", date(2022, 5, 31)),
    _review("6/13/23", date(2023, 6, 13)),
    _review("6/12/24", date(2024, 6, 12)),
)


def before_notification_took_effect(case: Case, day: date) -> Without:  # noqa: ARG001
    """Ahead of the first version the document itself shows that none was in force."""
    return Without(
        Outcome.NOT_IN_FORCE,
        Support((LOG[0].says("Notification given 4/1/16 for effective date 5/31/16"),)),
    )
