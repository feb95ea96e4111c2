"""Figures that are the policy's own: its lines, its examples, its wording quoted back."""

from __future__ import annotations

from decimal import Decimal

from assistant.reading.shares.groups import is_plan
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.mentions import Piece
from assistant.reading.shares.quantities import Amount

_RESULTS = frozenset({"results", "result", "resulting"})
_NEEDS = frozenset({"need", "needs", "needing"})
_WHOLE = Decimal(100)


def policy_talk(pieces: list[Piece]) -> set[int]:
    """Places of the pieces that speak of the policy's lines, not of the patient."""
    norms = [i for i, p in enumerate(pieces) if isinstance(p, Token) and p.kind == "norm"]
    asks = is_question(pieces)
    is_dated = any(isinstance(p, Token) and p.kind == "other" for p in pieces)
    names_plan = any(is_plan(piece) for piece in pieces)
    if asks and (norms or (is_dated and not names_plan)):
        return set(range(len(pieces)))
    talk = _examples(pieces) | _quoted_lines(pieces)
    talk |= {i for i in range(1, len(pieces)) if _is_needed(pieces, i)}
    for norm in norms:
        word = pieces[norm]
        if norm and isinstance(pieces[norm - 1], Amount):
            talk.add(norm - 1)
        elif isinstance(word, Token) and word.text == "changed from":
            talk |= set(range(norm, len(pieces)))
        else:
            talk |= set(_part_around(pieces, norm))
    return talk


def _part_around(pieces: list[Piece], place: int) -> range:
    """Places between the commas and the like around a place; "from 50 to 25" stays together.

    A line in brackets ends with them: "42 % (limit 50 %)".
    """
    breaks = [i for i, p in enumerate(pieces) if isinstance(p, Token) and p.kind == "break"]
    start = max([i for i in breaks if i < place], default=-1) + 1
    end = min([i for i in breaks if i > place], default=len(pieces))
    kinds = [p.kind if isinstance(p, Token) else "" for p in pieces[start:end]]
    opened = [i for i, kind in enumerate(kinds) if kind == "open" and start + i < place]
    if opened and "close" not in kinds[opened[-1] : place - start]:
        start += opened[-1]
        end = next((i for i in range(place, end) if _is_close(pieces[i])), end)
    return range(start, end)


def _examples(pieces: list[Piece]) -> set[int]:
    """What follows "e.g.", up to the bracket's end."""
    found: set[int] = set()
    is_inside = False
    for place, piece in enumerate(pieces):
        kind = piece.kind if isinstance(piece, Token) else ""
        is_inside = kind == "example" or (is_inside and kind != "close")
        if is_inside:
            found.add(place)
    return found


def _quoted_lines(pieces: list[Piece]) -> set[int]:
    """Lower bounds behind "results in", as the policies word their criteria."""
    texts = [piece.text if isinstance(piece, Token) else "" for piece in pieces]
    starts = [i for i in range(1, len(texts)) if texts[i] == "in" and texts[i - 1] in _RESULTS]
    if not starts:
        return set()
    return {
        place
        for place, piece in enumerate(pieces)
        if place > starts[0] and isinstance(piece, Amount) and piece.low < piece.high == _WHOLE
    }


def _is_close(piece: Piece) -> bool:
    return isinstance(piece, Token) and piece.kind == "close"


def _is_needed(pieces: list[Piece], place: int) -> bool:
    """Whether the figure is a line that is needed: "needs 25 % under 3D"."""
    before, here = pieces[place - 1], pieces[place]
    is_need = isinstance(before, Token) and before.text in _NEEDS
    return is_need and isinstance(here, Amount)


def is_question(pieces: list[Piece]) -> bool:
    """Whether the sentence ends with a question mark."""
    return any(isinstance(p, Token) and p.text == "?" for p in pieces[-2:])
