"""Determinations with their quotes: made from facts, kept, and computed again on request."""

from __future__ import annotations

import hashlib
from datetime import date
from functools import cache
from pathlib import Path

import rules
from assistant.answer import CitedDetermination, CitedInterpretation
from assistant.answering.tree import Cite, criteria_tree
from retriever.library import Library
from retriever.passages import Citation
from rules.determination import Determination, Quote
from rules.policy import Policy


def citing(library: Library, policy: Policy, day: date) -> Cite:
    """How quotes of one policy are looked up for a date of service."""

    def cite(quote: Quote) -> Citation:
        return library.cite(policy.id, quote.text, quote.label, day)

    return cite


def with_quotes(
    determination: Determination, cite: Cite, determination_id: str
) -> CitedDetermination:
    """The determination with every quote it rests on found in the policy's text."""
    finding = determination.finding
    return CitedDetermination(
        id=determination_id,
        determination=determination,
        criteria=criteria_tree(finding, cite) if finding is not None else None,
        interpretations=tuple(
            CitedInterpretation(
                each,
                cite(each.quote) if each.quote else None,
                cite(each.other_quote) if each.other_quote else None,
            )
            for each in determination.interpretations
        ),
    )


@cache
def rules_digest() -> str:
    """The SHA-256 over the rules' source, file by file: which state of the rules decided."""
    digest = hashlib.sha256()
    room = Path(rules.__file__).parent
    for path in sorted(room.rglob("*.py")):
        digest.update(path.relative_to(room).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
