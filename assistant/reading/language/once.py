"""What several readers need of one message, worked out once and kept with its Doc, no longer."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from spacy.tokens import Doc

Found = TypeVar("Found")


def once(read: Callable[[Doc], Found]) -> Callable[[Doc], Found]:
    """The same reading, whose result later readers of the Doc share; they must not change it."""
    name = f"{read.__module__}.{read.__qualname__}"

    @wraps(read)
    def shared(doc: Doc) -> Found:
        if name not in doc.user_data:
            doc.user_data[name] = read(doc)
        found: Found = doc.user_data[name]
        return found

    return shared


@once
def message_of(doc: Doc) -> str:
    """The message; `doc.text` puts it together from its tokens at every call."""
    return doc.text
