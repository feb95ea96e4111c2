"""`/v1/conversations/{id}`: what was said, its facts put right, and forgetting it."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Response
from fastapi.responses import JSONResponse

from api.dependencies import SENDS_JSON, Counted, Ready
from api.errors import BodyTooLarge, NotReady, UnacceptableMediaType, UnsupportedMediaType
from api.guards import requires_json
from api.models.chat import ChatResponse, FactsRequest, PastConversation
from api.problems import declared
from api.stated_facts import parse_facts
from assistant.answer_json import answer_to_json
from assistant.form import FormRequest
from assistant.storage import ConversationConflict, ConversationNotFound, StorageUnavailable
from rules import FACTS

router = APIRouter(tags=["Conversations"])


@router.get(
    "/v1/conversations/{conversation_id}",
    summary="Read a conversation",
    dependencies=[SENDS_JSON],
    responses=declared(ConversationNotFound, UnacceptableMediaType, NotReady, StorageUnavailable),
)
def read_conversation(conversation_id: str, assistant: Ready) -> PastConversation:
    """Read a conversation with every message and answer."""
    kept = assistant.store.load(conversation_id)
    return PastConversation.model_validate(
        {
            "conversation_id": kept.id,
            "created_at": kept.created_at,
            "payer": kept.payer_id,
            "date_of_service": kept.date_of_service,
            "turns": [
                {
                    "turn_id": turn.id,
                    "created_at": turn.created_at,
                    "message": turn.message,
                    "answer": turn.answer,
                }
                for turn in assistant.store.turns(conversation_id)
            ],
        }
    )


@router.put(
    "/v1/conversations/{conversation_id}/facts",
    summary="Confirm, change or strike facts",
    response_model=ChatResponse,
    dependencies=[Depends(requires_json), SENDS_JSON],
    responses=declared(
        ConversationNotFound,
        ConversationConflict,
        UnacceptableMediaType,
        UnsupportedMediaType,
        BodyTooLarge,
        NotReady,
        StorageUnavailable,
    ),
)
def put_facts(
    conversation_id: str, body: FactsRequest, assistant: Ready, metrics: Counted
) -> Response:
    """Put facts into a conversation, and answer its case anew; it becomes a turn of its own."""
    stated = {name: value for name, value in body.facts.items() if value is not None}
    struck_unknown = dict.fromkeys(body.facts.keys() - FACTS.keys())
    parsed = parse_facts(FACTS, struck_unknown | stated)
    values = {name: parsed.get(name) for name in body.facts}
    answer = assistant.take_form(FormRequest(conversation_id, values, body.audience))
    metrics.count(answer)
    sent = answer_to_json(answer, assistant.permalink)
    return JSONResponse(sent, headers={"Cache-Control": "no-store"})


@router.delete(
    "/v1/conversations/{conversation_id}",
    summary="Delete a conversation",
    status_code=204,
    responses=declared(ConversationNotFound, NotReady, StorageUnavailable),
)
def delete_conversation(conversation_id: str, assistant: Ready) -> None:
    """Delete a conversation with its messages, answers and determinations."""
    assistant.store.delete(conversation_id)
