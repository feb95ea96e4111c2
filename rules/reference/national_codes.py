"""The national code calendar: from when a code is no longer valid, and what replaced it.

Source: ASTRO, summary of the radiation oncology coding changes for 2026. Not policy text.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SOURCE = "ASTRO's summary of the coding changes for 2026"


@dataclass(frozen=True)
class Retirement:
    """A code that national coding retired for dates of service from `first_invalid_day` on."""

    code: str
    first_invalid_day: date
    replaced_by: tuple[str, ...]


_DELIVERY_2026 = ("77402", "77407", "77412")
RETIRED = {
    code: Retirement(code, date(2026, 1, 1), _DELIVERY_2026)
    for code in ("77385", "77386", "G6015", "G6016")
}


def is_valid(code: str, day: date) -> bool:
    """Whether the calendar knows of no retirement of the code by that date of service."""
    return code not in RETIRED or day < RETIRED[code].first_invalid_day


def note_on(code: str, day: date) -> str:
    """A sentence on a code that is no longer valid that day; empty for one that is."""
    if is_valid(code, day):
        return ""
    retired = RETIRED[code]
    return (
        f"Not policy text: national coding retired {code} for dates of service from "
        f"{retired.first_invalid_day.isoformat()}; delivery is then reported with "
        f"{', '.join(retired.replaced_by[:-1])} or {retired.replaced_by[-1]} ({SOURCE})."
    )
