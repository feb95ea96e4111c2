"""Words are cited where they stand, or refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from ingest.reading import quotes_of
from retriever.corpus import Corpus
from retriever.errors import QuoteAltered, QuoteAmbiguous, QuoteNotFound, UnknownPassage

BCBSNC = "bcbsnc-imrt-sarcoma-extremities"
LHCC = "lhcc-la-cp-mp-69-imrt"
CORPUS = Corpus.load()
QUOTES = quotes_of(CORPUS)


@pytest.mark.parametrize(
    ("policy_id", "quote", "label"),
    [
        (BCBSNC, ">=25% of the full circumference of the femur or humerus", "A"),
        (BCBSNC, "limited to 3 units per 60-day treatment course", "77338"),
        (BCBSNC, "for effective date 5/31/16", "Revision log 4/1/16 2"),
        (LHCC, "adrenal incancers", "I.E.5.c"),
        (LHCC, "any of the following:⁴⁷", None),
        (LHCC, "**medically necessary**", "I"),
        (LHCC, "may not be an all-inclusive listing.⁴⁷", "Note"),
    ],
)
def test_a_quote_is_found_in_exactly_one_passage(
    policy_id: str, quote: str, label: str | None
) -> None:
    if label is None:
        with pytest.raises(QuoteAmbiguous, match=r"I\.E\.1, I\.E\.2"):
            QUOTES.cite(policy_id, quote)
        return
    citation = QUOTES.cite(policy_id, quote)
    assert citation.label == label
    assert CORPUS[policy_id].text[citation.start : citation.end] == quote == citation.quote
    QUOTES.verify(citation)


def test_a_label_chooses_between_two_passages_of_the_same_words() -> None:
    with pytest.raises(QuoteAmbiguous) as refused:
        QUOTES.cite(LHCC, "Endometrial cancer;")
    assert refused.value.labels == ("I.E.6.c", "I.E.7.c", "Revision log 05/24")
    sarcomas = QUOTES.cite(LHCC, "Endometrial cancer;", label="I.E.6.c")
    pelvic = QUOTES.cite(LHCC, "Endometrial cancer;", label="I.E.7.c")
    assert sarcomas.start < pelvic.start


def test_a_log_entry_over_two_lines_is_cited_under_its_one_label() -> None:
    quote = "3D results in >=50% of the joint spaces"
    assert QUOTES.cite(BCBSNC, quote, label="Revision log 4/1/16").quote == quote


@pytest.mark.parametrize(
    "quote",
    ["approved", "3d results in >=25%", "3D results in >=25 %", "", " ", "covered\nIntensity"],
)
def test_words_no_passage_holds_letter_by_letter_are_refused(quote: str) -> None:
    with pytest.raises(QuoteNotFound):
        QUOTES.cite(BCBSNC, quote)


@pytest.mark.parametrize(("start", "end"), [(1, 1), (0, 1), (1, 0), (-1, -1), (10**6, 10**6)])
def test_a_citation_moved_by_one_code_point_is_refused(start: int, end: int) -> None:
    citation = QUOTES.cite(BCBSNC, "limited to 3 units")
    moved = replace(citation, start=citation.start + start, end=citation.end + end)
    with pytest.raises(QuoteAltered):
        QUOTES.verify(moved)


def test_a_citation_of_other_words_or_of_another_text_is_refused() -> None:
    citation = QUOTES.cite(BCBSNC, "limited to 3 units")
    with pytest.raises(QuoteAltered, match="are not the quote"):
        QUOTES.verify(replace(citation, quote="limited to 4 units"))
    with pytest.raises(QuoteAltered, match="the corpus holds"):
        QUOTES.verify(replace(citation, document_sha256="0" * 64))


@pytest.mark.parametrize(
    ("on", "superseded"),
    [
        (None, True),
        (date(2018, 3, 1), False),
        (date(2019, 5, 27), False),
        (date(2019, 5, 28), True),
    ],
)
def test_the_fifty_percent_wording_is_superseded_from_the_day_it_was_replaced(
    on: date | None, superseded: bool
) -> None:
    citation = QUOTES.cite(BCBSNC, "3D results in >=50% of the full circumference", on=on)
    assert citation.superseded is superseded
    assert citation.policy_version == "4/1/16"


def test_a_citation_names_payer_title_version_section_and_document() -> None:
    citation = QUOTES.cite(LHCC, "Prostate cancer", label="I.E.8.a")
    assert citation.payer_id == "lhcc"
    assert citation.title == "Clinical Policy: Intensity-Modulated Radiotherapy (LA.CP.MP.69)"
    assert citation.policy_version == "3/25"
    assert citation.section[-1] == "8. Genitourinary, any of the following"
    assert citation.document_sha256 == CORPUS[LHCC].sha256


def test_a_passage_is_fetched_by_its_label_or_refused() -> None:
    assert QUOTES.passage(LHCC, "I.E.8.e").text == "Ureteral cancer;"
    with pytest.raises(UnknownPassage, match=r"I\.E\.9"):
        QUOTES.passage(LHCC, "I.E.9")
