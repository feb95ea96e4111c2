"""Opens the assistant that the settings describe."""

from __future__ import annotations

from api.interfaces import Assistant
from api.settings import Settings


def open_assistant(settings: Settings) -> Assistant:
    """Load corpus, rules, index and embedding model; takes seconds."""
    from assistant.service import Assistant as Opened  # noqa: PLC0415 - imports torch

    return Opened.open(
        corpus_dir=settings.corpus_dir,
        index_dir=settings.index_dir,
        database_url=settings.conversations_url,
        embedding_model=settings.embedding_model,
    )
