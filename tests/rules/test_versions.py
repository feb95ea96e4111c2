"""Versions and revision logs: every entry of the documents accounted for, every date to the day."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rules import evaluate, policy_of
from rules.determination import Outcome
from rules.facts import FactValue
from rules.policy import Policy
from tests.rules.policy_text import BCBSNC, LHCC, log_lines, on

BOTH = pytest.mark.parametrize("policy", [BCBSNC, LHCC], ids=lambda policy: policy.payer_id)
PROSTATE: dict[str, FactValue] = {"tumor_type": "carcinoma", "tumor_site": "prostate"}
THIGH: dict[str, FactValue] = {"tumor_type": "soft_tissue_sarcoma", "tumor_site": "thigh"}


@BOTH
def test_each_revision_log_entry_is_a_version_or_listed_as_no_change(policy: Policy) -> None:
    entries = log_lines(policy.id)
    no_change = {
        written
        for written, lines in entries.items()
        if re.search(r"No changes? to policy statement|References reviewed", " ".join(lines))
        and not re.search(r"[Aa]dded [CI]|[Cc]hanged statement|Added additional", " ".join(lines))
    }

    assert [entry.written for entry in policy.log] == list(entries)
    assert {entry.written for entry in policy.log if not entry.version} == no_change
    assert {version.label for version in policy.versions} == {
        entry.version for entry in policy.log if entry.version and entry.is_held
    }


@BOTH
def test_the_log_is_in_order_and_each_version_begins_with_its_entry(policy: Policy) -> None:
    by_label = {entry.version: entry for entry in policy.log if entry.version}

    assert [entry.revised for entry in policy.log] == sorted(entry.revised for entry in policy.log)
    assert [by_label[version.label].effective for version in policy.versions] == [
        version.effective_from for version in policy.versions
    ]


def test_the_dates_of_each_lhcc_entry_are_those_of_its_row() -> None:
    def written(day: date | None) -> str:
        return f"{day.month}/{day.day}/{day:%y}" if day else ""

    for entry in LHCC.log:
        row = log_lines(LHCC.id)[entry.written][0].split("\t")
        assert row[1:] == [entry.written, written(entry.approved), written(entry.effective)]


def test_the_dates_of_each_bcbsnc_entry_are_those_it_begins_with() -> None:
    for entry in BCBSNC.log:
        day = entry.revised
        assert entry.written == f"{day.month}/{day.day}/{day:%y}"


@pytest.mark.parametrize(
    ("day", "label", "ends"),
    [
        ("2016-05-31", "4/1/16", "2019-05-28"),
        ("2019-05-27", "4/1/16", "2019-05-28"),
        ("2019-05-28", "5/28/19", None),
        ("2026-11-21", "5/28/19", None),
    ],
)
def test_bcbsnc_version_of_the_day(day: str, label: str, ends: str | None) -> None:
    version = evaluate(BCBSNC, THIGH, on(day)).version

    assert version is not None
    assert (version.label, version.effective_to) == (label, on(ends) if ends else None)


@pytest.mark.parametrize("facts", [THIGH, {}], ids=["sarcoma", "nothing known"])
def test_before_the_notification_took_effect_no_version_was_in_force(
    facts: dict[str, FactValue],
) -> None:
    found = evaluate(BCBSNC, facts, on("2016-05-30"))

    assert found.outcome is Outcome.NOT_IN_FORCE
    assert [quote.text for quote in found.because] == [
        "Notification given 4/1/16 for effective date 5/31/16"
    ]
    assert found.version is None
    assert found.missing == ()


def test_another_condition_is_not_addressed_even_before_the_policy() -> None:
    assert evaluate(BCBSNC, PROSTATE, on("2016-05-30")).outcome is Outcome.NOT_ADDRESSED


@pytest.mark.parametrize(
    ("day", "outcome"),
    [("2025-06-18", Outcome.VERSION_UNAVAILABLE), ("2025-06-19", Outcome.CRITERIA_MET)],
)
def test_lhcc_version_of_the_day(day: str, outcome: Outcome) -> None:
    assert evaluate(LHCC, PROSTATE, on(day)).outcome is outcome


def at(site: str, kind: str = "carcinoma") -> dict[str, FactValue]:
    return {"tumor_type": kind, "tumor_site": site}


@pytest.mark.parametrize(
    ("day", "facts", "words", "label"),
    [
        ("2019-08-01", at("bladder"), "Converted corporate to local policy.", "12/1/20"),
        ("2020-11-30", at("bladder"), "Converted corporate to local policy.", "12/1/20"),
        ("2021-12-31", at("bladder"), "Converted corporate to local policy.", "12/1/20"),
        ("2023-12-27", at("pancreas"), "Added Criteria I.G.10. pancreatic cancer.", "09/23"),
        ("2024-02-01", at("uterus"), "Added Criteria I.G.9. uterine neoplasms.", "09/23"),
        ("2024-02-01", at("lung"), "I.G.11. stage III non-small cell lung cancer", "09/23"),
        ("2024-08-15", at("bladder"), "Note for non-covered codes added.", "09/23"),
        ("2024-08-16", THIGH, "I.G.16. Soft tissue sarcoma when organ at risk", "05/24"),
        ("2024-10-01", at("breast"), "Left-sided breast cancers when treating the", "05/24"),
        ("2024-10-01", at("esophagus"), "I.G.12 Esophageal cancer", "05/24"),
        ("2024-10-01", at("mediastinum", "lymphoma"), "I.G.13. Mediastinal tumors", "05/24"),
        ("2024-10-01", at("endometrium"), "I.G.14. Endometrial cancer", "05/24"),
        ("2024-10-01", at("colon_or_rectum"), "I.G.15. Select rectal cancer cases", "05/24"),
        ("2024-10-01", at("pancreas"), "Added Criteria I.G.10. pancreatic cancer.", "09/23"),
        ("2025-06-18", {**THIGH, "age": 18}, "Age ≤ 18 years", "3/25"),
    ],
)
def test_the_log_entries_that_bear_on_the_question_are_quoted(
    day: str, facts: dict[str, FactValue], words: str, label: str
) -> None:
    found = evaluate(LHCC, facts, on(day))

    assert found.outcome is Outcome.VERSION_UNAVAILABLE
    assert [q.label for q in found.because if words in q.text] == [f"Revision log {label}"]


@pytest.mark.parametrize(("day", "facts"), [("2024-08-15", THIGH), ("2023-12-26", at("pancreas"))])
def test_an_entry_not_yet_in_effect_is_not_quoted(day: str, facts: dict[str, FactValue]) -> None:
    texts = " ".join(quote.text for quote in evaluate(LHCC, facts, on(day)).because)

    assert "I.G." not in texts


@pytest.mark.parametrize(
    ("day", "is_unclear"),
    [("2021-12-31", False), ("2022-01-01", True), ("2023-12-26", True), ("2023-12-27", False)],
)
def test_where_the_log_cannot_tell_which_version_applied_the_answer_says_so(
    day: str,
    is_unclear: bool,
) -> None:
    remarks = evaluate(LHCC, PROSTATE, on(day)).remarks

    assert any("cannot tell which version applied" in remark for remark in remarks) is is_unclear


def test_candidates_of_an_unclear_day_are_all_quoted() -> None:
    labels = [quote.label for quote in evaluate(LHCC, PROSTATE, on("2023-06-01")).because]

    assert labels[:3] == ["Revision log 12/1/20", "Revision log 2/22", "Revision log 1/23"]


def test_a_policy_is_found_by_its_payer_and_never_guessed() -> None:
    assert policy_of("bcbsnc") is BCBSNC
    assert policy_of("lhcc") is LHCC
    assert policy_of("tricare") is None
