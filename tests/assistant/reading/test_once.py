"""What readers share of one message."""

from __future__ import annotations

from spacy.tokens import Doc

from assistant.reading.language.once import message_of, once
from assistant.reading.language.tokens import tokenize


def test_a_shared_reading_is_made_once_for_each_message() -> None:
    made: list[str] = []

    @once
    def read(doc: Doc) -> int:
        made.append(message_of(doc))
        return len(doc)

    first, second = tokenize("left breast"), tokenize("right thigh, 54 Gy")

    assert [read(first), read(second), read(first)] == [2, 5, 2]
    assert made == ["left breast", "right thigh, 54 Gy"]
