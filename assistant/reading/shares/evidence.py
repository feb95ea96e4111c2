"""The stretch of a message that shows a claim: its figure with what belongs to it."""

from __future__ import annotations

from assistant.reading.shares.groups import group_around, is_share
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.quantities import Dose


def evidence_of(
    pieces: list[Piece], place: int, plan: int | None, others: list[Mention | Dose | None]
) -> tuple[int, int]:
    """From the figure to its plan and, where they stand in the same group, the others."""
    group = group_around(pieces, place)
    places = [place, *([] if plan is None else [plan])]
    places += [
        i
        for i in group
        if any(pieces[i] is other for other in others)
        and not any(is_share(p) for p in pieces[min(i, place) + 1 : max(i, place)])
    ]
    first, last = min(places), max(places)
    if _is_sign(pieces, last + 1, "close") and _opens(pieces[first : last + 1], "open", "close"):
        last += 1
    if _is_sign(pieces, first - 1, "open") and _opens(pieces[first : last + 1], "close", "open"):
        first -= 1
    return pieces[first].start, pieces[last].end


def _is_sign(pieces: list[Piece], place: int, kind: str) -> bool:
    if not 0 <= place < len(pieces):
        return False
    piece = pieces[place]
    return isinstance(piece, Token) and piece.kind == kind


def _opens(pieces: list[Piece], one: str, other: str) -> bool:
    kinds = [piece.kind for piece in pieces if isinstance(piece, Token)]
    return kinds.count(one) > kinds.count(other)
