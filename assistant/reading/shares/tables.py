"""Rows of a pasted table: a heading line names the plans (or structures), the rows follow it."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.shares.groups import is_plan, is_share
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.plans import Bound
from assistant.reading.shares.quantities import Amount

_CELL_ENDS = frozenset({"|", "\t", ",", ";"})

Cells = list[list[int]]


def cells_of(pieces: Sequence[Piece]) -> Cells:
    """Places of the pieces of each cell, without the empty cells outside a row's bars."""
    cells: Cells = [[]]
    for place, piece in enumerate(pieces):
        if isinstance(piece, Token) and piece.kind == "break" and piece.text in _CELL_ENDS:
            cells.append([])
        else:
            cells[-1].append(place)
    while cells and not cells[0]:
        cells.pop(0)
    while cells and not cells[-1]:
        cells.pop()
    return cells


def plan_heading(pieces: Sequence[Piece]) -> tuple[str, ...]:
    """The plan over each column, "" over the others; empty where the line is no such heading."""
    plans = [piece for piece in pieces if is_plan(piece)]
    if len({p.name for p in plans if isinstance(p, Token)}) < 2 or _has_amount(pieces):
        return ()
    names = []
    for cell in cells_of(pieces):
        named = [p.name for p in (pieces[i] for i in cell) if isinstance(p, Token) and is_plan(p)]
        if len(named) > 1:
            return ()
        names.append(named[0] if named else "")
    return tuple(names)


def structure_heading(pieces: Sequence[Piece]) -> tuple[Mention | None, ...]:
    """The structure over each column, `None` over the others; empty where it is no heading."""
    if _has_amount(pieces) or any(is_plan(piece) for piece in pieces):
        return ()
    cells = cells_of(pieces)
    heads = []
    for cell in cells:
        named = [piece for piece in (pieces[i] for i in cell) if isinstance(piece, Mention)]
        heads.append(named[0] if named else None)
    is_heading = len(cells) > 1 and sum(head is not None for head in heads) > 1
    return tuple(heads) if is_heading else ()


def under_plans(pieces: Sequence[Piece], heading: tuple[str, ...]) -> dict[int, Bound]:
    """The plan of each figure of a row that stands under a heading of plans."""
    if not heading or any(is_plan(piece) for piece in pieces):
        return {}
    cells = cells_of(pieces)
    if len(cells) == len(heading):
        columns = zip(cells, heading, strict=True)
        return {
            i: Bound(plan) for cell, plan in columns if plan for i in cell if is_share(pieces[i])
        }
    figures = [place for place, piece in enumerate(pieces) if is_share(piece)]
    plans = [plan for plan in heading if plan]
    if len(figures) == len(plans):
        return {place: Bound(plan) for place, plan in zip(figures, plans, strict=True)}
    return {}


def under_structures(
    pieces: Sequence[Piece], heading: tuple[Mention | None, ...]
) -> dict[int, Mention]:
    """The structure of each figure of a row that stands under a heading of structures."""
    if not heading or any(isinstance(piece, Mention) for piece in pieces):
        return {}
    cells = cells_of(pieces)
    found: dict[int, Mention] = {}
    if len(cells) == len(heading):
        for cell, head in zip(cells, heading, strict=True):
            found |= {i: head for i in cell if head is not None and is_share(pieces[i])}
        return found
    figures = [place for place, piece in enumerate(pieces) if is_share(piece)]
    heads = [head for head in heading if head is not None]
    return dict(zip(figures, heads, strict=True)) if len(figures) == len(heads) else {}


def plan_of_row(pieces: Sequence[Piece], columns: dict[int, Mention]) -> dict[int, Bound]:
    """The plan that a row under structures begins with, for each of its figures."""
    plans = [i for i, piece in enumerate(pieces) if is_plan(piece)]
    if not columns or len(plans) != 1 or plans[0] > min(columns):
        return {}
    plan = pieces[plans[0]]
    return {place: Bound(plan.name) for place in columns if isinstance(plan, Token)}


def is_rule(pieces: Sequence[Piece]) -> bool:
    """Whether a line only draws: "|---|---|"."""
    return all(
        isinstance(p, Token) and p.kind in {"hyphen", "break", "colon", "mark", "plus", "arrow"}
        for p in pieces
    )


def _has_amount(pieces: Sequence[Piece]) -> bool:
    return any(isinstance(piece, Amount) for piece in pieces)
