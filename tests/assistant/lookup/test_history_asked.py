"""When something changed, asked of the revision logs."""

from __future__ import annotations

import pytest

from tests.assistant.lookup.asking import ask, quoted, quotes, text_of


@pytest.mark.parametrize(
    ("message", "payer", "label", "words", "when"),
    [
        (
            "When did Blue Cross NC add Radiation Therapy Services to the related policies of its "
            "extremity sarcoma policy?",
            "bcbsnc",
            "Revision log 5/31/22",
            "Added Radiation Therapy Services to related policies section.",
            "31 May 2022 (5/31/22 in the log)",
        ),
        (
            "In which revision did LHCC add the note on non-covered codes?",
            "lhcc",
            "Revision log 09/23",
            "Note for non-covered codes added.",
            "September 2023 (09/23 in the log, approval date 27 November 2023, "
            "effective 27 December 2023)",
        ),
        (
            "When did 50 % become 25 %?",
            None,
            "Revision log 5/28/19",
            "Statement C parameters changed from 50% to 25%;",
            "28 May 2019 (5/28/19 in the log)",
        ),
        (
            "when did LHCC add pancreatic cancer?",
            "lhcc",
            "Revision log 09/23",
            "Added Criteria I.G.10. pancreatic cancer.",
            "effective 27 December 2023",
        ),
        (
            "When was soft tissue sarcoma added?",
            "lhcc",
            "Revision log 05/24",
            "I.G.16. Soft tissue sarcoma when organ at risk dose constraints cannot be met.",
            "effective 16 August 2024",
        ),
        (
            "When was the ICD-10 code table removed?",
            None,
            "Revision log 1/23",
            "ICD-10 code table removed.",
            "January 2023 (1/23 in the log",
        ),
        (
            "when was the corporate policy converted to local?",
            "lhcc",
            "Revision log 12/1/20",
            "Converted corporate to local policy.",
            "1 December 2020",
        ),
        (
            "When was the BCBSNC policy first issued?",
            "bcbsnc",
            "Revision log 4/1/16",
            "4/1/16 New policy issued.",
            "1 April 2016 (4/1/16 in the log, effective 31 May 2016)",
        ),
    ],
)
def test_the_entry_that_bears_on_the_question_is_found(
    message: str, payer: str | None, label: str, words: str, when: str
) -> None:
    draft = ask(message, payer)
    assert {cite.label for cite in quotes(draft)} == {label}
    assert words in quoted(draft)
    assert when in draft.headline


def test_what_changed_in_a_month_is_the_whole_entry_of_that_month() -> None:
    draft = ask("What changed in May 2019 at BCBSNC?", "bcbsnc")
    assert [cite.label for cite in quotes(draft)] == ["Revision log 5/28/19"]


def test_a_date_as_the_log_writes_it_names_its_payer() -> None:
    draft = ask("what was added in 05/24?")
    assert {cite.label for cite in quotes(draft)} == {"Revision log 05/24"}
    assert "only its trace in the log is held" in text_of(draft)


def test_how_criteria_changed_since_a_year_names_the_entries_that_changed_them() -> None:
    draft = ask("How have the criteria changed since 2018?", "bcbsnc")
    assert [cite.label for cite in quotes(draft)] == ["Revision log 5/28/19"]


def test_the_whole_log_is_read_out_when_asked_for() -> None:
    labels = {cite.label for cite in quotes(ask("show me the revision log", "bcbsnc"))}
    assert {"Revision log 4/1/16", "Revision log 6/12/24"} <= labels
    assert len(labels) == 11


def test_a_change_that_the_log_does_not_name_is_not_made_up() -> None:
    draft = ask("When did LHCC add hyperhidrosis?", "lhcc")
    assert draft.headline == "The revision log does not speak of that."
    assert "hyperhidrosis" not in " ".join(quoted(draft))
