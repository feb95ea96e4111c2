"""The reader: a document becomes passages that stand at exact offsets in its untouched text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from ingest import body, references, revision_log
from ingest.lines import Draft, lines_of
from ingest.sections import Section, sections_of
from ingest.validity import span_of
from retriever.corpus import Corpus, Document
from retriever.passages import Passage, Role
from retriever.quotes import Quotes

READER = "1"
"""Names this way of reading: raise it when the same text would give other passages."""


def read(document: Document) -> tuple[Passage, ...]:
    """The passages of a document in reading order; each lies within one line."""
    drafts = (
        draft
        for section in sections_of(lines_of(document.text), document.title)
        for draft in _drafts_of(section)
    )
    return tuple(_passages_of(drafts, document))


def quotes_of(corpus: Corpus) -> Quotes:
    """Quotes checked against a corpus read on the spot, for use without an index."""
    read_already = {policy_id: read(each) for policy_id, each in corpus.documents.items()}
    return Quotes(corpus, read_already.__getitem__)


def _drafts_of(section: Section) -> Iterator[Draft]:
    if section.role is Role.HISTORY:
        return revision_log.drafts_of(section)
    if section.role is Role.REFERENCE:
        return references.drafts_of(section)
    return body.drafts_of(section)


def _passages_of(drafts: Iterable[Draft], document: Document) -> Iterator[Passage]:
    """Passages with dates and labels; a repeated label is numbered from its second use."""
    used: Counter[str] = Counter()
    for draft in drafts:
        used[draft.label] += 1
        repeat = used[draft.label]
        begins, ends = span_of(draft.role, draft.label, document.manifest)
        yield Passage(
            policy_id=document.id,
            label=draft.label if repeat == 1 else f"{draft.label} {repeat}",
            path=draft.path,
            role=draft.role,
            start=draft.line.start,
            end=draft.line.end,
            text=draft.line.text,
            valid_from=begins,
            valid_to=ends,
            connective=draft.connective,
        )
