"""A choice answered in the words that offered it, as a button or a caller gives it back."""

from __future__ import annotations

from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from rules.facts import Fact, Kind


def read_choice(doc: Doc, fact: Fact) -> str | None:
    """The choice whose value or label the message is, give or take case and closing marks."""
    if fact.kind is not Kind.CHOICE:
        return None
    said = _plain(message_of(doc))
    for choice in fact.choices:
        if said in {_plain(choice.value), _plain(choice.label)}:
            return choice.value
    return None


def _plain(text: str) -> str:
    return text.strip().strip(".!").replace("_", " ").casefold()
