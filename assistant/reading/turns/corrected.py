"""Corrections that name a known figure and nothing else: "17, not 71", "make that 15", "swapped".

The figure taken back says which fact is meant. Where it is that of several facts, or none is named
and several were told, the correction is read with doubt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from assistant.reading.mentions import Certainty, Evidence, StatedDate, StatedFact
from assistant.reading.reading import Known
from assistant.reading.shares.lexer import Token, lex
from rules.facts import FactValue, Quantity

_INSTEAD = frozenset({"not", "instead of", "rather than", "is not", "isn't", "wasn't"})
_SHOULD = frozenset({"should be", "should have been", "should read", "is really", "is actually"})
_CHANGE = frozenset({"change", "replace", "correct", "swap"})
_SAID = frozenset(
    {"not", "i said", "i told you", "i wrote", "i mistyped", "you have", "earlier i said"}
)
_MAKE = frozenset({"make that", "make it", "i mean", "i meant", "should be", "should have been"})
_IDLE = frozenset(
    {"break", "percent", "neutral", "corrects", "to", "mark", "unit", "colon", "hyphen"}
)
_SWAPPED = frozenset(
    "backward backwards swapped flipped reversed switched transposed inverted versa".split()  # noqa: SIM905
)
_ROUND = (("other", "way"), ("wrong", "way"), ("mixed", "up"))
_UNCLEAR = "it is not clear which figure this corrects"


@dataclass(frozen=True)
class Corrected:
    """What a correction states; the readings of `span` by others do not count."""

    facts: tuple[StatedFact, ...] = ()
    dates: tuple[StatedDate, ...] = ()
    span: tuple[int, int] = (0, 0)

    def leaves(self, fact: StatedFact) -> bool:
        """Whether a fact read elsewhere stands: it is of other words, or the same fact."""
        start, end = self.span
        is_apart = fact.evidence.end <= start or end <= fact.evidence.start
        return is_apart or any(own.name == fact.name for own in self.facts)


NOTHING = Corrected()


def read_corrected(doc: Doc, known: Known, *, is_correction: bool) -> Corrected:
    """The known figure that the message replaces without naming its fact."""
    if not known.facts and known.date_of_service is None:
        return NOTHING
    tokens = lex(doc)
    figures = [i for i, token in enumerate(tokens) if _figure(token) is not None]
    for first, second in pairwise(figures):
        pair = _replacing(tokens, first, second)
        if pair is not None:
            made = _by_value(message_of(doc), known, tokens[pair[0]], tokens[pair[1]])
            if made is not NOTHING:
                return made
    if not is_correction:
        return NOTHING
    if not figures:
        return _turned_round(doc, known.facts)
    return _alone(message_of(doc), known, tokens, figures)


def _figure(token: Token) -> Decimal | None:
    if token.number is not None:
        is_count = token.text in {"one", "two"}  # "the two are swapped", "the first one"
        return token.number if token.kind == "number" and not is_count else None
    is_year = token.kind == "other" and len(token.text) == 4 and token.text.isdigit()
    return Decimal(token.text) if is_year else None


def _replacing(tokens: Sequence[Token], first: int, second: int) -> tuple[int, int] | None:
    """The places of the new and the old figure; `None` where neither replaces the other."""
    between = [t for t in tokens[first + 1 : second] if t.kind not in {"break", "percent", "mark"}]
    said = [t for t in between if t.text not in {"the", "a", "was", "is", "and", "it"}]
    if len(said) == 1 and said[0].text in _INSTEAD:
        return first, second
    before = tokens[first - 1].text if first else ""
    before = (
        tokens[first - 2].text if before in {"the", "a", ":", "it was"} and first > 1 else before
    )
    texts = [t.text for t in said]
    is_should = any(text in _SHOULD for text in texts)
    is_change = before in _CHANGE and texts[:1] in (["to"], ["with"], ["for"], ["by"])
    is_said = before in _SAID and all(t.kind in _IDLE for t in said)
    all_idle = all(t.kind in _IDLE or t.text in _SHOULD for t in said)
    return (second, first) if all_idle and (is_should or is_change or is_said) else None


def _by_value(text: str, known: Known, new: Token, old: Token) -> Corrected:
    """The fact whose known value is the figure taken back."""
    value, was = _figure(new), _figure(old)
    if value is None or was is None:
        return NOTHING
    start, end = min(new.start, old.start), max(new.end, old.end)
    evidence = Evidence(start, end, text[start:end])
    day = known.date_of_service
    if day is not None and day.year == was and value >= 1990:
        moved = _in_year(day, int(value))
        return (
            Corrected(dates=(StatedDate(moved, evidence),), span=(start, end)) if moved else NOTHING
        )
    holding = [(name, where) for name, where, figure in _figures(known.facts) if figure == was]
    facts = [_fact(name, where, value, evidence) for name, where in holding]
    if not facts:
        return NOTHING
    return Corrected((_doubted(facts[-1]) if len(facts) > 1 else facts[0],), span=(start, end))


def _alone(text: str, known: Known, tokens: Sequence[Token], figures: Sequence[int]) -> Corrected:
    """For "make that 15" the figure told last, unless a question waits for one."""
    rest = [t for i, t in enumerate(tokens) if i not in figures and t.kind not in _IDLE]
    is_told = any(token.text in _MAKE for token in tokens)
    waits = str(known.pending).startswith(("bone_", "joint_", "age")) and not is_told
    if len(figures) != 1 or waits or any(t.text != "no" for t in rest):
        return NOTHING
    if any(token.kind == "unit" for token in tokens) or not _is_short(tokens):
        return NOTHING
    value = _figure(tokens[figures[0]])
    told = list(_figures(known.facts))
    if value is None or not told or value > 100:
        return NOTHING
    name, where, _ = told[-1]
    token = tokens[figures[0]]
    evidence = Evidence(token.start, token.end, text[token.start : token.end])
    fact = _fact(name, where, value, evidence)
    return Corrected((_doubted(fact) if len(told) > 1 else fact,), span=(token.start, token.end))


def _is_short(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= 8  # longer ones say what they are about


def _turned_round(doc: Doc, facts: Mapping[str, FactValue]) -> Corrected:
    """For "I had those backwards" the two shares of the one pair known, changed over."""
    words = [token.lower_ for token in doc]
    pairs = pairwise(words)
    if not (_SWAPPED & set(words) or any(pair in _ROUND for pair in pairs)):
        return NOTHING
    known = [
        (kind, name)
        for kind in ("bone", "joint")
        for name in _shares(facts, f"{kind}_share_3d")
        if name in _shares(facts, f"{kind}_share_imrt")
    ]
    if len(known) != 1:
        return NOTHING
    kind, name = known[0]
    evidence = Evidence(0, len(message_of(doc)), message_of(doc))
    at_3d, at_imrt = f"{kind}_share_3d", f"{kind}_share_imrt"
    return Corrected(
        (
            StatedFact(at_3d, {name: _shares(facts, at_imrt)[name]}, evidence),
            StatedFact(at_imrt, {name: _shares(facts, at_3d)[name]}, evidence),
        )
    )


def _figures(facts: Mapping[str, FactValue]) -> Iterator[tuple[str, str, Decimal]]:
    """The figures known, in the order in which they were told: fact, structure, value."""
    for name, value in facts.items():
        if isinstance(value, Mapping):
            yield from ((name, where, share.low) for where, share in value.items())
        elif isinstance(value, int) and not isinstance(value, bool):
            yield name, "", Decimal(value)


def _shares(facts: Mapping[str, FactValue], name: str) -> Mapping[str, Quantity]:
    value = facts.get(name)
    return value if isinstance(value, Mapping) else {}


def _fact(name: str, where: str, value: Decimal, evidence: Evidence) -> StatedFact:
    if name == "age":
        return StatedFact(name, int(value), evidence)
    return StatedFact(name, {where: Quantity(value, value)}, evidence)


def _doubted(fact: StatedFact) -> StatedFact:
    return StatedFact(fact.name, fact.value, fact.evidence, Certainty.DOUBTFUL, _UNCLEAR)


def _in_year(day: date, year: int) -> date | None:
    """The same day of another year; none where that year has no 29 February."""
    try:
        return day.replace(year=year)
    except ValueError:
        return None
