"""Which structure a figure is of, and at which dose, as the sentence puts them together."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.reading.shares.groups import group_around, is_plan, is_share
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.quantities import Amount, Dose, Part

_OF = frozenset({"of", "in", "to", "for"})
_PRESCRIBED = words(
    "prescribed prescription boost preop preoperative postop postoperative total delivered "
    "delivering course given adjuvant neoadjuvant received prior previous earlier"
)


def without_prescriptions(pieces: Sequence[Part]) -> list[Part]:
    """The pieces without doses that were prescribed: "50 Gy in 25 fractions", "a 16 Gy boost"."""
    return [piece for i, piece in enumerate(pieces) if not _is_prescription(pieces, i)]


def _is_prescription(pieces: Sequence[Part], place: int) -> bool:
    if not isinstance(pieces[place], Dose):
        return False
    behind = pieces[place + 1 : place + 3]
    in_fractions = (
        len(behind) == 2
        and isinstance(behind[0], Token)
        and behind[0].text in {"in", "/", "over", "x"}
        and isinstance(behind[1], Token | Amount)
        and (behind[1].kind == "other" if isinstance(behind[1], Token) else True)
        and not (isinstance(behind[1], Amount) and behind[1].unit == "percent")
    )
    sentence = pieces[place].sentence
    around = [
        p for p in [*pieces[max(0, place - 3) : place], *behind[:1]] if p.sentence == sentence
    ]
    is_named = any(isinstance(p, Token) and p.text in _PRESCRIBED - {"received"} for p in around)
    return in_fractions or is_named


def structure_of(
    pieces: Sequence[Piece], place: int, *, is_carried: bool = False
) -> Mention | None:
    """The structure that the sentence names for the figure; `None` where it names none.

    `is_carried` says that an earlier sentence has named one.
    """
    group = group_around(pieces, place)
    behind = [i for i in group if i > place]
    before = [i for i in group if i < place]
    figure = pieces[place]
    if isinstance(figure, Amount) and figure.is_absence:
        named = _first_mention(pieces, behind) or _first_mention(pieces, before[::-1])
        if named is not None:
            return named
    said_of = _said_of(pieces, behind)
    if said_of is not None:
        return said_of
    named = _first_mention(pieces, before[::-1])
    if named is not None:
        return _rather_marked(pieces, named)
    named = _first_mention(pieces, behind, until_figure=True)
    if named is not None and not _has_figure_behind(pieces, named, group):
        return named
    return _from_clause(pieces, place, is_carried=is_carried)


def _first_mention(
    pieces: Sequence[Piece], places: Sequence[int], *, until_figure: bool = False
) -> Mention | None:
    for i in places:
        piece = pieces[i]
        if isinstance(piece, Mention):
            return piece
        if until_figure and is_share(piece):
            return None
    return None


def _said_of(pieces: Sequence[Piece], behind: Sequence[int]) -> Mention | None:
    """The structure in "52 % of the humerus cortex"; any other noun there is a subject."""
    has_of = False
    unknown: Token | None = None
    for i in behind:
        piece = pieces[i]
        if isinstance(piece, Mention):
            return piece if has_of else None
        if is_share(piece) or (is_plan(piece) and not has_of):
            return None
        if isinstance(piece, Token):
            has_of = has_of or piece.text == "of"
            if not has_of and piece.kind not in {"neutral", "open", "close", "about"}:
                return None
            if has_of and piece.kind == "word" and unknown is None:
                unknown = piece
    if unknown is None:
        return None
    return Mention(unknown.start, unknown.end, unknown.sentence, "subject", (), is_marked=True)


def _has_figure_behind(pieces: Sequence[Piece], mention: Mention, group: Sequence[int]) -> bool:
    return any(is_share(pieces[i]) and pieces[i].start > mention.end for i in group)


def _rather_marked(pieces: Sequence[Piece], named: Mention) -> Mention:
    """The cortex or joint space spoken of, where the nearer name is only a place beside it."""
    if named.is_marked:
        return named
    marked = [
        piece
        for piece in pieces
        if isinstance(piece, Mention)
        and piece.end <= named.start
        and piece.is_marked
        and piece.kind in {"bone", "joint"}
    ]
    at = pieces.index(named)
    before = pieces[at - 1] if at else None
    is_aside = isinstance(before, Token) and before.kind in {"word", "neutral"}
    return marked[-1] if marked and is_aside else named


def _from_clause(pieces: Sequence[Piece], place: int, *, is_carried: bool) -> Mention | None:
    """The structure before the figure, or the one its clause ends with: "... for the humerus"."""
    stops = [i for i, p in enumerate(pieces) if isinstance(p, Token) and p.text == ";"]
    start = max([i for i in stops if i < place], default=-1) + 1
    end = min([i for i in stops if i > place], default=len(pieces))
    within = [i for i in range(start, place) if isinstance(pieces[i], Mention)]
    if not within:
        behind = [i for i in range(place + 1, end) if isinstance(pieces[i], Mention)]
        if len(behind) == 1 and not any(is_share(p) for p in pieces[behind[0] + 1 : end]):
            linked = [p.text for p in pieces[behind[0] - 2 : behind[0]] if isinstance(p, Token)]
            opened = not is_carried or any(text in _OF | {"(", "the"} for text in linked)
            named = pieces[behind[0]]
            if opened and isinstance(named, Mention):
                return named
    earlier = [p for p in pieces[:place] if isinstance(p, Mention)]
    return _rather_marked(pieces, earlier[-1]) if earlier else None


def dose_of(pieces: Sequence[Piece], place: int, structure: Mention | None) -> Dose | None:
    """The dose that the sentence ties to the figure or to its structure."""
    in_order = _dose_in_order(pieces, structure)
    if in_order is not None:
        return in_order
    group = group_around(pieces, place)
    near = [i for i in group if isinstance(pieces[i], Dose)]
    if not near:
        near = [
            i
            for i, piece in enumerate(pieces)
            if isinstance(piece, Dose) and _owner(pieces, i) in {structure, None}
        ]
    if not near:
        return None
    nearest = pieces[min(near, key=lambda i: (abs(i - place), -i))]
    return nearest if isinstance(nearest, Dose) else None


def _dose_in_order(pieces: Sequence[Piece], structure: Mention | None) -> Dose | None:
    """The dose of the structure where doses are listed as structures are, "respectively"."""
    said = [i for i, p in enumerate(pieces) if isinstance(p, Token) and p.text == "respectively"]
    if not said or structure is None:
        return None
    before = pieces[: said[0]]
    doses = [piece for piece in before if isinstance(piece, Dose)]
    named = [p for p in before if isinstance(p, Mention) and p.kind in {"bone", "joint"}]
    if len(doses) < 2 or len(doses) != len(named) or structure not in named:
        return None
    return doses[named.index(structure)] if doses[0].start > named[-1].end else None


def _owner(pieces: Sequence[Piece], place: int) -> Mention | None:
    """The structure that a dose belongs to: right behind it or with "of", else before it."""
    linked = 0
    for piece in pieces[place + 1 :]:
        if not isinstance(piece, Token) or piece.kind == "break":
            break
        linked += 1
    behind = pieces[place + 1 + linked] if place + 1 + linked < len(pieces) else None
    texts = {p.text for p in pieces[place + 1 : place + 1 + linked] if isinstance(p, Token)}
    if isinstance(behind, Mention) and (linked == 0 or texts & _OF):
        return behind
    stops = [i for i, p in enumerate(pieces) if isinstance(p, Token) and p.text == ";"]
    start = max([i for i in stops if i < place], default=-1) + 1
    before = [piece for piece in pieces[start:place] if isinstance(piece, Mention)]
    before = before or [piece for piece in pieces[:place] if isinstance(piece, Mention)]
    later = [piece for piece in pieces[place + 1 :] if isinstance(piece, Mention)]
    return before[-1] if before else (later[0] if later else None)
