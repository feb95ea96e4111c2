"""The policy's revision log as data, and what it tells of versions that are not held."""

from __future__ import annotations

from datetime import date

from rules.case import Case
from rules.conditions import Clause, Condition, condition
from rules.determination import Outcome, Quote
from rules.findings import Truth
from rules.policy import LogEntry, Support, Without
from rules.tumors import TumorSite, TumorType

CONVERTED = LogEntry(
    "12/1/20",
    revised=date(2020, 12, 1),
    quote="Converted corporate to local policy.",
    version="12/1/20",
    is_held=False,
)
REVIEWED_2022 = LogEntry(
    "2/22",
    revised=date(2022, 2, 1),
    quote="Annual review. References reviewed and updated. Reviewed by specialist.",
)
REVIEWED_2023 = LogEntry(
    "1/23",
    revised=date(2023, 1, 1),
    approved=date(2023, 4, 10),
    quote="Annual review completed. Background updated. ICD-10 code table removed.",
)
SITES_ADDED = LogEntry(
    "09/23",
    revised=date(2023, 9, 1),
    approved=date(2023, 11, 27),
    effective=date(2023, 12, 27),
    quote="Note for non-covered codes added.",
    version="09/23",
    is_held=False,
)
MORE_SITES_ADDED = LogEntry(
    "05/24",
    revised=date(2024, 5, 1),
    approved=date(2024, 7, 16),
    effective=date(2024, 8, 16),
    quote="Added additional indications to criteria",
    version="05/24",
    is_held=False,
)
REWRITTEN = LogEntry(
    "3/25",
    revised=date(2025, 3, 1),
    approved=date(2025, 5, 20),
    effective=date(2025, 6, 19),
    quote="added I.E.1 - 8, all new indications by cancer site.",
    version="3/25",
)
LOG = (CONVERTED, REVIEWED_2022, REVIEWED_2023, SITES_ADDED, MORE_SITES_ADDED, REWRITTEN)

UNCLEAR_FROM = date(2022, 1, 1)
CLEAR_FROM = date(2023, 12, 27)


def _at(*sites: TumorSite) -> Condition:
    return condition(Clause(sites=frozenset(sites)))


# Indications that the log names, with the entry that added them and the diagnoses they speak of.
TRACES: tuple[tuple[LogEntry, str, Condition], ...] = (
    (
        SITES_ADDED,
        "Added Criteria I.G.9. uterine neoplasms.",
        _at(TumorSite.ENDOMETRIUM, TumorSite.UTERUS),
    ),
    (SITES_ADDED, "Added Criteria I.G.10. pancreatic cancer.", _at(TumorSite.PANCREAS)),
    (
        SITES_ADDED,
        "Added Criteria I.G.11. stage III non-small cell lung cancer.",
        _at(TumorSite.LUNG),
    ),
    (
        MORE_SITES_ADDED,
        "Changed I.G.8.b. to “Left-sided breast cancers when treating the internal mammary lymph "
        "nodes”, and I.G.8.c. to “When using external beam accelerated partial breast irradiation "
        "(APBI)”.",
        _at(TumorSite.BREAST),
    ),
    (MORE_SITES_ADDED, "I.G.12 Esophageal cancer", _at(TumorSite.ESOPHAGUS)),
    (
        MORE_SITES_ADDED,
        "I.G.13. Mediastinal tumors (e.g., lymphomas and thymomas)",
        condition(
            Clause(sites=frozenset({TumorSite.MEDIASTINUM})),
            Clause(frozenset({TumorType.THYMIC_TUMOR})),
        ),
    ),
    (MORE_SITES_ADDED, "I.G.14. Endometrial cancer", _at(TumorSite.ENDOMETRIUM)),
    (
        MORE_SITES_ADDED,
        "I.G.15. Select rectal cancer cases where there is lymph node involvement or require "
        "treatment of the inguinal lymph nodes",
        _at(TumorSite.COLON_OR_RECTUM),
    ),
    (
        MORE_SITES_ADDED,
        "I.G.16. Soft tissue sarcoma when organ at risk dose constraints cannot be met",
        condition(Clause(frozenset({TumorType.SOFT_TISSUE_SARCOMA}))),
    ),
)
AGE_BEFORE = 'leaving I.A. "Age ≤ 18 years"'


def before_rewriting(case: Case, day: date) -> Without:
    """A version was in force, but only the log speaks of it: the entries that bear on the case."""
    entries, remark = _entries_of(day)
    quotes = (*_traces(case, day), *(entry.says() for entry in entries), REWRITTEN.says())
    return Without(Outcome.VERSION_UNAVAILABLE, Support(quotes, (remark,)))


def _entries_of(day: date) -> tuple[tuple[LogEntry, ...], str]:
    """The log entries of the version of that day, or of those that it may have been."""
    if day < CONVERTED.revised:
        return (CONVERTED,), (
            "Before 12/1/20 a corporate policy applied, which the corpus does not hold."
        )
    if day < UNCLEAR_FROM:
        return (CONVERTED,), "The criteria of the version of 12/1/20 are not held."
    if day < CLEAR_FROM:
        reviews = [
            entry for entry in (REVIEWED_2022, REVIEWED_2023) if entry.revised.year <= day.year
        ]
        return (CONVERTED, *reviews), (
            "The revision log gives no effective date between 12/1/20 and 12/27/23, so it cannot "
            "tell which version applied on the date of service."
        )
    entry = SITES_ADDED if day < date(2024, 8, 16) else MORE_SITES_ADDED
    return (entry,), f"The criteria of the version of {entry.written} are not held."


def _traces(case: Case, day: date) -> tuple[Quote, ...]:
    begun = [
        (entry, words, named)
        for entry, words, named in TRACES
        if entry.effective and entry.effective <= day
    ]
    found = [
        entry.says(words)
        for entry, words, named in reversed(begun)
        if case.diagnosed(named).truth is Truth.MET
    ]
    age = case.value("age")
    if isinstance(age, int) and age <= 18:
        found.append(REWRITTEN.says(AGE_BEFORE))
    return tuple(found)
