"""Which plan each figure of a sentence belongs to: 3D, IMRT, another technique or none said.

Commas, "and", slashes and the like part a sentence into groups. Figures find their plan

1. as a pair, "from 42 to 27 %" and "40 % -> 25 %", which runs from 3D to IMRT;
2. in the order of a list, "3D and IMRT: 52 % and 31 %";
3. in their own group, before or behind them as the group begins;
4. from the plan that governs the sentence, "On 3D, 52 % of ... and 60 % of ...".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.reading.shares.groups import groups, is_plan, is_share
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.quantities import Amount

_LINKS = words(
    "with on under in by via using for the a our his her their plan planning dose of value share "
    "at is was it that figure figures gives shows treatment technique radiotherapy rt"
)
_PLANNING = words("plan plans planning technique treatment treatments dosimetry")
_GOVERNORS = frozenset({"on", "with", "under", "in", "using", "by", "via"})
_LISTED = frozenset({"and", "vs", "versus", "or", "compared", "compared with", "compared to", "to"})


@dataclass(frozen=True, slots=True)
class Bound:
    """The plan of one figure: where it is named (`None`: understood), and what is doubtful."""

    plan: str
    place: int | None = None
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class PlansBound:
    """The plans of a sentence's figures by place, and the plan that governs what follows it."""

    by_place: dict[int, Bound]
    governing: str


def bind_plans(pieces: Sequence[Piece], figures: Sequence[int], header: str) -> PlansBound:
    """The plan of each of the figures; `header` is the plan of a line such as "3D plan:"."""
    bound = _in_pairs(pieces, figures)
    bound |= _in_listed_order(pieces, [place for place in figures if place not in bound])
    left = [place for place in figures if place not in bound]
    first_plan_first = False
    for group in groups(pieces):
        in_group = _in_group(pieces, [place for place in group if place in left], group)
        first_plan_first |= any(b.place is not None and b.place < p for p, b in in_group.items())
        bound |= in_group
    left = [place for place in left if place not in bound]
    governing = header
    by_place = dict(bound)
    for place, piece in enumerate(pieces):
        if is_plan(piece) and (first_plan_first or _governs(pieces, place)):
            governing = _name(piece)
        if place in left and governing:
            by_place[place] = Bound(governing)
    by_place |= _from_front(pieces, [place for place in left if place not in by_place])
    by_place |= _from_behind(pieces, [place for place in left if place not in by_place])
    return PlansBound(by_place, _header_left(pieces, header))


def _name(piece: Piece) -> str:
    return piece.name if isinstance(piece, Token) else ""


def _in_pairs(pieces: Sequence[Piece], figures: Sequence[int]) -> dict[int, Bound]:
    """Two figures with an arrow or "to" between them and no plan: 3D first, IMRT second."""
    found: dict[int, Bound] = {}
    for first, second in pairwise(figures):
        between = [piece for piece in pieces[first + 1 : second] if isinstance(piece, Token)]
        plans = [piece.name for piece in between if piece.kind == "plan"]
        is_apart = any(piece.kind == "break" for piece in between)
        if first in found or is_apart or plans not in ([], ["three_d"]):
            continue
        if plans and any(is_plan(piece) for piece in pieces[second + 1 : second + 4]):
            continue
        has_arrow = any(piece.kind == "arrow" for piece in between)
        has_to = any(piece.text in {"to", "down to"} for piece in between)
        if not (has_arrow or has_to):
            found |= _turned_pair(pieces, first, second)
            continue
        high, low = pieces[first], pieces[second]
        rises = isinstance(high, Amount) and isinstance(low, Amount) and high.high < low.low
        after = pieces[second + 1] if second + 1 < len(pieces) else None
        near = [_name(p) for p in pieces[second + 1 : second + 4] if is_plan(p)]
        behind = [_name(p) for p in pieces[second + 1 : second + 9] if is_plan(p)]
        doubt = "the share would rise from 3D to IMRT" if rises else ""
        is_listed = isinstance(after, Token) and after.kind == "open"
        if is_listed and behind[:2] == ["imrt", "three_d"]:
            doubt = "the plans were named the other way round"
        elif near[:1] not in ([], ["imrt"]) and behind[:2] != ["three_d", "imrt"]:
            doubt = "one plan was named for both figures"
        found[first] = Bound("three_d", None, doubt)
        found[second] = Bound("imrt", None, doubt)
    return found


def _turned_pair(pieces: Sequence[Piece], first: int, second: int) -> dict[int, Bound]:
    """The plans of "down to 16 % from 38 %", where the 3D figure stands last."""
    before, between = pieces[first - 1] if first else None, pieces[first + 1 : second]
    is_to = isinstance(before, Token) and before.text in {"to", "down to"}
    texts = [piece.text for piece in between if isinstance(piece, Token)]
    if not is_to or texts[-1:] != ["from"] or len(texts) < len(between):
        return {}
    high, low = pieces[second], pieces[first]
    falls = isinstance(high, Amount) and isinstance(low, Amount) and high.low >= low.high
    doubt = "" if falls else "the share would rise from 3D to IMRT"
    return {first: Bound("imrt", None, doubt), second: Bound("three_d", None, doubt)}


