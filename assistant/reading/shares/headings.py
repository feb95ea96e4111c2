"""What heads over figures leave for the rows under them: plans, structures and a dose."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.reading.shares.groups import is_share
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.plans import Bound, bind_plans
from assistant.reading.shares.quantities import Dose
from assistant.reading.shares.tables import (
    plan_heading,
    plan_of_row,
    structure_heading,
    under_plans,
    under_structures,
)

_BACK = words("both these those all")
_FIGURES = words(
    "are were figures figure numbers values percentages refer refers is apply applies given relate"
)
_LABELS = words("structure organ roi contour oar")


@dataclass(frozen=True, slots=True)
class Row:
    """The plans of a sentence's figures, and their structures where a heading names them."""

    plans: dict[int, Bound]
    columns: dict[int, Mention]


@dataclass
class Headings:
    """The heads read so far: plans and structures by column, the dose and the governing plan.

    `structure_line` is the line that names the structures, `dose` the dose of a line of heads.
    """

    structure_line: list[Piece] = field(default_factory=list)
    dose: Dose | None = None
    _plan_columns: tuple[str, ...] = ()
    _structure_columns: tuple[Mention | None, ...] = ()
    _governing_plan: str = ""

    def take(self, pieces: list[Piece]) -> None:
        """Keep the heads that a sentence names for the rows behind it."""
        plans = plan_heading(pieces)
        if plans:
            self._plan_columns = plans
        structures = structure_heading(pieces)
        if structures:
            self._structure_columns = structures
            self.structure_line = list(pieces)
        self.dose = _heading_dose(pieces, self.dose)

    def row(self, pieces: list[Piece], shares: list[int]) -> Row:
        """The row that a sentence is; without heads its own words bind the plans to its shares."""
        bound = under_plans(pieces, self._plan_columns)
        columns = under_structures(pieces, self._structure_columns)
        bound |= plan_of_row(pieces, columns)
        if not bound:
            plans = bind_plans(pieces, shares, self._governing_plan)
            self._governing_plan = plans.governing
            bound = plans.by_place
        return Row(bound, columns)


def refers_back(pieces: list[Piece]) -> bool:
    """Whether a sentence speaks of earlier figures: "Both are of the femur circumference"."""
    texts = [piece.text for piece in pieces[:3] if isinstance(piece, Token)]
    return bool(texts) and texts[0] in _BACK and any(text in _FIGURES for text in texts[1:])


def subject_heading(pieces: list[Piece]) -> Mention | None:
    """What is measured below, where it is no bone or joint: "Structure: right lung."."""
    named = [p for p in pieces if isinstance(p, Mention) and p.kind == "subject"]
    return named[0] if named and is_label(pieces) else None


def is_label(pieces: list[Piece]) -> bool:
    """Whether the words are a label and what it names: "Structure: lung", "Threshold: 40 Gy"."""
    first = pieces[0]
    is_labelled = len(pieces) > 1 and isinstance(pieces[1], Token) and pieces[1].kind == "colon"
    is_named = isinstance(first, Token) and (first.text in _LABELS or first.kind == "norm")
    return is_labelled and is_named


def _heading_dose(pieces: list[Piece], earlier: Dose | None) -> Dose | None:
    """The dose of a line of heads over figures; the earlier one while figures follow it."""
    if any(is_share(piece) for piece in pieces):
        return earlier
    doses = [piece for piece in pieces if isinstance(piece, Dose)]
    has_unit = any(isinstance(p, Token) and p.kind == "percent" for p in pieces)
    is_heading = has_unit and len({dose.gray for dose in doses}) == 1
    return doses[0] if is_heading else None
