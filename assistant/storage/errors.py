"""What can go wrong while keeping conversations.

StorageError
├── ConversationNotFound    no conversation has this id, or it was deleted
├── ConversationConflict    another turn was written since this one was begun
├── DeterminationNotFound   no determination has this id, or it was deleted
└── StorageUnavailable      the database cannot be read or written now
"""


class StorageError(Exception):
    """A conversation or determination could not be read or kept."""


class ConversationNotFound(StorageError, LookupError):
    """No conversation has this id, or it was deleted."""

    def __init__(self) -> None:
        super().__init__(
            "No conversation has this id; it may have been deleted. Leave conversation_id out to "
            "begin a new one."
        )


class ConversationConflict(StorageError):
    """Another turn was written since this one was begun."""

    def __init__(self) -> None:
        super().__init__(
            "Another message was answered in this conversation at the same time. Read the "
            "conversation again, then repeat the message if it is still wanted."
        )


class DeterminationNotFound(StorageError, LookupError):
    """No determination has this id, or it was deleted."""

    def __init__(self) -> None:
        super().__init__(
            "No determination has this id; it may have been deleted with its conversation. Compute "
            "it again from its facts."
        )


class StorageUnavailable(StorageError):
    """The database cannot be read or written now; `str()` names the database's own reason."""
