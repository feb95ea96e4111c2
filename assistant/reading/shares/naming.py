"""The bone or joint of shares told before: "the femur", "it was the tibia"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.reading.mentions import Evidence, StatedFact, Untaken
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.quantities import Amount, Dose
from rules.facts import FactValue

_MEASURES = ("share_3d", "share_imrt", "reduction")
_LONGEST = 8  # words of an answer: a longer message speaks of structures for its own reasons


@dataclass(frozen=True)
class Named:
    """The shares told before, under their structure; `struck` are the same without one."""

    facts: tuple[StatedFact, ...] = ()
    untaken: tuple[Untaken, ...] = ()
    struck: tuple[tuple[str, str], ...] = ()


def named_later(text: str, pieces: Sequence[Piece], known: Mapping[str, FactValue]) -> Named:
    """What a message without a figure says of the structure of known shares."""
    mentions = [piece for piece in pieces if isinstance(piece, Mention)]
    has_figure = any(isinstance(piece, Amount | Dose) for piece in pieces)
    words = [p for p in pieces if isinstance(p, Token) and p.kind in {"word", "neutral"}]
    is_denied = any(isinstance(p, Token) and p.kind in {"not", "no"} for p in pieces)
    if has_figure or is_denied or len(mentions) != 1 or len(words) > _LONGEST:
        return Named()
    mention = mentions[0]
    kind = "bone" if mention.kind == "unheld" else mention.kind
    nameless = [
        (name, value[""])
        for measure in _MEASURES
        if isinstance(value := known.get(name := f"{kind}_{measure}"), Mapping) and "" in value
    ]
    evidence = Evidence(mention.start, mention.end, text[mention.start : mention.end])
    struck = tuple((name, "") for name, _ in nameless)
    if mention.kind == "unheld" and nameless:
        return Named((), (Untaken(nameless[0][0], evidence, mention.why),), struck)
    if len(mention.names) != 1 or not nameless:
        return Named()
    facts = [StatedFact(name, {mention.names[0]: share}, evidence) for name, share in nameless]
    return Named(tuple(facts), (), struck)
