"""`GET /v1/citations`: the passages that answer a question."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from api.dependencies import SENDS_JSON, Ready
from api.errors import NotReady, UnacceptableMediaType
from api.models.citations import CitationSearch, FoundCitation
from api.models.values import Day, Name, has_words
from api.problems import declared
from api.routes.chat import check_payer
from assistant.answer_json import citation_to_json
from retriever.errors import EmbedderUnavailable, IndexUnavailable, UnknownPolicy

router = APIRouter(tags=["Policies"])

QUERY_LIMIT = 1_000
MOST_RESULTS = 50


class SearchQuery(BaseModel):
    """A question, and where to look for its answer."""

    model_config = ConfigDict(extra="forbid")

    q: Annotated[
        str,
        Field(
            min_length=1,
            max_length=QUERY_LIMIT,
            description="A question, a code, or a label such as `LA.CP.MP.69 I.E.6.a`.",
            examples=["77338"],
        ),
        AfterValidator(has_words),
    ]
    payer: Annotated[Name | None, Field(description="Only policies of this payer.")] = None
    policy_id: Annotated[Name | None, Field(description="Only this policy.")] = None
    as_of: Annotated[Day | None, Field(description="Only passages in force on this day.")] = None
    k: Annotated[int, Field(ge=1, le=MOST_RESULTS, description="At most so many results.")] = 10


@router.get(
    "/v1/citations",
    summary="Find passages",
    dependencies=[SENDS_JSON],
    responses=declared(
        UnknownPolicy, UnacceptableMediaType, NotReady, IndexUnavailable, EmbedderUnavailable
    ),
)
def find_citations(query: Annotated[SearchQuery, Query()], assistant: Ready) -> CitationSearch:
    """Find the passages that answer a question, best first; none where nothing fits."""
    library = assistant.library
    if query.payer is not None:
        check_payer(library.corpus, query.payer, "query")
    if query.policy_id is not None:
        library.corpus[query.policy_id]
    hits = library.search(
        query.q, payer=query.payer, policy_id=query.policy_id, as_of=query.as_of, k=query.k
    )
    results = [
        FoundCitation(
            **citation_to_json(hit.citation, assistant.permalink, marker), score=hit.score
        )
        for marker, hit in enumerate(hits, start=1)
    ]
    return CitationSearch(query=query.q, results=results)
