"""A question taken apart: dates, names, roles, scope."""

from __future__ import annotations

import pytest

from retriever.corpus import Corpus
from retriever.dates import Month, months_of
from retriever.identifiers import identifiers_in
from retriever.passages import Role
from retriever.question import add_policy_words, weights_of_roles
from retriever.scope import scope_of

PAYERS = tuple(Corpus.load().payers.values())


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("5/28/19", (Month(2019, 5),)),
        ("3/25", (Month(2025, 3),)),
        ("2016-05-31", (Month(2016, 5),)),
        ("May 2022", (Month(2022, 5),)),
        ("June 3rd, 2024", (Month(2024, 6),)),
        ("in 2018", (Month(2018),)),
        ("before the 2019 change", (Month(2019, 0, before=True),)),
        ("13/25 or 77338 or 25%", ()),
    ],
)
def test_dates_are_read_to_the_month(text: str, months: tuple[Month, ...]) -> None:
    assert months_of(text) == months


@pytest.mark.parametrize(
    ("question", "identifiers"),
    [
        ("codes 77301, g6015 and J1234", ("77301", "G6015", "J1234")),
        ("LA.CP.MP.69 I.E.6.a", ("I.E.6.A",)),
        ("criterion b", ("B",)),
        ("ref. #47", ("REFERENCE 47",)),
        ("log entry from 05/24", ("REVISION LOG 5/24",)),
        ("C61 and C49.21, i.e. thigh", ()),
        ("a dose of 4000 cGy at $12345", ()),
    ],
)
def test_identifiers_are_recognised_and_look_alikes_are_not(
    question: str, identifiers: tuple[str, ...]
) -> None:
    assert identifiers_in(question).identifiers == identifiers


@pytest.mark.parametrize(
    ("question", "payers", "foreign"),
    [
        ("BCBSNC and LHCC compared", {"bcbsnc", "lhcc"}, ""),
        ("Blue Cross and Blue Shield of North Carolina", {"bcbsnc"}, ""),
        ("blue cross nc member", {"bcbsnc"}, ""),
        ("Aetna", set(), "Aetna"),
        ("BCBS of Texas", set(), "BCBS of Texas"),
        ("Blue Cross of Idaho", set(), "Blue Cross of Idaho"),
        ("is it in force", set(), ""),
    ],
)
def test_payers_held_and_foreign_are_told_apart(
    question: str, payers: set[str], foreign: str
) -> None:
    scope = scope_of(question, PAYERS)
    assert scope.payers == payers
    assert scope.foreign_payer == foreign


@pytest.mark.parametrize(
    ("question", "service"),
    [
        ("proton therapy instead of IMRT", "proton"),
        ("Is chemotherapy covered?", "chemotherapy"),
        ("IMRT with concurrent chemotherapy", ""),
        ("patient can't have surgery", ""),
        ("SBRT is not feasible", ""),
        ("too close to the airway for stereotactic treatment", ""),
        ("stereotactic treatment of the liver", "stereotactic"),
    ],
)
def test_a_service_is_asked_about_or_only_a_circumstance(question: str, service: str) -> None:
    assert scope_of(question, PAYERS).service == service


@pytest.mark.parametrize(
    ("question", "role"),
    [
        ("When did the threshold change?", Role.HISTORY),
        ("Which study is cited?", Role.REFERENCE),
        ("Does it guarantee payment?", Role.DISCLAIMER),
        ("how many units can we bill", Role.CODING),
    ],
)
def test_the_kind_of_question_favours_a_role(question: str, role: Role) -> None:
    weights = weights_of_roles(question)
    assert weights[role] == max(weights.values())
    assert weights_of_roles("femur")[role] < weights[role]


def test_everyday_words_bring_the_policys_words_and_keep_their_own() -> None:
    assert add_policy_words("Stomach cancer in kids") == (
        "Stomach cancer in kids gastric age years pediatric"
    )
