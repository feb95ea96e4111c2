"""Citations as clients see them."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field
from pydantic.config import JsonDict

CITATION_EXAMPLE: JsonDict = {
    "marker": 1,
    "policy_id": "bcbsnc-imrt-sarcoma-extremities",
    "payer": "bcbsnc",
    "title": "Intensity Modulated Radiation Therapy (IMRT) for Sarcoma of the Extremities",
    "policy_version": "5/28/19",
    "section": ["Benefits Application"],
    "label": "C",
    "role": "criteria",
    "quote": "joint spaces",
    "start": 3690,
    "end": 3702,
    "document_sha256": "0" * 64,
    "superseded": False,
    "url": "/library/bcbsnc-imrt-sarcoma-extremities?start=3690&end=3702&sha256=" + "0" * 64,
}


class Citation(BaseModel):
    """A verbatim quote and where it stands: `text[start:end] == quote`, in code points."""

    model_config = ConfigDict(json_schema_extra={"examples": [CITATION_EXAMPLE]})

    marker: Annotated[
        int | None, Field(description="The number in the answer's text, `[1]`; null where none.")
    ] = None
    policy_id: Annotated[str, Field(description="Id of the policy quoted.")]
    payer: Annotated[str, Field(description="Id of the payer the policy belongs to.")]
    title: Annotated[str, Field(description="The policy's title.")]
    policy_version: Annotated[str, Field(description="Label of the version the passage is of.")]
    section: Annotated[list[str], Field(description="Headings above the passage, outermost first.")]
    label: Annotated[str, Field(description="How the passage is cited, such as `I.E.6.a`.")]
    role: Annotated[
        str,
        Field(
            description="What the passage does: criteria, guideline, coding, history, reference, "
            "disclaimer or background."
        ),
    ]
    quote: Annotated[str, Field(description="The document's own words, character for character.")]
    start: Annotated[int, Field(ge=0, description="Code points before the quote.")]
    end: Annotated[int, Field(ge=0, description="Code points up to the quote's end.")]
    document_sha256: Annotated[str, Field(description="SHA-256 of the document's bytes, in hex.")]
    superseded: Annotated[
        bool, Field(description="Whether this is the text of an earlier version.")
    ] = False
    url: Annotated[str, Field(description="Opens the document with the quote highlighted.")]


class FoundCitation(Citation):
    """A citation found for a question, and how well it fits."""

    score: Annotated[
        float, Field(description="Orders the results of one search; not comparable between two.")
    ]


class CitationSearch(BaseModel):
    """Passages for a question, best first; none where nothing fits."""

    query: Annotated[str, Field(description="The question as received.", examples=["77338"])]
    results: Annotated[list[FoundCitation], Field(description="Best first.")]
