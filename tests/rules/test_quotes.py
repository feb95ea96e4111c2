"""Every quote stands in its document in exactly one place, and every number in its quote."""

from __future__ import annotations

import re

import pytest

from ingest.reading import quotes_of
from retriever.corpus import Corpus
from rules.case import Case
from rules.determination import CodeRequest, Quote
from rules.evaluation import code_findings
from rules.findings import Finding, Operator
from rules.lhcc.la_cp_mp_69_imrt import codes as lhcc_codes
from rules.lhcc.la_cp_mp_69_imrt import history as lhcc_history
from rules.policy import Policy, Version
from tests.rules.policy_text import (
    BCBSNC,
    LHCC,
    lines_labelled,
    on,
    outline_lines,
    quotes_in,
)

BOTH = pytest.mark.parametrize("policy", [BCBSNC, LHCC], ids=lambda policy: policy.payer_id)
VERSIONS = [version for policy in (BCBSNC, LHCC) for version in policy.versions]


def places(policy: Policy, quote: Quote) -> int:
    return sum(line.count(quote.text) for line in lines_labelled(policy.id, quote.label))


@BOTH
def test_every_quote_stands_in_exactly_one_place_under_its_label(policy: Policy) -> None:
    quotes = quotes_in(policy)

    assert len(quotes) > 25
    assert [quote for quote in quotes if places(policy, quote) != 1] == []


@BOTH
def test_every_quote_given_with_a_code_stands_in_exactly_one_place(policy: Policy) -> None:
    codes = [*policy.codes, "99213"]
    days = [on("2015-01-01"), on("2018-01-01"), on("2026-01-01")]
    given = {
        quote
        for day in days
        for found in code_findings(policy, {"age": 30}, day, [CodeRequest(code) for code in codes])
        for quote in found.quotes
    }

    assert [quote for quote in given if places(policy, quote) != 1] == []


def test_every_trace_of_an_earlier_version_stands_in_its_log_entry() -> None:
    traces = [entry.says(words) for entry, words, _ in lhcc_history.TRACES]

    assert len(traces) == 9
    assert [quote for quote in traces if places(LHCC, quote) != 1] == []


def test_each_criterion_of_the_outline_is_quoted_whole_under_its_label() -> None:
    """Without its enumerator, its closing semicolon and its footnote mark."""
    of_tree = {
        each.label: each.quote
        for each in LHCC.versions[0].decide(Case.of({})).all()
        if each.label.startswith("I")
    }
    in_document = {
        label: re.sub(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+$", "", words).rstrip(";")
        for label, words in outline_lines().items()
    }

    assert len(in_document) == 51
    assert of_tree == in_document


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.label)
def test_every_number_in_code_stands_in_its_own_quote(version: Version) -> None:
    measured = [leaf for leaf in version.decide(Case.of({})).all() if leaf.line is not None]

    assert measured
    assert [leaf for leaf in measured if not re.search(rf"\b{leaf.line}\b", leaf.quote)] == []


def test_the_age_for_starred_codes_stands_in_its_own_quote() -> None:
    assert f"under {lhcc_codes.CASE_BY_CASE_BELOW} years" in lhcc_codes.STAR.text


def unquoted_leaves(finding: Finding, *, is_quoted: bool) -> int:
    is_quoted = is_quoted or bool(finding.quote)
    if finding.operator is None:
        return 0 if is_quoted else 1
    return sum(unquoted_leaves(part, is_quoted=is_quoted) for part in finding.parts)


@pytest.mark.parametrize("version", VERSIONS, ids=lambda version: version.label)
def test_every_leaf_of_the_criteria_lies_under_a_quote(version: Version) -> None:
    tree = version.decide(Case.of({}))

    assert unquoted_leaves(tree, is_quoted=False) == 0
    assert tree.operator in {Operator.ANY_OF, Operator.ALL_OF}


@BOTH
def test_every_quote_can_be_cited_from_exactly_one_passage(policy: Policy) -> None:
    """Rules and retriever do not know each other: they meet in these words."""
    quotes = quotes_of(Corpus.load())

    for quote in quotes_in(policy):
        citation = quotes.cite(policy.id, quote.text, quote.label)
        assert citation.quote == quote.text
