"""Quotes: words become a citation only where they stand, letter by letter, in one passage."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from retriever.corpus import Corpus, Document
from retriever.errors import QuoteAltered, QuoteAmbiguous, QuoteNotFound, UnknownPassage
from retriever.passages import Citation, Passage


class Quotes:
    """Cites and verifies quotes of a corpus; `passages_of` gives a policy's passages in order."""

    def __init__(self, corpus: Corpus, passages_of: Callable[[str], Sequence[Passage]]) -> None:
        self._corpus = corpus
        self._passages_of = passages_of

    def cite(self, policy_id: str, quote: str, label: str = "", on: date | None = None) -> Citation:
        """The citation of words that stand in exactly one passage of a policy.

        `label` narrows to that passage and its numbered continuations. Where several passages hold
        the words, the only one in force `on` that day is meant. Raises `QuoteNotFound` or
        `QuoteAmbiguous`.
        """
        document = self._corpus[policy_id]
        if not quote.strip():
            raise QuoteNotFound(f"{policy_id}: an empty quote proves nothing.")
        holding = [
            each
            for each in self._passages_of(policy_id)
            if quote in each.text and (not label or is_under(each.label, label))
        ]
        if len(holding) > 1 and on is not None:
            holding = [each for each in holding if each.is_in_force(on)] or holding
        if not holding:
            under = f" under {label!r}" if label else ""
            where = "stands across passages" if quote in document.text else "is not in the text"
            raise QuoteNotFound(f"{policy_id}: no passage{under} holds {quote!r}; it {where}.")
        if len(holding) > 1:
            labels = tuple(each.label for each in holding)
            raise QuoteAmbiguous(
                f"{policy_id}: {quote!r} stands in {', '.join(labels)}. Name the label.", labels
            )
        return citation_of(document, holding[0], quote, on)

    def verify(self, citation: Citation) -> None:
        """Raise `QuoteAltered` unless the quote stands at its offsets in the document cited."""
        document = self._corpus[citation.policy_id]
        if citation.document_sha256 != document.sha256:
            raise QuoteAltered(
                f"{citation.policy_id}: cited from {citation.document_sha256}, "
                f"the corpus holds {document.sha256}."
            )
        if not 0 <= citation.start < citation.end <= len(document.text):
            raise QuoteAltered(
                f"{citation.policy_id}: {citation.start} to {citation.end} is no stretch of it."
            )
        if document.text[citation.start : citation.end] != citation.quote:
            raise QuoteAltered(
                f"{citation.policy_id}: the words at {citation.start} to {citation.end} "
                "are not the quote."
            )

    def passage(self, policy_id: str, label: str) -> Passage:
        """The passage of that label; raise `UnknownPassage` where there is none."""
        self._corpus[policy_id]
        for each in self._passages_of(policy_id):
            if each.label == label:
                return each
        raise UnknownPassage(f"{policy_id}: no passage is labelled {label!r}.")


def is_under(label: str, asked: str) -> bool:
    """Whether a passage's label is the one asked for or a numbered continuation of it.

    >>> is_under("Revision log 4/1/16 2", "Revision log 4/1/16")
    True
    """
    return label == asked or bool(re.fullmatch(re.escape(asked) + r" \d+", label))


def citation_of(
    document: Document, passage: Passage, quote: str = "", on: date | None = None
) -> Citation:
    """The citation of a quote within a passage, or of the whole passage.

    The version named is the passage's own, else the one in force `on` that day, else the one the
    document is the text of; none where the manifest knows no version. Raises `QuoteAltered` for a
    passage of another text than the document's, as when the index was written anew meanwhile.
    """
    words = quote or passage.text
    start = passage.start + passage.text.index(words)
    if document.text[start : start + len(words)] != words:
        raise QuoteAltered(
            f"{document.id}: the index is of another text than the corpus in use. Open both anew."
        )
    return Citation(
        policy_id=document.id,
        payer_id=document.payer.id,
        title=document.title,
        policy_version=_version_label(document, passage, on),
        section=passage.path,
        label=passage.label,
        role=passage.role,
        quote=words,
        start=start,
        end=start + len(words),
        document_sha256=document.sha256,
        superseded=passage.valid_to is not None and (on is None or passage.valid_to <= on),
    )


def _version_label(document: Document, passage: Passage, on: date | None) -> str:
    manifest = document.manifest
    if on is not None and passage.is_in_force(on):
        version = manifest.version_on(on) or manifest.current
    elif passage.valid_to is not None and passage.valid_from is not None:
        version = manifest.version_on(passage.valid_from)
    else:
        version = manifest.current
    return version.label if version else ""
