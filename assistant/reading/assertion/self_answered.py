"""Questions and labels that a message answers itself: "radiation before? No.", "CSI: no"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from assistant.reading.assertion.scopes import Scope, scope_of
from assistant.reading.language.tokens import clauses, sentences

_NO = frozenset(
    ("no", "none", "never", "nope", "nah", "negative", "denies", "denied", "nil", "neg")
)
_UNKNOWN = frozenset(("unknown", "unsure", "unclear", "unk", "dunno", "idk"))
_LABEL_MARKS = frozenset((":", "-", "=", "–", "—", "?"))
_MINUS = frozenset(("-", "–", "−", "neg", "negative", "no", "none"))
_TAKES_BACK = frozenset(("none", "nil", "0", "zero", "neg", "negative", "absent", "never"))
_CELL_MARKS = frozenset((",", ";", "|", ".", "/", "\t", "\n"))
_CELL = 4  # words of a cell before the one that takes them back
_SAYS = frozenset(
    (
        "is",
        "was",
        "are",
        "were",
        "margin",
        "margins",
        "node",
        "nodes",
        "of",
        "has",
        "if",
        "ecog",
        "kps",
        "ps",
        "day",
        "grade",
        "stage",
        ":",
        "=",
        "said",
        "or",
        "triple",
        "er",
        "pr",
        "her2",
    )
)
_PATIENT = frozenset(("patient", "pt", "her", "him", "family", "parents"))
_BEFORE_MINUS = 3  # words that "(-)" answers


def self_answered(doc: Doc) -> Iterator[Scope]:
    """The scopes of answers that the message gives to its own questions and labels."""
    yield from _asked(doc)
    yield from _labelled(doc)
    yield from _marked(doc)
    yield from _celled(doc)


def _asked(doc: Doc) -> Iterator[Scope]:
    for question, answer in pairwise(sentences(doc)):
        words = [token for token in answer if token.is_alpha]
        if not words or not question.text.rstrip().endswith("?"):
            continue
        cue = doc[answer.start : answer.start + 1]
        if words[0].lower_ in _NO and (len(words) == 1 or answer[1].is_punct):
            yield scope_of("negated", cue, question)
        elif words[0].lower_ in _UNKNOWN:
            yield scope_of("hypothetical", cue, question)


def _labelled(doc: Doc) -> Iterator[Scope]:
    for before, clause in pairwise((doc[0:0], *clauses(doc))):
        for token in clause:
            if not _answers_label(token, clause):
                continue
            if token.i > clause.start:
                label = _label(doc, clause.start, token.i - 1)
            else:
                label = doc[before.start : token.i - 1]
            yield scope_of("negated", doc[token.i : token.i + 1], label)


def _answers_label(token: Token, clause: Span) -> bool:
    if token.lower_ not in _NO and token.lower_ != "n":
        return False
    if token.i == 0 or token.nbor(-1).text not in _LABEL_MARKS:
        return False
    ends = (
        token.i + 1 >= clause.end
        or token.nbor().is_punct
        or token.nbor().is_space
        or _is_the_patients(token)
    )
    return ends and (
        token.lower_ in _NO or (token.text in {"N", "n"} and token.nbor(-1).text != "-")
    )


def _is_the_patients(token: Token) -> bool:
    """Whether a denial is the patient's own, not a payer's: "previous RT - denied by patient"."""
    doc = token.doc
    said = [other.lower_ for other in doc[token.i + 1 : token.i + 4]]
    return said[:1] in (["by"], ["per"]) and not _PATIENT.isdisjoint(said)


def _label(doc: Doc, start: int, mark: int) -> Span:
    """The words before the mark; behind another label of the clause only those since a comma."""
    labels = [i for i in range(start, mark) if doc[i].text in {":", "|"}]
    if labels:
        start = max(i for i in range(labels[-1], mark) if doc[i].text in {",", "|", ":"}) + 1
    return doc[start:mark]


def _marked(doc: Doc) -> Iterator[Scope]:
    """A minus in brackets: "hx XRT (-)"."""
    for token in doc:
        if token.lower_ not in _MINUS or not 1 < token.i < len(doc) - 1:
            continue
        if token.nbor(-1).text == "(" and token.nbor().text == ")":
            start = max(token.sent.start, token.i - 1 - _BEFORE_MINUS)
            cue = doc[token.i - 1 : token.i + 2]
            yield scope_of("negated", cue, doc[start : token.i - 1])


def _celled(doc: Doc) -> Iterator[Scope]:
    """The last word of a cell or item that takes back the rest of it: "prior RT none", "mets 0"."""
    for token in doc:
        if token.lower_ not in _TAKES_BACK or not _ends_cell(token):
            continue
        start = token.i
        while start > token.sent.start and doc[start - 1].text not in _CELL_MARKS:
            start -= 1
        words = doc[start : token.i]
        if 0 < len(words) <= _CELL and all(word.lower_ not in _SAYS for word in words):
            yield scope_of("negated", doc[token.i : token.i + 1], words)


def _ends_cell(token: Token) -> bool:
    if token.i + 1 == len(token.doc):
        return True
    following = token.nbor()
    return following.text in _CELL_MARKS or (following.is_space and "\n" in following.text)
