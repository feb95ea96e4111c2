"""`/v1/conversations/{id}`: what was said, and forgetting it."""

from __future__ import annotations

from fastapi import APIRouter

from api.dependencies import SENDS_JSON, Ready
from api.errors import NotReady, UnacceptableMediaType
from api.models.chat import PastConversation
from api.problems import declared
from assistant.storage import ConversationNotFound, StorageUnavailable

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


@router.delete(
    "/v1/conversations/{conversation_id}",
    summary="Delete a conversation",
    status_code=204,
    responses=declared(ConversationNotFound, NotReady, StorageUnavailable),
)
def delete_conversation(conversation_id: str, assistant: Ready) -> None:
    """Delete a conversation with its messages, answers and determinations."""
    assistant.store.delete(conversation_id)
