"""The unit of a number, said behind it or shared with the number it is joined to."""

from __future__ import annotations

from dataclasses import replace

from assistant.reading.shares.cursor import Cursor
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.quantities import Amount, Part

_SHARING = frozenset({"to", "down to", "/", "and", "or", "vs", "versus"})


def take_unit(cursor: Cursor) -> str:
    """Move over the unit behind a number: percent, points, gy, cgy, unit or bare."""
    here = cursor.token()
    skip = 1 if here is not None and here.kind == "hyphen" and not here.spaced else 0
    kind = cursor.kind(skip)
    if kind == "percent":
        cursor.at += skip + 1
        skip = 1 if cursor.kind() == "hyphen" else 0
        if cursor.kind(skip) == "points":
            cursor.at += skip + 1
            return "points"
        return "percent"
    if kind in {"points", "unit"}:
        cursor.at += skip + 1
        return kind
    if kind == "gray":
        unit = cursor.tokens[cursor.at + skip].name
        cursor.at += skip + 1
        return unit
    return "bare"


def with_shared_units(parts: list[Part]) -> list[Part]:
    """The parts with the unit of "from 40 to 25 %" and "40/25 %" given to both numbers."""
    found = list(parts)
    for i in range(len(found) - 3, -1, -1):
        first, joint, second = found[i : i + 3]
        if not isinstance(first, Amount) or not isinstance(second, Amount):
            continue
        joins = isinstance(joint, Token) and (joint.kind == "arrow" or joint.text in _SHARING)
        if joins and first.unit == "bare" and second.unit in {"percent", "points"}:
            found[i] = replace(first, unit=second.unit)
    return found
