"""All of a structure told in words: "the whole circumference gets 40 Gy", "all of it on 3D"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from assistant.reading.shares.groups import is_plan, is_share
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.policy_talk import is_question
from assistant.reading.shares.quantities import Amount, Dose

_ALL = words("all whole entire entirety full complete")
_WHOLLY = words("completely entirely fully wholly totally")
_BETWEEN = words("of the its his her their this that a")
_REACHED = words(
    "reach reaches receive receives get gets got see sees saw exceed exceeds is are was were lies "
    "sits falls be stays within inside"
)
_OPEN = frozenset({"no", "not", "under", "at_most", "reduces", "norm"})
_PRONOUNS = words("of it that this them the")


def with_wholes(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces of one sentence, each "all of ... gets 40 Gy" with 100 percent in its place."""
    found = list(pieces)
    if is_question(found):
        return found
    for place, piece in enumerate(pieces):
        if not isinstance(piece, Token) or _is_denied(pieces, place):
            continue
        is_part = piece.text in _ALL and _is_all_of_a_structure(pieces, place)
        is_alone = piece.text == "all" and _is_beside_a_plan(pieces, place)
        is_wholly = piece.text in _WHOLLY and _is_structure_within_dose(pieces, place)
        if is_part or is_alone or is_wholly:
            found[place] = _hundred(piece, is_about=_kind(pieces, place - 1) == "about")
    return found


def _hundred(piece: Token, *, is_about: bool) -> Amount:
    whole = Decimal(100)
    return Amount(
        piece.start, piece.end, piece.sentence, whole, whole, "percent", is_about, in_words=True
    )


def _kind(pieces: Sequence[Piece], place: int) -> str:
    piece = pieces[place] if 0 <= place < len(pieces) else None
    return piece.kind if isinstance(piece, Token) else ""


def _text(pieces: Sequence[Piece], place: int) -> str:
    piece = pieces[place] if 0 <= place < len(pieces) else None
    return piece.text if isinstance(piece, Token) else ""


def _is_denied(pieces: Sequence[Piece], place: int) -> bool:
    """Whether it says "not all of", or a figure is "of the whole circumference"."""
    before = place - 1
    while _text(pieces, before) in {"the", "its", "a"} or _kind(pieces, before) == "about":
        before -= 1
    return _text(pieces, before) in {"of", "around"} or _kind(pieces, before) in {"not", "under"}


def _is_all_of_a_structure(pieces: Sequence[Piece], place: int) -> bool:
    at = place + 1
    while _text(pieces, at) in _BETWEEN | _ALL:
        at += 1
    named = pieces[at] if at < len(pieces) else None
    if not isinstance(named, Mention) or named.kind not in {"bone", "joint"}:
        return False
    return _is_reached(_clause(pieces, at + 1))


def _is_structure_within_dose(pieces: Sequence[Piece], place: int) -> bool:
    named = [p for p in pieces[:place] if isinstance(p, Mention)]
    is_structure = bool(named) and named[-1].kind in {"bone", "joint"}
    before = pieces[pieces.index(named[-1]) : place] if is_structure else []
    is_next = not any(is_share(p) or _kind([p], 0) == "break" for p in before)
    return is_structure and is_next and _is_reached(_clause(pieces, place + 1))


def _is_reached(clause: Sequence[Piece]) -> bool:
    """Whether the words behind a structure say that it gets a dose, and give no other figure."""
    doses = [i for i, piece in enumerate(clause) if isinstance(piece, Dose)]
    if not doses:
        return False
    dose = clause[doses[0]]
    lead = clause[: doses[0]]
    is_told = any(isinstance(piece, Token) and piece.text in _REACHED for piece in lead)
    is_open = any(isinstance(p, Token) and p.kind in _OPEN for p in lead)
    has_figure = any(isinstance(piece, Amount) for piece in clause)
    is_enough = isinstance(dose, Dose) and not dose.is_below
    return is_told and is_enough and not is_open and not has_figure


def _clause(pieces: Sequence[Piece], first: int) -> list[Piece]:
    """The pieces from a place up to the next comma, "and" or the like."""
    found: list[Piece] = []
    for piece in pieces[first:]:
        if isinstance(piece, Token) and piece.kind in {"break", "arrow"}:
            break
        found.append(piece)
    return found


def _is_beside_a_plan(pieces: Sequence[Piece], place: int) -> bool:
    """Whether it says "all of it on 3D" or "3D: all", a structure being named before."""
    if not any(isinstance(p, Mention) and p.kind in {"bone", "joint"} for p in pieces[:place]):
        return False
    behind = place + 1
    while _text(pieces, behind) in _PRONOUNS | {"on", "with", "under", "in", "by"}:
        behind += 1
    is_before = behind < len(pieces) and is_plan(pieces[behind])
    earlier = place - 1 - (_kind(pieces, place - 1) == "colon")
    named = pieces[earlier] if earlier >= 0 else None
    is_headed = isinstance(named, Dose) and not named.is_below
    is_headed = is_headed or (named is not None and is_plan(named))
    while _text(pieces, place + 1) in _PRONOUNS:
        place += 1
    ends = place + 1 == len(pieces) or _kind(pieces, place + 1) in {"break", "mark"}
    return is_before or (is_headed and ends)
