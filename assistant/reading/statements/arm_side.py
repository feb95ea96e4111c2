"""Whether the arm that limits the position is the one beside the breast that is treated.

The policy speaks of the ipsilateral arm; a stiff shoulder on the other side is another matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from assistant.reading.language.tokens import side_meant
from assistant.reading.mentions import Certainty, StatedFact

ARM = "limited_arm_motion_arms_down"
BREAST = "breast_laterality"
_LIMB = frozenset({"arm", "shoulder", "humerus", "axilla", "rotator"})
_REACH = 3  # words between a side and its limb: "right frozen shoulder"


def on_treated_side(
    facts: Iterable[StatedFact], doc: Doc, known: Mapping[str, object]
) -> list[StatedFact]:
    """The facts, a limited arm doubted where only the other breast's arm was named."""
    stated = list(facts)
    breast = next((f.value for f in stated if f.name == BREAST), known.get(BREAST))
    arms = set(_sides_of_arms(doc))
    if breast not in {"left", "right"} or not arms or breast in arms:
        return stated
    doubt = f"the arm named is not on the side of the {breast} breast"
    return [
        replace(fact, certainty=Certainty.DOUBTFUL, doubt=doubt)
        if fact.name == ARM and fact.value is True
        else fact
        for fact in stated
    ]


def _sides_of_arms(doc: Doc) -> Iterator[str]:
    for token in doc:
        side = side_meant(token) or (token.lower_ if token.lower_ in {"left", "right"} else None)
        if side and any(near.norm_ in _LIMB for near in doc[token.i + 1 : token.i + 1 + _REACH]):
            yield side
