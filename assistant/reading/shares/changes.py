"""Whether a figure is a share or a change of one: "falls by 16 points", "a 15 percent reduction"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from enum import Enum

from assistant.reading.shares.amounts import Amount
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.mentions import Piece
from assistant.reading.shares.plans import is_plan

_EQUALS = frozenset("of is was equals about = : amounts to be only".split())
_OBJECT = frozenset("it the a that this share value figure".split())
_NOUN = frozenset(
    "reduction decrease difference drop gap delta gain benefit improvement fall cut saving savings "
    "decline".split()
)


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
        return _change_in_points(pieces)
    if not _is_change(pieces, place):
        return Role.SHARE
    if figure.unit == "bare":
        return Role.NOTHING
    is_absolute = any(isinstance(p, Token) and p.kind == "absolute" for p in pieces)
    return _change_in_points(pieces) if is_absolute else Role.UNCLEAR_CHANGE


def as_rise(figure: Amount) -> Amount:
    """A rise as a reduction below nought."""
    return replace(figure, low=-figure.high, high=-figure.low)


def falls_to(pieces: Sequence[Piece], place: int) -> bool:
    """Whether the share is said to come down to the figure: "drops to 27 %"."""
    before = [p for p in pieces[:place] if isinstance(p, Token)]
    is_to = bool(before) and before[-1].text in {"to", "down to"} and _adjoins(pieces, place)
    moves = {"brings", "brought", "gets", "takes", "took", "bring", "goes", "went", "comes", "down"}
    return is_to and any(p.kind == "reduces" or p.text in moves for p in before)


def _adjoins(pieces: Sequence[Piece], place: int) -> bool:
    return isinstance(pieces[place - 1], Token)


def _change_in_points(pieces: Sequence[Piece]) -> Role:
    tokens = [piece for piece in pieces if isinstance(piece, Token)]
    plans = [piece.name for piece in tokens if is_plan(piece)]
    rises = any(piece.kind == "rises" for piece in tokens)
    has_cue = rises or any(piece.kind in {"reduces", "absolute"} for piece in tokens)
    three_d_first = bool(plans) and plans[0] == "three_d" and "imrt" in plans
    is_compared = any(piece.text == "than" for piece in tokens) and three_d_first
    if not has_cue:
        return Role.POINTS_ALONE
    return Role.RISE if rises is not is_compared else Role.REDUCTION


def _is_change(pieces: Sequence[Piece], place: int) -> bool:
    before = [p for p in pieces[max(0, place - 5) : place]]
    tokens = [p for p in before if isinstance(p, Token)]
    has_cue = any(isinstance(p, Token) and p.kind in {"reduces", "rises"} for p in pieces)
    if not has_cue:
        return False
    last = before[-1] if before else None
    if isinstance(last, Token) and last.text in {"by", "in"} and _halves_or_by(pieces, place, last):
        return True
    if _reads_as_change_behind(pieces, place):
        return True
    if not isinstance(last, Token) or last.text in {"to", "down to", "from", "with", "at"}:
        return False
    if last.kind == "reduces":
        return last.text not in {"lower", "less", "better", "off", "down"}
    if last.text in _EQUALS | _OBJECT:
        cue = next((p for p in reversed(tokens) if p.text not in _EQUALS | _OBJECT), None)
        return cue is not None and cue.kind == "reduces" and cue.text in _NOUN
    return False


def _halves_or_by(pieces: Sequence[Piece], place: int, last: Token) -> bool:
    """"by 15 percent" of any change; "in" only before "half"."""
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
