"""Definitions, references, dates, disclaimers, related policies: asked of the documents."""

from __future__ import annotations

import pytest

from assistant.draft import AnswerKind
from tests.assistant.lookup.asking import BCBSNC, LHCC, ask, quoted, quotes, text_of


def test_imrt_is_defined_by_the_one_policy_that_defines_it() -> None:
    draft = ask("What is IMRT?")
    assert [cite.policy_id for cite in quotes(draft)] == [LHCC]
    assert quoted(draft)[0].startswith("IMRT is a technology that delivers highly conformal")


@pytest.mark.parametrize("message", ["What is STS?", "define soft tissue sarcoma"])
def test_sts_is_defined_from_abbreviation_or_name(message: str) -> None:
    assert quoted(ask(message))[0].startswith(
        "Soft tissue sarcomas (STS) are a heterogeneous group"
    )


def test_an_abbreviation_is_shown_where_the_policy_spells_it_out() -> None:
    assert quoted(ask("What does APBI stand for?")) == [
        "Accelerated partial breast irradiation (APBI), regardless of laterality;"
    ]


def test_a_term_used_but_not_defined_is_said_to_be_so() -> None:
    draft = ask("What is meant by re-irradiation?")
    assert draft.headline == "The policy uses the term “re-irradiation” but does not define it."
    assert [cite.label for cite in quotes(draft)] == ["I.D"]


def test_a_term_of_no_document_is_not_defined_from_memory() -> None:
    draft = ask("What is a hydrocele?")
    assert draft.kind is AnswerKind.UNSUPPORTED
    assert draft.outcome == "not_addressed"
    assert quotes(draft) == []


def test_a_reference_is_found_by_number() -> None:
    draft = ask("What is reference 47?")
    assert [cite.label for cite in quotes(draft)] == ["Reference 47"]


def test_references_are_found_by_subject_and_by_author() -> None:
    assert "Reference 46" in {c.label for c in quotes(ask("references on endometrial cancer?"))}
    assert [c.policy_id for c in quotes(ask("Is the Alektiar paper cited?"))] == [BCBSNC]


def test_a_long_list_of_references_is_cut_to_those_the_criteria_mark() -> None:
    draft = ask("What literature is the policy based on?", "lhcc")
    assert draft.headline == "The policy lists 50 references."
    assert [cite.label for cite in quotes(draft)] == ["Reference 47"]


def test_related_policies_are_named_and_said_not_to_be_held() -> None:
    draft = ask("What are the related policies?", "bcbsnc")
    assert len(quoted(draft)) == 6
    assert "Radiation Therapy Services" in quoted(draft)
    assert "not held" in draft.headline


def test_the_dates_of_bcbsnc_are_all_given() -> None:
    draft = ask("When was the policy last revised?", "bcbsnc")
    assert draft.headline == (
        "BCBSNC: first effective 31 May 2016, this version effective 28 May 2019, "
        "last log entry 6/12/24."
    )
    assert "Notification given 4/1/16 for effective date 5/31/16." in quoted(draft)


def test_the_effective_date_of_lhcc_is_that_of_its_newest_entry() -> None:
    draft = ask("Since when is LA.CP.MP.69 in force?")
    assert draft.headline == "LHCC: this version effective 19 June 2025, last log entry 3/25."


def test_the_disclaimer_is_read_out_whole() -> None:
    draft = ask("read me the disclaimer", "bcbsnc")
    assert [cite.label for cite in quotes(draft)] == ["Disclosures"]


def test_a_guarantee_of_payment_is_refused_with_each_policys_sentence() -> None:
    draft = ask("Is this a guarantee of payment?")
    assert draft.headline.startswith("No:")
    assert "It does not constitute a contract or guarantee regarding payment or results." in quoted(
        draft
    )


def test_the_heading_named_is_the_section_read_out() -> None:
    draft = ask("What does the Important Reminder say?")
    assert {cite.policy_id for cite in quotes(draft)} == {LHCC}
    assert len(quotes(draft)) == 7


def test_title_and_number_are_the_documents_own() -> None:
    draft = ask("What is the policy number?")
    assert "Reference Number: LA.CP.MP.69" in quoted(draft)
    assert "The document gives no policy number." in text_of(draft)


def test_reviewers_are_named_by_function() -> None:
    assert (
        "Specialty Matched Consultant Advisory Panel"
        in quoted(ask("Who reviews the BCBSNC policy?", "bcbsnc"))[-1]
    )


def test_payers_are_compared_side_by_side() -> None:
    draft = ask("Compare BCBSNC and LHCC on sarcoma", "bcbsnc")
    assert {cite.policy_id for cite in quotes(draft)} == {BCBSNC, LHCC}
    assert {"A", "D", "I.E.6.a"} <= {cite.label for cite in quotes(draft)}
    assert len(draft.notices) == 2


def test_what_only_one_payer_addresses_is_said() -> None:
    draft = ask("How do BCBSNC and LHCC differ for children?")
    assert draft.headline == "Only LHCC addresses it."
    assert [cite.label for cite in quotes(draft)] == ["I.A"]
