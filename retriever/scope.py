"""Scope: whether a question is about a payer and a service that the library holds at all."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from retriever.manifest import Payer
from retriever.question import any_phrase
from retriever.wordlists import load

_Pattern = re.Pattern[str]


@dataclass(frozen=True)
class Scope:
    """What a question is about.

    `payers` are those of the library that it names, `text` the question without their names.
    `foreign_payer` names one that the library does not hold. `service` is the service asked about,
    where it is not a circumstance of the case. `matter` is what no medical policy answers, in the
    question's own words.
    """

    payers: frozenset[str]
    text: str
    foreign_payer: str
    service: str
    matter: str


def scope_of(question: str, held: Iterable[Payer]) -> Scope:
    """Take the payers out of a question and say what it is about."""
    text, payers = question, set()
    for payer in held:
        names = any_phrase([payer.name, *payer.aliases, payer.id])
        if names.search(text):
            payers.add(payer.id)
            text = names.sub(" ", text)
    lists = _patterns()
    foreign = _first(lists["payers"], text)
    return Scope(
        payers=frozenset(payers),
        text=" ".join(text.split()),
        foreign_payer="" if payers else foreign,
        service=_service(text),
        matter=_first(lists["questions"], text),
    )


def _service(text: str) -> str:
    """The service asked about, empty for the library's own or none."""
    lists = _patterns()
    instead = _first(lists["instead"], text)
    if instead or any(own.search(text) for own in lists["own"]):
        return instead
    for pattern in lists["services"]:
        for match in pattern.finditer(text):
            before, behind = text[: match.start()], text[match.end() :]
            if not lists["before"][0].search(before) and not lists["behind"][0].search(behind):
                return match.group()
    return ""


def _first(patterns: Iterable[_Pattern], text: str) -> str:
    """The words that the first pattern to match finds."""
    found = (pattern.search(text) for pattern in patterns)
    return next((match.group() for match in found if match), "")


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    lists = load("scope.toml")
    written = {
        "payers": [*lists["payers"]["names"], lists["payers"]["blue_plans"]],
        "services": [rf"\b(?:{name})" for name in lists["services"]["names"]],
        "own": lists["services"]["own"],
        "instead": [rf"\b(?:{name})" for name in lists["services"]["instead"]],
        "before": [lists["services"]["before"]],
        "behind": [lists["services"]["behind"]],
        "questions": lists["questions"]["unanswerable"],
    }
    return {
        name: tuple(re.compile(each, re.IGNORECASE) for each in patterns)
        for name, patterns in written.items()
    }
