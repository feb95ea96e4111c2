"""Nought told in words: "no part of the femur reaches 40 Gy", "no humerus in the field"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.reading.shares.groups import is_plan
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.quantities import Amount, Dose

_REACHES = words("reach reaches receive receives get gets see sees exceed exceeds exceeding is are")
_HOLDS = words("include includes contain contains cover covers touch reach reaches")
_FIELDS = frozenset({"field", "fields", "portal", "beam"})
_ALL = words("all whole entire full complete")
_SMALL_WORDS = words(
    "of the a any at all part portion his her their to is are there either both would will does do "
    "not long neither nor and or"
)


def with_noughts(pieces: Sequence[Piece], *, is_share_asked: bool) -> list[Piece]:
    """The pieces of one sentence, each "no ... reaches 40 Gy" with a nought in its place."""
    is_short = len(pieces) <= 4 and not any(isinstance(piece, Amount) for piece in pieces)
    found = list(pieces)
    for place, piece in enumerate(pieces):
        if not isinstance(piece, Token):
            continue
        denies_part = piece.kind == "no" and _denies_a_part(pieces, place)
        denies_dose = (piece.kind == "not" and _denies_a_dose(pieces, place)) or (
            piece.text == "no" and _is_no_dose(pieces, place)
        )
        denies_all = piece.text in {"none", "nothing", "nil"} and (
            _is_beside_a_plan(pieces, place)
            or _is_nothing_at_a_dose(pieces, place)
            or (is_share_asked and is_short)
        )
        if denies_part or denies_dose or denies_all:
            found[place] = nought(piece)
    return found


def nought(piece: Piece) -> Amount:
    """A share of nothing, told by the words of the piece."""
    zero = Decimal(0)
    return Amount(piece.start, piece.end, piece.sentence, zero, zero, "percent", is_absence=True)


def absent_structures(pieces: Sequence[Piece]) -> list[tuple[Mention, Token, Token]]:
    """Structures said to lie outside the field, each with the first and last words that say so."""
    found = []
    for place, piece in enumerate(pieces):
        if not isinstance(piece, Mention) or piece.kind not in {"bone", "joint"}:
            continue
        said = _outside(pieces, place) or _not_inside(pieces, place) or _not_held(pieces, place)
        if said is not None:
            found.append((piece, *said))
    return found


def _outside(pieces: Sequence[Piece], place: int) -> tuple[Token, Token] | None:
    """Whether it says "the humerus is outside the field"."""
    outside = next(
        (token for token in _clause_behind(pieces, place) if _is(token, "out_of_field")), None
    )
    return (outside, outside) if outside else None


def _not_inside(pieces: Sequence[Piece], place: int) -> tuple[Token, Token] | None:
    """Whether it says "no femur in the field", "the femur is not in the field"."""
    behind = _clause_behind(pieces, place)
    inside = next((token for token in behind if _is(token, "field")), None)
    if inside is None:
        return None
    denial = next(
        (token for token in behind if _is(token, "not") and token.start < inside.start), None
    )
    denial = denial or _denial_before(pieces, place)
    return (denial, inside) if denial else None


def _not_held(pieces: Sequence[Piece], place: int) -> tuple[Token, Token] | None:
    """Whether it says "the field does not include the femur"."""
    before = [piece for piece in pieces[:place] if isinstance(piece, Token)]
    field = next((token for token in before if token.text in _FIELDS), None)
    holds = next((token for token in before if token.text in _HOLDS), None)
    if field is None or holds is None or holds.start < field.start:
        return None
    denials = [
        token for token in before if token.start > field.start and token.kind in {"no", "not"}
    ]
    return (field, holds) if denials else None


def _denial_before(pieces: Sequence[Piece], place: int) -> Token | None:
    """The "no" or "neither" that the structure stands under."""
    for piece in reversed(pieces[:place]):
        if isinstance(piece, Token):
            if piece.kind == "no":
                return piece
            if piece.text not in _SMALL_WORDS:
                return None
        elif not isinstance(piece, Mention):
            return None
    return None


def _clause_behind(pieces: Sequence[Piece], place: int) -> list[Token]:
    """The words behind a structure up to a figure, a dose or a comma; other structures skipped."""
    found: list[Token] = []
    for piece in pieces[place + 1 :]:
        if isinstance(piece, Token):
            if piece.text in {";", ","}:
                break
            found.append(piece)
        elif not isinstance(piece, Mention):
            break
    return found


def _is(token: Token, kind: str) -> bool:
    return token.kind == kind


def _denies_a_part(pieces: Sequence[Piece], place: int) -> bool:
    has_structure = False
    for piece in pieces[place + 1 :]:
        if isinstance(piece, Mention):
            has_structure = piece.kind in {"bone", "joint"}
            if not has_structure:
                return False
        elif isinstance(piece, Dose):
            return has_structure and not piece.is_below
        elif isinstance(piece, Amount) or piece.kind in {"break", "word", "not", "field"}:
            return False
    return False


def _is_no_dose(pieces: Sequence[Piece], place: int) -> bool:
    """Whether it says "the knee joint gets no 35 Gy"."""
    behind = pieces[place + 1] if place + 1 < len(pieces) else None
    before = [piece for piece in pieces[:place] if isinstance(piece, Mention)]
    is_held = bool(before) and before[-1].kind in {"bone", "joint"}
    return is_held and isinstance(behind, Dose) and not behind.is_below


def _denies_a_dose(pieces: Sequence[Piece], place: int) -> bool:
    has_structure = any(
        isinstance(piece, Mention) and piece.kind in {"bone", "joint"} for piece in pieces[:place]
    )
    if any(isinstance(piece, Token) and piece.text in _ALL for piece in pieces[:place]):
        return False
    verb = False
    for piece in pieces[place + 1 : place + 5]:
        if isinstance(piece, Dose):
            return has_structure and verb and not piece.is_below
        if not isinstance(piece, Token) or piece.kind not in {"neutral", "about", "over"}:
            return False
        verb = verb or piece.text in _REACHES
    return False


def _is_nothing_at_a_dose(pieces: Sequence[Piece], place: int) -> bool:
    """Whether it says "the femur cortex: nothing at 40 Gy"."""
    named = [piece for piece in pieces[:place] if isinstance(piece, Mention)]
    is_held = bool(named) and named[-1].kind in {"bone", "joint"}
    behind = pieces[place + 1 : place + 3]
    dose = next((piece for piece in behind if isinstance(piece, Dose)), None)
    return is_held and dose is not None and not dose.is_below


def _is_beside_a_plan(pieces: Sequence[Piece], place: int) -> bool:
    nearby = [*pieces[max(0, place - 3) : place], *pieces[place + 1 : place + 4]]
    beside = [piece for piece in nearby if is_plan(piece)]
    return bool(beside) and not any(
        isinstance(piece, Amount) or (isinstance(piece, Token) and piece.kind == "word")
        for piece in nearby
    )
