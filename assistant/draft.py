"""An answer before its markers are numbered: lines of words, each with the quotes it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from retriever.passages import Citation
from rules.determination import CodeFinding, Determination


class AnswerKind(StrEnum):
    """What sort of answer it is (the contract's `kind`)."""

    CASE = "case"
    LOOKUP = "lookup"
    UNSUPPORTED = "unsupported"
    GREETING = "greeting"


@dataclass(frozen=True)
class Line:
    """One sentence or list item; its citations follow it as markers.

    A line with `cites` stands only while every one of them is checked: no passage, no sentence.
    `is_item` sets it as a list item, `depth` indents it below another. `shows_quote` prints the
    first citation's words behind the text, except where the answer is read aloud. `is_detail`
    leaves the line out there.
    """

    text: str
    cites: tuple[Citation, ...] = ()
    is_item: bool = False
    depth: int = 0
    shows_quote: bool = False
    is_detail: bool = False


@dataclass(frozen=True)
class Draft:
    """What will be said: a headline of at most 140 characters, then the lines, in order.

    `policy_id` names the policy that `codes` speak of, where nothing was determined. A look-up
    whose answer hangs on the payer `asks_payer`.
    """

    kind: AnswerKind
    outcome: str | None
    headline: str
    lines: tuple[Line, ...] = ()
    determination: Determination | None = None
    codes: tuple[CodeFinding, ...] = ()
    policy_id: str = ""
    asks_payer: bool = False
    notices: tuple[Citation, ...] = ()