def _in_listed_order(pieces: Sequence[Piece], figures: Sequence[int]) -> dict[int, Bound]:
    """Figures in the order of two plans listed before or behind them."""
    found: dict[int, Bound] = {}
    for first, piece in enumerate(pieces):
        if not is_plan(piece):
            continue
        second = _next_listed_plan(pieces, first)
        if second is None:
            continue
        order = (_name(piece), _name(pieces[second]))
        later_plans = any(is_plan(other) for other in pieces[second + 1 :])
        earlier_plans = any(is_plan(other) for other in pieces[:first])
        behind = [place for place in figures if place > second]
        before = [place for place in figures if place < first]
        if behind and len(behind) % 2 == 0 and not later_plans:
            return found | {p: Bound(order[i % 2], None) for i, p in enumerate(behind)}
        following = next((i for i in range(second + 1, len(pieces)) if is_plan(pieces[i])), None)
        own = [place for place in behind if following is not None and place < following]
        if following is not None and len(own) == 2 and _next_listed_plan(pieces, following):
            found |= {p: Bound(order[i], None) for i, p in enumerate(own)}
            continue
        if len(before) == 2 and not earlier_plans and not behind:
            return {p: Bound(order[i], None) for i, p in enumerate(before)}
        has_own = any(isinstance(other, Amount) for other in pieces[second + 1 :])
        if not behind and not has_own and not earlier_plans and second - first > 1:
            return {p: Bound("", None) for p in before}
    return found


def _next_listed_plan(pieces: Sequence[Piece], first: int) -> int | None:
    for place in range(first + 1, min(first + 6, len(pieces))):
        piece = pieces[place]
        if is_plan(piece):
            return place if _name(piece) != _name(pieces[first]) else None
        listed = isinstance(piece, Token) and (
            piece.kind in {"break", "arrow", "hyphen", "open", "close", "mark"}
            or piece.text in _LISTED | _LINKS | {"plans"}
        )
        if not listed:
            return None
    return None


def _in_group(
    pieces: Sequence[Piece], figures: Sequence[int], group: Sequence[int]
) -> dict[int, Bound]:
    plans = [place for place in group if is_plan(pieces[place])]
    if not plans or not figures:
        return {}
    found: dict[int, Bound] = {}
    plan_first = plans[0] < figures[0]
    for figure in figures:
        before = [place for place in plans if place < figure]
        behind = [
            place
            for place in plans
            if place > figure and not any(figure < other < place for other in figures)
        ]
        is_close = bool(behind) and _is_linked(pieces, figure, behind[0])
        claimed = bool(behind) and any(
            _is_linked(pieces, behind[0], other) for other in figures if other > behind[0]
        )
        if plan_first and before and not (is_close and not claimed and len(plans) > len(figures)):
            found[figure] = Bound(_name(pieces[before[-1]]), before[-1])
        elif behind:
            found[figure] = Bound(_name(pieces[behind[0]]), behind[0])
    return found


def _is_linked(pieces: Sequence[Piece], first: int, second: int) -> bool:
    """Whether only small words stand between two places."""
    return all(
        isinstance(piece, Token)
        and (piece.kind in {"open", "close", "colon", "hyphen"} or piece.text in _LINKS)
        for piece in pieces[first + 1 : second]
    )


def _governs(pieces: Sequence[Piece], place: int) -> bool:
    """Whether a plan opens what is said under it: "On the 3D plan ...", "3D plan: ..."."""
    before = [p.text for p in pieces[max(0, place - 3) : place] if isinstance(p, Token)]
    if any(word in _GOVERNORS for word in before):
        return True
    behind = [p for p in pieces[place + 1 : place + 3] if isinstance(p, Token)]
    if behind and behind[0].kind == "colon":
        return True
    return len(behind) == 2 and behind[0].text in {"plan", "plans"} and behind[1].kind == "colon"


def _from_front(pieces: Sequence[Piece], figures: Sequence[int]) -> dict[int, Bound]:
    """The one plan of a sentence, commas behind it: "3D planning, whatever we did, left 70 %"."""
    places = [place for place, piece in enumerate(pieces) if is_plan(piece)]
    if not figures or len(places) != 1 or places[0] > figures[0]:
        return {}
    behind = pieces[places[0] + 1]
    is_done = isinstance(behind, Token) and behind.text in _PLANNING
    between = pieces[places[0] : figures[-1]]
    parted = [p.text for p in between if isinstance(p, Token) and p.kind in {"break", "mark"}]
    if not is_done or set(parted) - {","}:
        return {}
    return {figure: Bound(_name(pieces[places[0]]), places[0]) for figure in figures}


def _from_behind(pieces: Sequence[Piece], figures: Sequence[int]) -> dict[int, Bound]:
    """The one plan named behind all figures: "52 % of ... and 60 % of ... with 3D"."""
    places = [place for place, piece in enumerate(pieces) if is_plan(piece)]
    if not figures or not places or len({_name(pieces[place]) for place in places}) != 1:
        return {}
    before = pieces[places[0] - 1]
    is_bracketed = places[0] + 1 < len(pieces) and _is_close(pieces[places[0] + 1])
    is_bracketed = is_bracketed or (isinstance(before, Token) and before.kind == "open")
    if places[0] < figures[-1] or not (is_bracketed or _governs(pieces, places[0])):
        return {}
    structures = sum(isinstance(piece, Mention) for piece in pieces)
    if structures < sum(is_share(piece) for piece in pieces):
        return {}
    return {figure: Bound(_name(pieces[places[0]]), places[0]) for figure in figures}


def _is_close(piece: Piece) -> bool:
    return isinstance(piece, Token) and piece.kind == "close"


def _header_left(pieces: Sequence[Piece], header: str) -> str:
    """The plan that the next lines stand under: that of a heading such as "3D plan:"."""
    plans = {_name(piece) for piece in pieces if is_plan(piece)}
    if not plans:
        return header if any(is_share(piece) for piece in pieces) else ""
    is_heading = len(pieces) <= 6 and not any(
        isinstance(piece, Amount) or (isinstance(piece, Token) and piece.kind == "mark")
        for piece in pieces
    )
    return plans.pop() if len(plans) == 1 and is_heading else ""
