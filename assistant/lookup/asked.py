"""What a look-up is asked of: the policies that bear on it, on one day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

import rules
from assistant.draft import AnswerKind, Draft, Line
from assistant.lookup.matching import names_of
from assistant.reading.questions.topics import Question
from retriever.corpus import Document
from retriever.library import Library
from retriever.passages import Citation, Passage, Role
from rules.determination import CodeRequest, Quote
from rules.facts import FactValue
from rules.policy import Policy

_LETTERED = re.compile(r"[A-Z](?:\.\w)*")
"""A label that people cite a criterion by; other labels are headings."""


@dataclass(frozen=True)
class Source:
    """One policy document, and the day it is read for."""

    library: Library
    document: Document
    day: date

    @property
    def policy(self) -> Policy | None:
        """The rules of this policy, `None` where only its text is held."""
        return rules.POLICIES.get(self.document.id)

    @property
    def payer(self) -> str:
        """The payer's name, short enough for a headline."""
        payer = self.document.payer
        return payer.aliases[0] if payer.aliases else payer.name

    @property
    def names(self) -> frozenset[str]:
        """Words that name the payer or the policy: no passage of it is found by them."""
        payer = self.document.payer
        return names_of(" ".join([payer.name, *payer.aliases, self.document.title]))

    def passages(self, *roles: Role) -> list[Passage]:
        """The passages with one of the roles, in the order of the text."""
        return [p for p in self.library.passages(self.document.id) if p.role in roles]

    def cite(self, quote: str, label: str = "") -> Citation:
        """Words of the document as a citation; raises the retriever's errors."""
        return self.library.cite(self.document.id, quote, label, self.day)

    def whole(self, passage: Passage) -> Citation:
        """A passage quoted from end to end."""
        return self.cite(passage.text, passage.label)

    def quoted(self, quote: Quote) -> Citation:
        """A quote that the rules rest on."""
        return self.cite(quote.text, quote.label)

    def notices(self) -> tuple[Citation, ...]:
        """The disclaimers that accompany every answer about the policy."""
        if self.policy is not None:
            return tuple(self.quoted(notice) for notice in self.policy.notices)
        return tuple(self.whole(passage) for passage in self.passages(Role.DISCLAIMER)[:1])


@dataclass(frozen=True)
class Asked:
    """One question with all that its answer may lean on.

    `sources` are the documents of the payer, of every payer where none was named. `day` is the
    date of service; `on` the date that the question asks about, which is the day unless it says so.
    """

    question: Question
    message: str
    library: Library
    sources: tuple[Source, ...]
    is_payer_named: bool
    facts: Mapping[str, FactValue]
    codes: tuple[CodeRequest, ...]
    day: date
    on: date


def is_lettered(label: str) -> bool:
    """Whether a label is a criterion's letter or outline ("B", "I.E.6.a").

    >>> is_lettered("I.E.6.a"), is_lettered("Policy")
    (True, False)
    """
    return bool(_LETTERED.fullmatch(label))


def said(
    citation: Citation, *, depth: int = 0, is_item: bool = True, with_label: bool = True
) -> Line:
    """A quote as a line of the answer, its label in front where that is short."""
    has_label = with_label and is_lettered(citation.label)
    before = f"{citation.label}: " if has_label else ""
    words = " ".join(citation.quote.split())
    return Line(f"{before}“{words}”", (citation,), is_item=is_item, depth=depth)


def lookup(
    headline: str, lines: list[Line], sources: tuple[Source, ...], *, with_notices: bool = True
) -> Draft:
    """The draft of a look-up, with the notices of every policy it speaks of."""
    spoken_of = {citation.policy_id for line in lines for citation in line.cites}
    notices = tuple(
        notice
        for source in sources
        if with_notices and source.document.id in spoken_of
        for notice in source.notices()
    )
    return Draft(AnswerKind.LOOKUP, None, headline, tuple(lines), notices=notices)


def which_payer(asked: Asked) -> Draft:
    """The payer is never guessed: where the answer hangs on it, it is asked for."""
    lines = [Line("I hold policies of these payers:")]
    lines += [Line(source.document.payer.name, is_item=True) for source in asked.sources]
    draft = lookup("Which payer's policy do you mean? Each has its own.", lines, asked.sources)
    return replace(draft, asks_payer=True)
