"""A draft becomes Markdown with numbered markers; a line whose quote fails its check is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.draft import Draft, Line
from retriever.passages import Citation

HEADLINE_LIMIT = 140
WITHHELD = (
    "A passage that belongs here could not be verified against the policy's text, "
    "so the sentence that rests on it is not shown."
)


@dataclass(frozen=True)
class Written:
    """The Markdown of an answer, its citations in marker order, and how many lines were refused."""

    text: str
    citations: tuple[Citation, ...]
    refused: int


def write(draft: Draft, is_verbatim: Callable[[Citation], bool]) -> Written:
    """The draft as Markdown: headline, then the lines, each followed by its markers.

    `is_verbatim` checks a citation against the stored text; a line with one that fails is
    withheld, and the answer says so.
    """
    citations: list[Citation] = []
    blocks: list[str] = [draft.headline]
    refused = 0
    for line in draft.lines:
        if not all(is_verbatim(citation) for citation in line.cites):
            refused += 1
            continue
        blocks.append(_markdown(line, citations))
    if refused:
        blocks.append(WITHHELD)
    return Written(_joined(blocks), tuple(citations), refused)


def _markdown(line: Line, citations: list[Citation]) -> str:
    markers = []
    for citation in line.cites:
        if citation not in citations:
            citations.append(citation)
        marker = f"[{citations.index(citation) + 1}]"
        if marker not in markers:
            markers.append(marker)
    body = " ".join([line.text, *markers])
    return f"{'  ' * line.depth}- {body}" if line.is_item else body


def _joined(blocks: list[str]) -> str:
    """Paragraphs apart, list items together."""
    text = blocks[0]
    for before, block in zip(blocks, blocks[1:], strict=False):
        together = block.lstrip().startswith("- ") and before.lstrip().startswith("- ")
        text += ("\n" if together else "\n\n") + block
    return text
