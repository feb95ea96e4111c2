"""Whether a figure is a share or a change of one: "falls by 16 points", "a 15 percent cut"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from assistant.reading.shares.groups import is_plan
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Piece
from assistant.reading.shares.quantities import Amount

_EQUALS = words("of is was equals about = : amounts to be only")
_OBJECT = words("it the a that this share value figure")
_NOUN = words(
    "reduction decrease difference drop gap delta gain benefit improvement fall cut saving savings "
    "decline"
)
_BEFORE_A_CHANGE = words("a an some another absolute absolutely additional further full")
_MORE_THAN = frozenset({"higher than", "more than", "greater than"})
_LESS_THAN = frozenset({"lower than", "less than", "fewer than", "below", "under"})


class Role(Enum):
    """What a figure tells."""

    SHARE = "share"
    REDUCTION = "reduction"
    UNCLEAR_CHANGE = "percent of the share or points, not said"
    RISE = "rise"
    POINTS_ALONE = "points without a word of change"
    NOTHING = "nothing"


def role_of(pieces: Sequence[Piece], place: int) -> Role:
    """What the figure at the place tells, by its unit and the words right beside it."""
    figure = pieces[place]
    if not isinstance(figure, Amount):
        return Role.NOTHING
    if figure.unit == "points":
        return _change_in_points(pieces, place)
    if not _is_change(pieces, place):
        return Role.SHARE
    if figure.unit == "bare":
        return Role.NOTHING
    is_absolute = any(isinstance(p, Token) and p.text.startswith("absolute") for p in pieces)
    return _change_in_points(pieces, place) if is_absolute else Role.UNCLEAR_CHANGE


def turned(figure: Amount) -> Amount:
    """A rise as a reduction below nought, and a change of -16 points as a reduction by 16."""
    return replace(figure, low=-figure.high, high=-figure.low)


def falls_to(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the share is said to come down to the figure: "drops to 27 %"."""
    before = [p for p in pieces[:place] if isinstance(p, Token)]
    is_to = bool(before) and before[-1].text in {"to", "down to"} and _adjoins(pieces, place)
    moves = words("bring brings brought get gets got take takes took goes went come comes down")
    return is_to and any(p.kind == "reduces" or p.text in moves for p in before)


def _adjoins(pieces: Sequence[Piece], place: int) -> bool:
    return isinstance(pieces[place - 1], Token)


def _change_in_points(pieces: Sequence[Piece], place: int) -> Role:
    before = pieces[place - 1] if place else None
    by_points = isinstance(before, Token) and before.text == "by"
    tokens = [piece for piece in pieces if isinstance(piece, Token)]
    plans = [piece.name for piece in tokens if is_plan(piece)]
    rises = any(piece.kind == "rises" or piece.text in _MORE_THAN for piece in tokens)
    has_cue = rises or any(
        piece.kind == "reduces" or piece.text.startswith("absolute") or piece.text in _LESS_THAN
        for piece in tokens
    )
    three_d_first = bool(plans) and plans[0] == "three_d" and "imrt" in plans
    is_compared = three_d_first and any(
        piece.text == "than" or piece.text in _MORE_THAN | _LESS_THAN for piece in tokens
    )
    if not has_cue and not (by_points and "imrt" in plans):
        return Role.POINTS_ALONE
    return Role.RISE if rises is not is_compared else Role.REDUCTION


def _is_change(pieces: Sequence[Piece], place: int) -> bool:
    has_cue = any(isinstance(p, Token) and p.kind in {"reduces", "rises"} for p in pieces)
    if not has_cue:
        return False
    before = pieces[max(0, place - 5) : place]
    while before and isinstance(before[-1], Token) and before[-1].text in _BEFORE_A_CHANGE:
        before = before[:-1]
    last = before[-1] if before else None
    if _is_absolute_reduction(pieces, place):
        return True
    if isinstance(last, Token) and last.text in {"by", "in"} and _halves_or_by(pieces, place, last):
        return True
    return _reads_as_change_behind(pieces, place) or _reads_as_change_before(before)


def _is_absolute_reduction(pieces: Sequence[Piece], place: int) -> bool:
    """Whether it says "a reduction in the absolute percent of ... of 15 %", as the policy does."""
    before = [piece for piece in pieces[:place] if isinstance(piece, Token)]
    is_of = bool(before) and before[-1].text in {"of", "is"}
    reduces = [i for i, piece in enumerate(before) if piece.text in _NOUN]
    return (
        is_of
        and bool(reduces)
        and any(piece.text.startswith("absolute") for piece in before[reduces[0] :])
    )


def _reads_as_change_before(before: Sequence[Piece]) -> bool:
    """Whether the words up to a figure end in "spares", "a reduction of", "the difference is"."""
    last = before[-1] if before else None
    if not isinstance(last, Token):
        return False
    if last.kind == "reduces":
        return last.text not in {"lower", "less", "better", "off", "down"}
    tokens = [piece for piece in before if isinstance(piece, Token)]
    cue = next((p for p in reversed(tokens) if p.text not in _EQUALS | _OBJECT), None)
    is_linked = last.text in _EQUALS | _OBJECT and last.text != "to"
    return is_linked and cue is not None and cue.kind == "reduces" and cue.text in _NOUN


def _halves_or_by(pieces: Sequence[Piece], place: int, last: Token) -> bool:
    """Whether the change goes "by 15 percent", or is one "in half"."""
    figure = pieces[place]
    in_half = isinstance(figure, Amount) and figure.low == 50 and figure.end - figure.start == 4
    return last.text == "by" or in_half


def _reads_as_change_behind(pieces: Sequence[Piece], place: int) -> bool:
    for piece in pieces[place + 1 : place + 4]:
        if not isinstance(piece, Token):
            return False
        if piece.kind in {"reduces", "rises"}:
            return piece.text not in {"down", "gap"}
        if piece.kind not in {"hyphen", "absolute"} and piece.text not in {"relative", "points"}:
            return False
    return False
