"""Words, sentences and clauses of a message, at the user's own offsets.

A blank English pipeline of spaCy with rules for clinical shorthand: no model, no download.
`token.idx` counts code points of the message; `token.norm_` is the word's normal form.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from itertools import pairwise
from pathlib import Path
from threading import Lock

import spacy
from spacy.lang.en import English
from spacy.language import Language
from spacy.symbols import ORTH  # type: ignore[import-not-found]
from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]
from spacy.tokens import Doc, Span, Token
from spacy.util import compile_infix_regex, compile_prefix_regex, compile_suffix_regex

from assistant.reading.language.once import message_of, once
from assistant.reading.language.words import NUMBER, YEAR, normal_form

_SHORTHAND = tomllib.loads(Path(__file__).with_name("shorthand.toml").read_text(encoding="utf-8"))
_ABBREVIATIONS = frozenset(_SHORTHAND["abbreviations"])
_SIDES: dict[str, str] = _SHORTHAND["sides"]
_SIDED = frozenset(_SHORTHAND["sided"])
_CLAUSE_WORDS = frozenset(_SHORTHAND["clause_words"])
_CLAUSE_MARKS = frozenset(_SHORTHAND["clause_marks"])
_SPACED_CLAUSE_MARKS = frozenset(_SHORTHAND["spaced_clause_marks"])
SILENT = frozenset(_SHORTHAND["silent"])
"""Words and marks that change nothing in a phrase."""

NEVER_REPAIRED = frozenset(map(normal_form, _SHORTHAND["never_repaired"]))
"""Normal forms of proper words that look like a slip of another one."""

_PLACES = {"NN": NUMBER, "YYYY": YEAR}
_FINAL = frozenset({".", "?", "!", "?!", "??", "...", "…"})
_WRAPPED_LINE = 60  # a line this long may simply have been folded
_LOCK = Lock()


def tokenize(message: str) -> Doc:
    """The message as spaCy tokens, with sentences marked; safe to call from several threads."""
    with _LOCK:
        return _pipeline()(message)


def sentences(doc: Doc) -> list[Span]:
    """The sentences: a full stop of an abbreviation or a number ends none, a line usually does."""
    return list(doc.sents) if len(doc) else []


def clauses(doc: Doc) -> list[Span]:
    """The sentences, split further at semicolons, dashes, line breaks and "but"."""
    return [doc[start:end] for start, end in pairwise((*_clause_starts(doc), len(doc)))]


@once
def _clause_starts(doc: Doc) -> tuple[int, ...]:
    return tuple(
        i
        for i, token in enumerate(doc)
        if i == 0 or token.is_sent_start or _opens_clause(token, doc[i - 1])
    )


def phrase_pattern(phrase: str) -> Doc:
    """A phrase for a matcher over normal forms; NN stands for any number, YYYY for a year."""
    pattern = tokenize(phrase)
    for token in pattern:
        token.norm_ = _PLACES.get(token.text, token.norm_)
    return pattern


def side_meant(token: Token) -> str | None:
    """Left or right, where the token abbreviates it: "rt" before a part of the body."""
    side = _SIDES.get(token.lower_)
    if side is None:
        return None
    following = token.doc[token.i + 1 : token.i + 4]
    part = next((after for after in following if after.text not in {".", "-"}), None)
    if part is None or part.lower_ not in _SIDED:
        return None
    return None if token.text == "RT" and not part.is_upper else side


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    nlp = spacy.blank("en")
    units = r"(?<=[0-9])(?:c?gy|cgy|cGy|c?Gy|GY|CGY|yo|y/o|yr|yrs)"
    final_point = r"(?<=[0-9A-Za-z])\."
    suffixes = [*(nlp.Defaults.suffixes or []), units, final_point]
    infixes = [*(nlp.Defaults.infixes or []), "[‐‑]"]
    nlp.tokenizer = Tokenizer(
        nlp.vocab,
        rules=_special_cases(),
        prefix_search=compile_prefix_regex(nlp.Defaults.prefixes or []).search,
        suffix_search=compile_suffix_regex(suffixes).search,
        infix_finditer=compile_infix_regex(infixes).finditer,
        token_match=nlp.Defaults.token_match,
        url_match=nlp.Defaults.url_match,
    )
    nlp.add_pipe("clinical_sentences")
    return nlp


def _special_cases() -> dict[str, list[dict[int, str]]]:
    """The known contractions and slashed words; a final "I." is a numeral and a point."""
    kept: dict[str, list[dict[int, str]]] = {
        written: parts
        for written, parts in English.Defaults.tokenizer_exceptions.items()
        if not re.fullmatch(r"[a-zA-Z]\.", written)
        and (not written.isalpha() or written.lower().endswith(("nt", "not")))
    }
    for written, parts in list(kept.items()):
        in_capitals = [part | {ORTH: part[ORTH].upper()} for part in parts]
        kept.setdefault(written.upper(), in_capitals)
    for text in _SHORTHAND["slashed"]:
        kept |= {written: [{ORTH: written}] for written in (text, text.upper(), text.capitalize())}
    return kept


@Language.component("clinical_sentences")
def _mark_sentences(doc: Doc) -> Doc:
    starts = True
    for token in doc:
        spelled = token.norm_
        own = spelled if spelled != token.lower_ else token.text
        token.norm_ = normal_form(own)
        token.is_sent_start = starts and (token.i == 0 or not token.is_space)
        starts = _ends_sentence(token) or (starts and token.is_space)
    return doc


def _ends_sentence(token: Token) -> bool:
    if token.is_space:
        return "\n" in token.text and not _is_folded_line(token)
    if token.text not in _FINAL:
        return False
    if token.i + 1 < len(token.doc) and token.nbor().text in {"?", "!", ".", ")", '"', "”"}:
        return False
    return token.text != "." or not _is_abbreviation_point(token)


def _is_abbreviation_point(point: Token) -> bool:
    if point.i == 0 or point.i + 1 == len(point.doc):
        return False
    before, after = point.nbor(-1), point.nbor()
    if before.whitespace_ or before.is_space:
        return not point.whitespace_
    word = before.lower_
    if word in _SIDES:
        return (before.is_lower or len(word) == 1) and after.lower_ in _SIDED
    if word == "no":
        counts = before.i > 0 and not before.is_sent_start and before.nbor(-1).is_alpha
        return counts and after.is_digit
    return word in _ABBREVIATIONS and not after.is_space


def _is_folded_line(line_break: Token) -> bool:
    doc, i = line_break.doc, line_break.i
    if line_break.text.count("\n") > 1 or i == 0 or i + 1 == len(doc):
        return False
    before, after = line_break.nbor(-1), line_break.nbor()
    line_start = message_of(doc).rfind("\n", 0, line_break.idx) + 1
    is_long = line_break.idx - line_start >= _WRAPPED_LINE
    return is_long and after.is_lower and not before.is_punct


def _opens_clause(token: Token, before: Token) -> bool:
    if token.lower_ in _CLAUSE_WORDS:
        return True
    mark = before.text
    if mark in _CLAUSE_MARKS:
        return True
    if mark in _SPACED_CLAUSE_MARKS:
        return bool(before.whitespace_) and before.i > 0 and bool(before.nbor(-1).whitespace_)
    return False
