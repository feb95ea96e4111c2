"""The two policies as the reader takes them apart."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

import pytest

from ingest.reading import read
from retriever.corpus import Corpus
from retriever.passages import Passage, Role

BCBSNC = "bcbsnc-imrt-sarcoma-extremities"
LHCC = "lhcc-la-cp-mp-69-imrt"
CORPUS = Corpus.load()
PASSAGES = {policy_id: read(document) for policy_id, document in CORPUS.documents.items()}
BY_LABEL = {policy_id: {p.label: p for p in each} for policy_id, each in PASSAGES.items()}
EVERY = [passage for each in PASSAGES.values() for passage in each]

LHCC_OUTLINE = [
    "I",
    *(f"I.{letter}" for letter in "ABCDE"),
    *(
        label
        for site, letters in enumerate(
            ("abcde", "abcd", "abcdefgh", "abcd", "abcde", "abc", "abc", "abcde"), start=1
        )
        for label in (f"I.E.{site}", *(f"I.E.{site}.{letter}" for letter in letters))
    ),
]


def by_label(policy_id: str, label: str) -> Passage:
    return BY_LABEL[policy_id][label]


@pytest.mark.parametrize("passage", EVERY, ids=lambda p: f"{p.policy_id}: {p.label}")
def test_a_passage_is_the_document_between_its_offsets_within_one_line(passage: Passage) -> None:
    text = CORPUS[passage.policy_id].text
    assert text[passage.start : passage.end] == passage.text
    assert "\n" not in passage.text
    assert passage.text.strip() == passage.text != ""


@pytest.mark.parametrize("policy_id", [BCBSNC, LHCC])
def test_labels_are_unique_and_passages_stand_in_reading_order(policy_id: str) -> None:
    passages = PASSAGES[policy_id]
    assert len({p.label for p in passages}) == len(passages)
    assert all(a.end <= b.start for a, b in pairwise(passages))


@pytest.mark.parametrize("policy_id", [BCBSNC, LHCC])
def test_no_line_is_lost_but_headings_links_and_code_descriptors(policy_id: str) -> None:
    text = CORPUS[policy_id].text
    rest = list(text)
    for passage in PASSAGES[policy_id]:
        rest[passage.start : passage.end] = " " * len(passage.text)
    headings = {p.path[0] for p in PASSAGES[policy_id]}
    lines = [line.strip() for line in "".join(rest).split("\n")]
    lost = [
        line
        for line in lines
        if len(re.sub(r"\W", "", line)) > 2
        and line.rstrip(":") not in headings
        and not re.fullmatch(r"\[.*\]\(#\)", line)
        and "Intensity modulated" not in line  # descriptors of CPT and HCPCS codes
        and "Multi-leaf" not in line
        and "Compensator-based" not in line
        and not line.startswith(("CPT® Codes", "HCPCS Codes", "Reviews, Revisions"))
    ]
    assert lost == []


def test_lhccs_outline_is_complete_in_order_and_breast_keeps_its_torn_half() -> None:
    labels = [p.label for p in PASSAGES[LHCC] if re.fullmatch(r"I(\..+)?", p.label)]
    assert labels == LHCC_OUTLINE
    assert by_label(LHCC, "I.E.3").text.startswith("Breast, ")
    assert by_label(LHCC, "I.E.3.h").text.startswith("Whole breast radiotherapy")
    assert by_label(LHCC, "I.E.4.a").text.startswith("Primary or secondary tumors of the medias")


def test_an_outline_item_knows_the_heads_it_stands_under() -> None:
    assert by_label(LHCC, "I.E.6.a").path[0] == "Policy/Criteria"
    assert by_label(LHCC, "I.E.6.a").path[2:] == (
        "E. Indications by cancer site may include any of the following",
        "6. Sarcomas, any of the following",
    )


@pytest.mark.parametrize(
    ("label", "begins", "connective"),
    [
        ("A", "3D results in >=25% of the full circumference", ""),
        ("B", "IMRT results in a reduction in the absolute percent of the circumference", "AND"),
        ("C", "3D results in >=25% of the joint spaces", "OR"),
        ("D", "IMRT results in a reduction in the absolute percent of the joint space", "AND"),
    ],
)
def test_bcbsncs_bullets_carry_the_letters_of_its_log_and_their_connectives(
    label: str, begins: str, connective: str
) -> None:
    passage = by_label(BCBSNC, label)
    assert passage.text.startswith(begins)
    assert passage.connective == connective
    assert passage.role is Role.CRITERIA
    assert (passage.valid_from, passage.valid_to) == (date(2019, 5, 28), None)


@pytest.mark.parametrize(
    ("policy_id", "label", "begins", "ends"),
    [
        (BCBSNC, "Revision log 4/1/16", date(2016, 5, 31), date(2019, 5, 28)),
        (BCBSNC, "Revision log 4/1/16 2", date(2016, 5, 31), date(2019, 5, 28)),
        (BCBSNC, "Revision log 5/31/16", None, None),
        (BCBSNC, "Revision log 6/30/17", None, None),
        (BCBSNC, "Revision log 6/8/18", None, None),
        (BCBSNC, "Revision log 5/28/19", date(2019, 5, 28), None),
        (BCBSNC, "Revision log 6/9/20", None, None),
        (BCBSNC, "Revision log 6/15/21", None, None),
        (BCBSNC, "Revision log 5/31/22", None, None),
        (BCBSNC, "Revision log 6/13/23", None, None),
        (BCBSNC, "Revision log 6/12/24", None, None),
        (LHCC, "Revision log 12/1/20", None, None),
        (LHCC, "Revision log 2/22", None, None),
        (LHCC, "Revision log 1/23", None, None),
        (LHCC, "Revision log 09/23", date(2023, 12, 27), date(2024, 8, 16)),
        (LHCC, "Revision log 05/24", date(2024, 8, 16), date(2025, 6, 19)),
        (LHCC, "Revision log 3/25", date(2025, 6, 19), None),
    ],
)
def test_each_log_entry_speaks_for_the_days_of_the_version_it_brought(
    policy_id: str, label: str, begins: date | None, ends: date | None
) -> None:
    passage = by_label(policy_id, label)
    assert passage.role is Role.HISTORY
    assert (passage.valid_from, passage.valid_to) == (begins, ends)


def test_the_logs_hold_no_entry_but_those() -> None:
    entries = [p.label for p in EVERY if p.label.startswith("Revision log")]
    assert len(entries) == 17


@pytest.mark.parametrize(
    ("policy_id", "label", "role", "words"),
    [
        (BCBSNC, "77338", Role.CODING, "limited to 3 units per 60-day treatment course"),
        (BCBSNC, "Applicable service codes", Role.CODING, "77301, 77338, 77385, 77386, G6015"),
        (BCBSNC, "Related Policies 3", Role.BACKGROUND, "(IMRT) of the Chest"),
        (BCBSNC, "Disclosures", Role.DISCLAIMER, "Medical policy is not an authorization"),
        (BCBSNC, "Benefits Application", Role.GUIDELINE, "Member's Benefit Booklet"),
        (BCBSNC, "Policy Guidelines", Role.GUIDELINE, "approximately 11,930 cases"),
        (LHCC, "Note", Role.CRITERIA, "may not be an all-inclusive listing"),
        (LHCC, "Note 2", Role.CODING, "Non-covered codes are denoted (*)"),
        (LHCC, "Reference 47", Role.REFERENCE, "ASTRO Model Policies"),
        (LHCC, "Reference Number", Role.BACKGROUND, "LA.CP.MP.69"),
        (LHCC, "Background 4", Role.BACKGROUND, "OMRT and volumetric-modulated arc"),
        (LHCC, "Important Reminder 2", Role.DISCLAIMER, "does not constitute a contract"),
    ],
)
def test_a_passage_has_the_role_of_its_section(
    policy_id: str, label: str, role: Role, words: str
) -> None:
    passage = by_label(policy_id, label)
    assert words in passage.text
    assert passage.role is role


def test_a_code_table_gives_codes_and_leaves_descriptors_alone() -> None:
    rows = {p.label: p.text for p in PASSAGES[LHCC] if p.path[-1].endswith("Codes")}
    assert rows == {
        "77301": "77301",
        "77338": "77338",
        "77385": "77385",
        "77386": "77386",
        "G6015": "G6015*",
        "G6016": "G6016*",
    }


def test_criteria_of_lhcc_speak_from_the_day_their_version_took_effect() -> None:
    criteria = [p for p in PASSAGES[LHCC] if p.role is Role.CRITERIA]
    assert {(p.valid_from, p.valid_to) for p in criteria} == {(date(2025, 6, 19), None)}
    assert by_label(LHCC, "I.A").is_in_force(date(2025, 6, 19))
    assert not by_label(LHCC, "I.A").is_in_force(date(2025, 6, 18))
