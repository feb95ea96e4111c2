"""Words that make a number a bound or a rough figure: "at least", "or more", "about"."""

from __future__ import annotations

from assistant.reading.shares.cursor import Cursor
from assistant.reading.shares.lexicon import words

_BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_TURNED = {"under": "at_least", "over": "at_most"}
_NEGATIONS = words("not never cannot can't doesn't didn't won't couldn't unable fails failed")
_NEGATES_OVER = 10  # words from a negation to the bound
_SAME_OVER = 30  # words from the first "over" of a dose to the next one
_ABOUT_BEHIND = frozenset({"or so", "ish", "give or take", "more or less", "roughly", "approx"})
_ENCIRCLES = words("wrap wraps wrapped wrapping circle circles curls curves goes going extends")
_RUNS = words("wraps curls runs lies extends passes spreads sweeps")
_ABBREVIATED = frozenset({"approx", "ca", "appx", "abt"})


def take_bound_before(cursor: Cursor) -> tuple[bool, str | None]:
    """Move over the bound in front of a number: whether it says "about", and the bound."""
    about, bound = False, None
    while cursor.kind() in _BOUNDS | {"about"}:
        if cursor.text() == "around" and _is_encircling(cursor):
            cursor.at += 1
            continue
        about = about or cursor.kind() == "about"
        is_spatial = cursor.text() == "over" and _is_across(cursor)
        bound = cursor.kind() if cursor.kind() in _BOUNDS and not is_spatial else bound
        cursor.at += 1
        is_abbreviated = cursor.last.text in _ABBREVIATED
        cursor.at += is_abbreviated and cursor.text() == "."
    return about, _TURNED[bound] if bound in _TURNED and _is_negated(cursor) else bound


def _is_negated(cursor: Cursor) -> bool:
    """Whether the bound is one that is not reached: "never gets it under 20 %"."""
    said = cursor.tokens[max(0, cursor.at - _NEGATES_OVER) : cursor.at]
    sentence = cursor.tokens[cursor.first].sentence
    for token in reversed([token for token in said if token.sentence == sentence]):
        if token.kind in {"break", "mark", "percent"}:
            return False
        if not _NEGATIONS.isdisjoint(token.text.split()) or token.text.endswith(("n't", "n’t")):
            return True
    return False


def _is_across(cursor: Cursor) -> bool:
    """Whether it says "40 Gy over 52 % on 3D and over 31 % on IMRT", which is no bound."""
    sentence = cursor.tokens[cursor.at].sentence
    said = cursor.tokens[max(0, cursor.at - _SAME_OVER) : cursor.at + 1]
    said = [token for token in said if token.sentence == sentence]
    overs = [i for i, token in enumerate(said) if token.text == "over"]
    before = said[overs[0] - 1] if overs[0] else None
    return before is not None and (before.kind in {"gray", "dose"} or before.text in _RUNS)


def _is_encircling(cursor: Cursor) -> bool:
    """Whether "around" is a place: "the isodose wraps around 70 % of ..."."""
    return cursor.at > 0 and cursor.last.text in _ENCIRCLES


def take_bound_behind(cursor: Cursor) -> tuple[bool, str | None]:
    """Move over the bound behind a number: whether it says "about", and the bound."""
    kind, text = cursor.kind(), cursor.text()
    if kind == "plus" and cursor.kind(1) != "number":
        cursor.at += 1
        return False, "at_least"
    if kind in {"or_more", "or_less"}:
        cursor.at += 1
        return False, "at_least" if kind == "or_more" else "at_most"
    if text == "and" and cursor.kind(1) in {"over", "under"} and _is_end(cursor, 2):
        is_over = cursor.kind(1) == "over"
        cursor.at += 2
        return False, "at_least" if is_over else "at_most"
    if kind == "about" and text in _ABOUT_BEHIND:
        cursor.at += 1
        return True, None
    if kind in {"at_least", "at_most"} and text[:1].isalpha() and _ends_behind(cursor):
        cursor.at += 1
        return False, kind
    return False, None


def _is_end(cursor: Cursor, ahead: int) -> bool:
    """Whether no number follows, which the words before would be a bound of."""
    return cursor.kind(ahead) in {"", "break", "mark", "close", "neutral", "plan"}


def _ends_behind(cursor: Cursor) -> bool:
    return cursor.kind(1) in {"", "break", "mark", "close", "open", "neutral"}
