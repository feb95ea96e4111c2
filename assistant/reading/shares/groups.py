"""Groups of a sentence: what stands between two commas, "and", slashes and the like."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.shares.lexer import Token
from assistant.reading.shares.mentions import Piece
from assistant.reading.shares.quantities import Amount, Dose


def is_plan(piece: Piece) -> bool:
    """Whether the piece names a technique."""
    return isinstance(piece, Token) and piece.kind == "plan"


def is_share(piece: Piece) -> bool:
    """Whether the piece is a number that can be a share."""
    return isinstance(piece, Amount) and piece.unit in {"percent", "bare"} and not piece.is_negated


def is_barrier(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a piece parts one group of plan and figure from the next."""
    piece = pieces[place]
    if not isinstance(piece, Token):
        return False
    if piece.text == ",":
        return not (_links_plan_to_figure(pieces, place) and _is_plan_first(pieces, place))
    if piece.kind in {"break", "arrow"}:
        return True
    if piece.kind == "hyphen":
        return piece.spaced and not _links_plan_to_figure(pieces, place)
    if piece.kind in {"open", "close"}:
        return _brackets_pair(pieces, place)
    is_to = piece.text in {"to", "down to"} and not _is_dose_behind(pieces, place)
    return is_to and _is_behind_figure(pieces, place)


def _links_plan_to_figure(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a dash stands as in "3D - 46 %"."""
    if not 0 < place < len(pieces) - 1:
        return False
    return is_plan(pieces[place - 1]) and is_share(pieces[place + 1])


def _is_plan_first(pieces: Sequence[Piece], comma: int) -> bool:
    """Whether a plan stands alone before a comma, as in "3D, 52 %; IMRT, 31 %"."""
    if any(is_share(piece) for piece in _until(pieces, comma - 2, -1)):
        return False
    if any(is_plan(piece) for piece in _until(pieces, comma + 2, 1)):
        return False
    first = next(piece for piece in pieces if is_plan(piece) or is_share(piece))
    return is_plan(first)


def _until(pieces: Sequence[Piece], place: int, step: int) -> list[Piece]:
    """The pieces from a place on up to the next comma, "and" or the like."""
    found: list[Piece] = []
    while 0 <= place < len(pieces) and _name_of(pieces[place]) not in {"break", "arrow"}:
        found.append(pieces[place])
        place += step
    return found


def _is_dose_behind(pieces: Sequence[Piece], place: int) -> bool:
    return place + 1 < len(pieces) and isinstance(pieces[place + 1], Dose)


def _brackets_pair(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a bracket holds both a plan and a figure: "(IMRT: 31 %)"."""
    kind, other, step = "open", "close", 1
    if _name_of(pieces[place]) == "close":
        kind, other, step = "close", "open", -1
    inside: list[Piece] = []
    i = place + step
    while 0 <= i < len(pieces) and _name_of(pieces[i]) not in {kind, other}:
        inside.append(pieces[i])
        i += step
    is_whole = 0 <= i < len(pieces) and _name_of(pieces[i]) == other
    has_both = any(is_plan(piece) for piece in inside) and any(is_share(piece) for piece in inside)
    return is_whole and has_both


def _name_of(piece: Piece) -> str:
    return piece.kind if isinstance(piece, Token) else ""


def _is_behind_figure(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a figure stands before the place, nothing but its own plan and dose between."""
    for i in range(place - 1, -1, -1):
        piece = pieces[i]
        if is_share(piece):
            return True
        if isinstance(piece, Token) and piece.kind in {"break", "arrow"}:
            return False
    return False


def groups(pieces: Sequence[Piece]) -> list[list[int]]:
    """Places of the pieces between one barrier and the next."""
    found: list[list[int]] = [[]]
    for place in range(len(pieces)):
        if is_barrier(pieces, place):
            found.append([])
        else:
            found[-1].append(place)
    return [group for group in found if group]


def group_around(pieces: Sequence[Piece], place: int) -> list[int]:
    """Places of the pieces between the barriers around a place."""
    start = end = place
    while start and not is_barrier(pieces, start - 1):
        start -= 1
    while end + 1 < len(pieces) and not is_barrier(pieces, end + 1):
        end += 1
    return list(range(start, end + 1))
