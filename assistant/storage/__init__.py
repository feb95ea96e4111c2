"""Keeps conversations and determinations in a database, and forgets them on request."""

from assistant.storage.errors import (
    ConversationConflict,
    ConversationNotFound,
    DeterminationNotFound,
    StorageError,
    StorageUnavailable,
)
from assistant.storage.records import Conversation, JsonObject, SavedDetermination, Turn, new_id
from assistant.storage.store import Store

__all__ = [
    "Conversation",
    "ConversationConflict",
    "ConversationNotFound",
    "DeterminationNotFound",
    "JsonObject",
    "SavedDetermination",
    "StorageError",
    "StorageUnavailable",
    "Store",
    "Turn",
    "new_id",
]
