"""Brackets that say nothing of a share: "3D-CRT (6 MV, opposed obliques): ..."."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.shares.groups import is_plan
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.mentions import Piece
from assistant.reading.shares.quantities import Amount

_TELLING = frozenset({"no", "not", "norm", "corrects", "field", "out_of_field", "example"})


def without_asides(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one sentence without brackets that hold no figure, plan, dose or structure."""
    found: list[Piece] = []
    opened: int | None = None
    for piece in pieces:
        kind = piece.kind if isinstance(piece, Token) else ""
        found.append(piece)
        if kind == "open":
            opened = len(found) - 1
        elif kind == "close" and opened is not None:
            if not _tell(found[opened:]):
                del found[opened:]
            opened = None
    return found


def _tell(pieces: Sequence[Piece]) -> bool:
    """Whether a bracket bears on a share; a bare number beside unknown words does not."""
    is_worded = any(isinstance(piece, Token) and piece.kind == "word" for piece in pieces)
    return any(
        not (is_worded and piece.unit == "bare")
        if isinstance(piece, Amount)
        else not isinstance(piece, Token) or is_plan(piece) or piece.kind in _TELLING
        for piece in pieces
    )
