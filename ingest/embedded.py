"""What is embedded and indexed for a passage: never what is quoted, which stays untouched."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.cataloguing import Indexed
from ingest.lines import plain
from retriever.corpus import Document
from retriever.identifiers import identifiers_of
from retriever.passages import Passage, Role

SCHEME = "2"
"""Names this way of making texts: raise it when the same passage would be embedded otherwise."""

_LONG = 200
_SENTENCE_END = re.compile(r"(?<=[.;])\s+(?=[A-Z])")


@dataclass(frozen=True)
class Prepared:
    """A document's passages ready for the catalog, and the texts to embed by vector id."""

    passages: tuple[Indexed, ...]
    texts: dict[str, str]


def prepare(document: Document, passages: tuple[Passage, ...], embedder_id: str) -> Prepared:
    """Everything the index holds of a document; equal inputs give equal vector ids."""
    texts: dict[str, str] = {}
    indexed = []
    for passage in passages:
        line = line_around(document.text, passage)
        own = dict(_vectors_of(document, passage, line, embedder_id))
        texts.update(own)
        indexed.append(
            Indexed(
                passage=passage,
                heading=" ".join((*passage.path, passage.label)),
                words=plain(line.replace("\t", " ")),
                identifiers=identifiers_of(passage, document.manifest.policy_number),
                vector_ids=tuple(own),
            )
        )
    return Prepared(tuple(indexed), texts)


def embedded_texts(passage: Passage, line: str) -> Iterator[str]:
    """A passage's own words, and each sentence of a long one; a code with its row's words."""
    words = line if passage.role is Role.CODING else passage.text
    whole = plain(words.replace("\t", " "))
    yield whole
    sentences = _SENTENCE_END.split(whole)
    if len(whole) > _LONG and len(sentences) > 1:
        yield from sentences


def line_around(text: str, passage: Passage) -> str:
    """The whole line that a passage stands in."""
    begin = text.rfind("\n", 0, passage.start) + 1
    end = text.find("\n", passage.end)
    return text[begin : end if end >= 0 else len(text)]


def _vectors_of(
    document: Document, passage: Passage, line: str, embedder_id: str
) -> Iterator[tuple[str, str]]:
    """Id and text of each vector; the id is made from all that the vector depends on."""
    for text in embedded_texts(passage, line):
        content = "\n".join(
            (document.sha256, str(passage.start), str(passage.end), embedder_id, text)
        )
        yield hashlib.sha256(content.encode("utf-8")).hexdigest()[:32], text
