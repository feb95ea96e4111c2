"""Whether words of a message only ask ("Is he inoperable?") and so state nothing."""

from __future__ import annotations

from spacy.tokens import Doc, Span

from assistant.reading.language.tokens import sentences
from assistant.reading.language.words import normal_form

_MODALS = ("can", "will", "would", "could", "should", "may", "might", "must")
_OPENERS = frozenset(map(normal_form, ("is", "has", "does", *_MODALS)))
_COVERED = (
    "cover coverage criteria criterion meet qualify approve eligible authorize authorization auth "
    "policy pay payable reimburse billable"
)
_ASKED_FIRST = "imrt vmat medical medically indicate allow justify ok okay"
_COVERS = frozenset(map(normal_form, _COVERED.split()))
_COVERS_IF_FIRST = frozenset(map(normal_form, _ASKED_FIRST.split()))
_REQUIRES = frozenset(map(normal_form, ("required", "needed", "need", "necessary", "must", "have")))
_TELLS = frozenset(("with", "who", "whose", "having", "for"))
_ANSWERS = frozenset(
    (
        "yes",
        "yep",
        "yeah",
        "y",
        "correct",
        "right",
        "true",
        "no",
        "nope",
        "never",
        "none",
        "negative",
        "n",
    )
)
_LOOSE_WORDS = 1  # words beside the fact's own that a question of one phrase may have


def only_asks(doc: Doc, start: int, end: int, *, is_choice: bool = False) -> bool:
    """Whether `doc.text[start:end]` stands in a question about it that the message leaves open.

    "Is IMRT covered for an inoperable patient?" tells the case; "Is the patient inoperable?" and
    "Does she need escalation for coverage?" do not. A choice ("left breast cancer") is told also by
    a lone phrase and by what the question says it is for.
    """
    words = doc.char_span(start, end, alignment_mode="expand")
    if words is None or not len(words):
        return False
    sentence = words[0].sent
    if not sentence.text.rstrip().endswith("?") or len(sentence) < 2:
        return False
    if not is_choice and _is_answered(doc, sentence):
        return False
    if _opens_question(sentence):
        return not _tells_case(sentence, words, is_choice)
    return not is_choice and _is_one_phrase(sentence, words)


def _opens_question(sentence: Span) -> bool:
    spoken = [token for token in sentence if token.is_alpha]
    return len(spoken) > 1 and spoken[0].norm_ in _OPENERS


def _tells_case(sentence: Span, words: Span, is_choice: bool) -> bool:
    """Whether it is coverage that is asked, and the words only describe the case."""
    others = [token for token in sentence[1:] if not words.start <= token.i < words.end]
    for token in others:
        is_before = token.i < words.start
        if token.norm_ in _COVERS or (is_before and token.norm_ in _COVERS_IF_FIRST):
            return True
        if is_before and token.lower_ in _TELLS:
            return is_choice or any(other.norm_ in _COVERS | _COVERS_IF_FIRST for other in others)
        if token.norm_ in _REQUIRES and token.nbor(-1).norm_ not in _COVERS:
            return False
    return False


def _is_one_phrase(sentence: Span, words: Span) -> bool:
    spoken = sum(token.is_alpha or token.like_num for token in sentence)
    return spoken - sum(token.is_alpha or token.like_num for token in words) <= _LOOSE_WORDS


def _is_answered(doc: Doc, question: Span) -> bool:
    following = next((one for one in sentences(doc) if one.start >= question.end), None)
    return following is not None and any(t.lower_ in _ANSWERS for t in following[:2])
