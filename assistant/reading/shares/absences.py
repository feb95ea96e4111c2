"""Nought told in words: "no part of the femur reaches 40 Gy", "no humerus in the field"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.reading.shares.amounts import Amount, Dose
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.plans import is_plan

_REACHES = words("reach reaches receive receives get gets see sees exceed exceeds exceeding is are")
_HOLDS = words("include includes contain contains cover covers touch reach reaches")
_SMALL_WORDS = words(
    "of the a any at all part portion his her their to is are there either both would will does do "
    "not"
)


def with_noughts(pieces: Sequence[Piece], *, is_share_asked: bool) -> list[Piece]:
    """The pieces of one sentence, each "no ... reaches 40 Gy" with a nought in its place."""
    is_short = len(pieces) <= 4 and not any(isinstance(piece, Amount) for piece in pieces)
    found = list(pieces)
    for place, piece in enumerate(pieces):
        if not isinstance(piece, Token):
            continue
        denies_part = piece.kind == "no" and _denies_a_part(pieces, place)
        denies_dose = piece.kind == "not" and _denies_a_dose(pieces, place)
        denies_all = piece.text in {"none", "nothing", "nil"} and (
            _is_beside_a_plan(pieces, place) or (is_share_asked and is_short)
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
    tokens = [piece for piece in pieces if isinstance(piece, Token)]
    outside = [token for token in tokens if token.kind == "out_of_field"]
    inside = [token for token in tokens if token.kind == "field"]
    denials = [token for token in tokens if token.kind in {"no", "not"}]
    for place, piece in enumerate(pieces):
        if not isinstance(piece, Mention) or piece.kind not in {"bone", "joint"}:
            continue
        before = _token_before(pieces, place)
        if outside and outside[0].start > piece.end and _is_near(pieces, piece, outside[0]):
            found.append((piece, outside[0], outside[0]))
        elif inside and denials and piece.end < inside[-1].end:
            denial = denials[0] if before is None else before
            said_before = denial.kind == "no" and denial.end <= piece.start
            behind = [token for token in denials if piece.end <= token.start < inside[-1].start]
            if said_before and _is_near(pieces, piece, inside[-1]):
                found.append((piece, denial, inside[-1]))
            elif behind and behind[0].kind == "not" and _is_near(pieces, piece, inside[-1]):
                found.append((piece, behind[0], inside[-1]))
        elif before is not None and before.text in _HOLDS and _field_holds_not(pieces, place):
            found.append((piece, before, before))
    return found


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


def _denies_a_dose(pieces: Sequence[Piece], place: int) -> bool:
    has_structure = any(
        isinstance(piece, Mention) and piece.kind in {"bone", "joint"} for piece in pieces[:place]
    )
    verb = False
    for piece in pieces[place + 1 : place + 5]:
        if isinstance(piece, Dose):
            return has_structure and verb and not piece.is_below
        if not isinstance(piece, Token) or piece.kind not in {"neutral", "about", "over"}:
            return False
        verb = verb or piece.text in _REACHES
    return False


def _is_beside_a_plan(pieces: Sequence[Piece], place: int) -> bool:
    nearby = [*pieces[max(0, place - 3) : place], *pieces[place + 1 : place + 4]]
    beside = [piece for piece in nearby if is_plan(piece)]
    return bool(beside) and all(
        is_plan(piece) or (isinstance(piece, Token) and piece.kind != "word") for piece in nearby
    )


def _token_before(pieces: Sequence[Piece], place: int) -> Token | None:
    """The nearest word before a place that is more than a small one."""
    for piece in reversed(pieces[:place]):
        if isinstance(piece, Token) and (piece.kind == "no" or piece.text not in _SMALL_WORDS):
            return piece
        if not isinstance(piece, Token):
            return None
    return None


def _is_near(pieces: Sequence[Piece], mention: Mention, token: Token) -> bool:
    """Whether no figure, dose or clause end stands between a structure and the words."""
    between = [piece for piece in pieces if mention.end <= piece.start < token.start]
    return all(
        isinstance(piece, Mention) or (isinstance(piece, Token) and piece.text not in {";", ","})
        for piece in between
    )


def _field_holds_not(pieces: Sequence[Piece], place: int) -> bool:
    before = [piece for piece in pieces[:place] if isinstance(piece, Token)]
    texts = {piece.text for piece in before}
    return bool(texts & {"field", "fields", "portal", "beam"}) and any(
        piece.kind == "not" for piece in before
    )
