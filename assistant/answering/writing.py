"""A draft becomes Markdown with numbered markers; a line whose quote fails is left out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer import Audience
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


def write(
    draft: Draft,
    is_verbatim: Callable[[Citation], bool],
    audience: Audience = Audience.PROVIDER,
) -> Written:
    """The draft as Markdown: headline, then the lines, each followed by its markers.

    `is_verbatim` checks a citation against the stored text; a line with one that fails is
    withheld, and the answer says so. For the phone it is plain sentences to read aloud, without
    details, emphasis, list marks or inline quotes; the markers point to the passages.
    """
    citations: list[Citation] = []
    blocks: list[str] = [draft.headline]
    refused = 0
    is_spoken = audience is Audience.PHONE
    for line in draft.lines:
        if is_spoken and line.is_detail:
            continue
        if not all(is_verbatim(citation) for citation in line.cites):
            refused += 1
            continue
        blocks.append(_markdown(line, citations, is_spoken=is_spoken))
    if refused:
        blocks.append(WITHHELD)
    return Written(_joined(blocks), tuple(citations), refused)


def _markdown(line: Line, citations: list[Citation], *, is_spoken: bool) -> str:
    markers = []
    for citation in line.cites:
        if citation not in citations:
            citations.append(citation)
        marker = f"[{citations.index(citation) + 1}]"
        if marker not in markers:
            markers.append(marker)
    if is_spoken:
        return " ".join([line.text.replace("**", "").removesuffix(":"), *markers])
    quote = [f"“{line.cites[0].quote}”"] if line.shows_quote and line.cites else []
    body = " ".join([line.text, *quote, *markers])
    return f"{'  ' * line.depth}- {body}" if line.is_item else body


def _joined(blocks: list[str]) -> str:
    """Paragraphs apart, list items together."""
    text = blocks[0]
    for before, block in pairwise(blocks):
        together = block.lstrip().startswith("- ") and before.lstrip().startswith("- ")
        text += ("\n" if together else "\n\n") + block
    return text
