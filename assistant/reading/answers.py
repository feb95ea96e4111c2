"""Bare answers to the question just asked: yes, no, or that it is not known."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Token

from assistant.reading.tokens import phrase_pattern, sentences
from rules.facts import Kind

Answer = bool | Literal["unknown"] | None

_FILLERS = frozenset(
    ("um", "uh", "er", "hm", "hmm", "well", "oh", "ok", "okay", "so", "thanks", "sorry", "hi")
    + ("thank", "you", "ah", "and", "actually", "i", "believe", "guess", "mean")
)
_WORDS: dict[str, tuple[str, ...]] = {
    "yes": (
        *("yes", "yep", "yeah", "yup", "yea", "ya", "yah", "y", "affirmative", "correct", "indeed"),
        *("absolutely", "definitely", "certainly", "of course", "sure", "exactly", "true"),
        *("that is correct", "that is right", "that's correct", "that's right", "thats right"),
        *("it is", "it does", "it would", "it will", "it has", "it was", "he is", "she is"),
        *("he does", "she does", "he has", "she has", "he did", "she did", "they are", "they did"),
        *("they do", "confirmed", "positive", "yess", "yes sir", "yes ma'am", "uh huh", "right"),
        *("we did", "we do", "i can confirm", "that is true", "that's true"),
    ),
    "no": (
        *("no", "nope", "nah", "n", "negative", "never", "none", "not at all", "noo", "false"),
        *("it is not", "it isn't", "it's not", "it does not", "it doesn't", "it would not"),
        *("it wouldn't", "it was not", "it wasn't", "he is not", "he isn't", "she is not"),
        *("she isn't", "he's not", "she's not", "he does not", "he doesn't", "she does not"),
        *("she doesn't", "he has not", "he hasn't", "she has not", "she hasn't", "he did not"),
        *("he didn't", "she did not", "she didn't", "they are not", "they aren't", "not so"),
        *("they did not", "they didn't", "definitely not", "certainly not", "no sir", "no ma'am"),
        *("absolutely not", "of course not", "it has not", "it hasn't", "we did not"),
        *("not true", "incorrect", "it will not", "it won't", "they do not", "they don't"),
    ),
    "unknown": (
        *("i do not know", "i don't know", "dont know", "do not know", "don't know", "unknown"),
        *("not sure", "unsure", "no idea", "no clue", "not known", "unclear", "uncertain", "unk"),
        *("can't say", "cannot say", "can't tell", "cannot tell", "not available", "n/a", "idk"),
        *("not documented", "not stated", "not noted", "not in the chart", "not in the notes"),
        *("don't have that", "do not have that", "don't have it", "do not have it", "dunno"),
        *("will have to check", "have to check", "need to check", "no information", "pending"),
        *("haven't heard", "not specified", "not mentioned", "not provided", "not in front of me"),
        *("not to my knowledge", "not that i know", "couldn't tell you", "tbd", "to be determined"),
        *("not aware", "no info", "can not find", "can't find it", "not recorded", "undetermined"),
    ),
}
_ANSWERED = frozenset(("he", "she", "it", "they", "we", "i", "the", "that", "there", "this", "her"))


def read_answer(doc: Doc, fact_kind: Kind, pending: str | None) -> Answer:
    """What the message answers to the pending question: True, False, "unknown", or None.

    Only how the message begins counts, or for "unknown" a whole sentence of it. None where nothing
    is pending, where the words give no bare answer, and where the answer is hedged ("probably").
    Further words of the message are statements of their own, and theirs count first.
    """
    words = [token for token in doc if not token.is_space]
    while words and words[0].lower_ in _FILLERS | {",", ".", "-", "…", "..."}:
        if _starting(words) is not None:
            break
        words = words[1:]
    if pending is None or not words:
        return None
    found = _starting(words)
    if found is None:
        return "unknown" if _has_unknown_sentence(doc) else None
    answer, length = found
    if answer == "unknown":
        return "unknown"
    if fact_kind is not Kind.YES_NO or not _stands_alone(answer, words, length):
        return None
    return answer == "yes"


@lru_cache(maxsize=1)
def _matcher() -> PhraseMatcher:
    vocab = phrase_pattern("").vocab
    matcher = PhraseMatcher(vocab, attr="NORM")
    for answer, phrases in _WORDS.items():
        matcher.add(answer, [phrase_pattern(phrase) for phrase in phrases])
    return matcher


def _starting(words: list[Token]) -> tuple[str, int] | None:
    """The answer with which the words begin, and how many tokens it takes; the longest wins."""
    doc, first = words[0].doc, words[0].i
    names = doc.vocab.strings
    begun = [
        (end - start, names[key])
        for key, start, end in _matcher()(doc[first : first + 8].as_doc())
        if start == 0
    ]
    if not begun:
        return None
    length, answer = max(begun)
    return answer, length


def _stands_alone(answer: str, words: list[Token], length: int) -> bool:
    """Whether the answer is not the start of a statement ("no prior radiation")."""
    if len(words) == length:
        return True
    after = words[length]
    if after.is_punct or answer == "yes":
        return after.text != "?"
    return after.lower_ in _ANSWERED


def _has_unknown_sentence(doc: Doc) -> bool:
    for sentence in sentences(doc):
        words = [token for token in sentence if not token.is_space]
        words = [token for token in words if token.lower_ not in {"i", "we", "sorry", ","}] or words
        if len(words) <= 8 and words:
            found = _starting(words)
            if found is not None and found[0] == "unknown":
                return True
    return False
