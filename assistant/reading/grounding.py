"""What tells a fact only in a case: "stage 3" or "left" means nothing where no case is spoken of.

A message by itself is of a case where it names a disease at its place, a payer, a code or a share,
or speaks of radiotherapy; a message within a conversation always is.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from assistant.reading.mentions import StatedFact

_READ = tomllib.loads(Path(__file__).with_name("grounding.toml").read_text(encoding="utf-8"))
_CLINICAL = frozenset(_READ["clinical"])
_PERSONAL = frozenset(_READ["personal"])
_LEANING = frozenset(_READ["leaning"])
_DISEASE = frozenset({"tumor_type", "tumor_site", "tumor_origin"})
_BARE_NUMBER = re.compile(r"\d{1,3}")
_CODE = re.compile(r"[{}=<>]|\);")  # of a program, not of a letter
_BARE_CATEGORY = re.compile(r"[CD]\d\d", re.IGNORECASE)
_SHORT = 4  # words of a message that may be nothing but an answer


def grounded(facts: Sequence[StatedFact], doc: Doc, *, is_of_case: bool) -> list[StatedFact]:
    """The facts without those that nothing in the message makes facts of a case."""
    words = {token.lower_ for token in doc if token.is_alpha}
    is_short = sum(not token.is_punct and not token.is_space for token in doc) <= _SHORT
    if is_of_case or is_short or not words.isdisjoint(_CLINICAL):
        return list(facts)
    kept = [fact for fact in facts if fact.name not in _LEANING]
    is_person = not words.isdisjoint(_PERSONAL)
    if not _names_disease(kept, is_person=is_person or any(fact.name == "age" for fact in kept)):
        kept = [fact for fact in kept if fact.name not in _DISEASE]
        if _CODE.search(message_of(doc)):
            kept = [fact for fact in kept if not _BARE_NUMBER.fullmatch(fact.evidence.text)]
        return kept
    return list(facts)


def _names_disease(facts: Sequence[StatedFact], *, is_person: bool) -> bool:
    """Whether a disease is told of someone: at its place, or with a person beside it."""
    disease = {fact.name: fact for fact in facts if fact.name in _DISEASE}
    if "tumor_type" not in disease:
        return False
    if _BARE_CATEGORY.fullmatch(disease["tumor_type"].evidence.text):
        return is_person
    return is_person or "tumor_site" in disease
