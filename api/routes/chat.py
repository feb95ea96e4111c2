"""`POST /v1/chat`: one turn, as JSON or as server-sent events."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Response
from fastapi.responses import JSONResponse
from fastapi.sse import EventSourceResponse, format_sse_event

from api.dependencies import Counted, Ready
from api.errors import (
    BodyTooLarge,
    NotReady,
    UnacceptableMediaType,
    UnfitValue,
    UnsupportedMediaType,
)
from api.guards import EVENTS, JSON, accepts, requires_json
from api.models.chat import ChatRequest, ChatResponse
from api.models.problems import FieldError
from api.problems import declared
from assistant.answer import TurnRequest
from assistant.answer_json import answer_to_json
from assistant.storage import ConversationConflict, ConversationNotFound, StorageUnavailable
from retriever.corpus import Corpus

router = APIRouter(tags=["Conversations"])

SENTENCE = re.compile(r".+?(?:[.!?](?=\s)\s+|\n+|$)", re.DOTALL)
STREAM_EXAMPLE = (
    'event: outcome\ndata: {"kind": "case", "outcome": "criteria_met"}\n\n'
    'event: answer\ndata: {"delta": "Criteria met. "}\n\n'
    'event: citation\ndata: {"marker": 1, "quote": "..."}\n\n'
    'event: done\ndata: {"conversation_id": "...", "answer": "Criteria met. ..."}\n\n'
)


@router.post(
    "/v1/chat",
    summary="Answer one message",
    response_model=ChatResponse,
    dependencies=[Depends(requires_json)],
    responses={
        200: {
            "description": "The answer. As `text/event-stream`: `outcome`, then `answer` sentence "
            "by sentence, each `citation`, and `done` with the whole answer.",
            "content": {EVENTS: {"schema": {"type": "string"}, "example": STREAM_EXAMPLE}},
        },
        **declared(
            ConversationNotFound,
            ConversationConflict,
            UnacceptableMediaType,
            UnsupportedMediaType,
            BodyTooLarge,
            NotReady,
            StorageUnavailable,
        ),
    },
)
def chat(
    body: ChatRequest,
    media: Annotated[str, Depends(accepts(JSON, EVENTS))],
    assistant: Ready,
    metrics: Counted,
) -> Response:
    """Answer one message of a conversation, and begin one where no id is given."""
    if body.payer is not None:
        check_payer(assistant.library.corpus, body.payer, "body")
    answer = assistant.take_turn(
        TurnRequest(
            message=body.message,
            conversation_id=body.conversation_id,
            payer=body.payer,
            date_of_service=body.date_of_service,
            audience=body.audience,
        )
    )
    metrics.count(answer)
    sent = answer_to_json(answer, assistant.permalink)
    if media == EVENTS:
        return EventSourceResponse(events(sent), headers={"Cache-Control": "no-store"})
    return JSONResponse(sent, headers={"Cache-Control": "no-store"})


def events(answer: dict[str, Any]) -> Iterator[bytes]:
    """The answer as server-sent events; the `answer` deltas joined are its text."""
    ids = ("conversation_id", "turn_id", "kind", "outcome")
    yield _event("outcome", {name: answer[name] for name in ids})
    for sentence in SENTENCE.findall(answer["answer"]):
        yield _event("answer", {"delta": sentence})
    for citation in answer["citations"]:
        yield _event("citation", citation)
    yield _event("done", answer)


def _event(name: str, content: dict[str, Any]) -> bytes:
    return format_sse_event(event=name, data_str=json.dumps(content, ensure_ascii=False))


def check_payer(corpus: Corpus, payer_id: str, location: str) -> None:
    """Refuse a payer whose policies the corpus does not hold."""
    if payer_id not in corpus.payers:
        held = ", ".join(sorted(corpus.payers))
        raise UnfitValue(
            FieldError(
                path="payer",
                location=location,
                code="unknown_payer",
                detail=f"The corpus holds no policy of this payer. It holds: {held}.",
            )
        )
