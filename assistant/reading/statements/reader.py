"""Facts that a message states in words: yes/no facts and choices, each with its evidence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.reading.assertion.asking import only_asks
from assistant.reading.assertion.assertions import Assertions
from assistant.reading.language.once import message_of
from assistant.reading.language.tokens import clauses, sentences
from assistant.reading.mentions import Certainty, Evidence, StatedFact
from assistant.reading.statements.arm_side import on_treated_side
from assistant.reading.statements.patterns import Pattern, lexicon
from assistant.reading.statements.phrases import Said
from assistant.reading.statements.stage import read_stage
from assistant.reading.turns.answers import read_answer

__all__ = ["read_answer", "read_statements"]

_WEIGHT = {",": 3, "and": 3, "now": 4, "currently": 4, "/": 0, ":": 0, ".": 4, "?": 2, "then": 3}
_NEAR = 2  # content words between a hit and a word that takes it away


def read_statements(
    doc: Doc,
    assertions: Assertions,
    known: Mapping[str, object],
    pending: str | None = None,
) -> list[StatedFact]:
    """The facts stated, in order of place; nothing supposed and nothing of relatives.

    `known` are facts and values that the conversation already holds; `pending` is the fact just
    asked for.
    """
    reading = _Reading(doc, assertions, known, pending)
    found = [*reading.facts(), *read_stage(doc, assertions, known)]
    settled = on_treated_side(_settled(found), doc, known)
    return sorted(settled, key=lambda fact: (fact.evidence.start, fact.name))


def _settled(found: Sequence[StatedFact]) -> Iterator[StatedFact]:
    """One statement of each value; what is sure of a fact silences what is doubtful of it."""
    sure = {fact.name for fact in found if fact.certainty is Certainty.SURE}
    given: set[tuple[str, object]] = set()
    for fact in found:
        if fact.certainty is Certainty.DOUBTFUL and fact.name in sure:
            continue
        if (fact.name, fact.value) not in given:
            given.add((fact.name, fact.value))
            yield fact


@dataclass(frozen=True)
class _Hit:
    pattern: Pattern
    parts: tuple[Said, ...]

    @property
    def start(self) -> int:
        return min(part.start for part in self.parts)

    @property
    def end(self) -> int:
        return max(part.end for part in self.parts)


class _Reading:
    def __init__(
        self,
        doc: Doc,
        assertions: Assertions,
        known: Mapping[str, object],
        pending: str | None,
    ) -> None:
        self._doc, self._assertions = doc, assertions
        self._text = message_of(doc)
        self._known, self._pending = known, pending
        self._concepts, self._patterns = lexicon()
        self._content, self._said = self._concepts.said_in(doc)
        self._bounds = _bounds(doc)

    def facts(self) -> list[StatedFact]:
        """What the patterns state; first those that need no other fact, then those that do."""
        found: list[StatedFact] = []
        told = {name for name, value in self._known.items() if value is True}
        taken: dict[str, list[_Hit]] = {}
        for dependent in (False, True):
            for pattern in self._patterns:
                if bool(pattern.told or pattern.untold) is dependent:
                    found.extend(self._stated(pattern, told, taken))
            told |= {fact.name for fact in found if fact.value is True}
        return found

    def _stated(
        self, pattern: Pattern, told: set[str], taken: dict[str, list[_Hit]]
    ) -> Iterator[StatedFact]:
        if not self._applies(pattern, told):
            return
        for hit in self._hits(pattern):
            earlier = taken.setdefault(pattern.fact, [])
            if any(one.start < hit.end and hit.start < one.end for one in earlier):
                continue
            fact = self._judged(hit)
            if fact is not None or pattern.value is not None:
                earlier.append(hit)
            if fact is not None:
                yield fact

    def _applies(self, pattern: Pattern, told: set[str]) -> bool:
        asked = pattern.fact == self._pending
        if pattern.told and pattern.told not in told and not asked:
            return False
        if pattern.untold and pattern.untold in told:
            return False
        if pattern.where and pattern.where not in self._said:
            is_known = self._known.get("tumor_site") == pattern.where
            if not asked and not is_known:
                return False
        return all(name in self._said for name in pattern.all)

    def _hits(self, pattern: Pattern) -> Iterator[_Hit]:
        bound = self._bounds[pattern.within]
        for anchor in self._said[pattern.all[0]]:
            parts = [anchor]
            for name in pattern.all[1:]:
                part = self._nearest(name, parts, pattern, bound)
                if part is None:
                    break
                parts.append(part)
            else:
                hit = _Hit(pattern, tuple(parts))
                if not self._is_excluded(hit, bound):
                    yield hit

    def _nearest(
        self, name: str, parts: list[Said], pattern: Pattern, bound: Callable[[int, int], bool]
    ) -> Said | None:
        fitting: list[tuple[int, Said]] = []
        for one in self._said.get(name, ()):
            if any(part.at < one.to and one.at < part.to for part in parts):
                continue
            if not bound(parts[0].start, one.start):
                continue
            before = parts[-1].to <= one.at
            if pattern.ordered and not before:
                continue
            gap = min(self._gap(part, one) for part in ([parts[-1]] if pattern.ordered else parts))
            if gap <= pattern.gap:
                fitting.append((gap, one))
        return min(fitting, key=lambda pair: pair[0])[1] if fitting else None

    def _gap(self, one: Said, other: Said) -> int:
        left, right = min(one.to, other.to), max(one.at, other.at)
        return sum(_WEIGHT.get(word, 1) for word in self._content.words[left:right])

    def _is_excluded(self, hit: _Hit, bound: Callable[[int, int], bool]) -> bool:
        if any(
            bound(hit.start, other.start) for other in self._said_beside(hit, hit.pattern.unless)
        ):
            return True
        if any(
            self._gap(part, other) <= _NEAR and bound(hit.start, other.start)
            for other in self._said_beside(hit, hit.pattern.unless_near)
            for part in hit.parts
        ):
            return True
        if not hit.pattern.echoed:
            return False
        part = hit.parts[hit.pattern.all.index(hit.pattern.echoed)]
        return list(self._content.words).count(self._content.words[part.at]) < 2

    def _said_beside(self, hit: _Hit, names: tuple[str, ...]) -> Iterator[Said]:
        """Where these concepts are said outside a phrase that is itself part of the statement."""
        for name in names:
            for other in self._said.get(name, ()):
                if not any(part.at <= other.at and other.to <= part.to for part in hit.parts):
                    yield other

    def _judged(self, hit: _Hit) -> StatedFact | None:
        pattern = hit.pattern
        own = [(part.start, part.end) for part in hit.parts]
        modes = [self._assertions.of(*stretch, own) for stretch in own]
        if any(mode.hypothetical or mode.family or mode.unknown for mode in modes):
            return None
        negated_parts = [
            part.concept for part, mode in zip(hit.parts, modes, strict=True) if mode.negated
        ]
        negated = bool(negated_parts) and not pattern.deaf
        if negated and pattern.polarity and not set(pattern.polarity) & set(negated_parts):
            return None
        value = pattern.negated if negated else pattern.value
        is_past = any(mode.historical for mode in modes) and not pattern.past
        if value is None or (is_past and (negated or pattern.now)):
            return None
        is_choice = isinstance(value, str)
        if "?" in self._text and only_asks(self._doc, hit.start, hit.end, is_choice=is_choice):
            return None
        doubt = pattern.doubt_negated if negated else pattern.doubt
        if pattern.sure_when_asked and pattern.fact == self._pending:
            doubt = ""
        if any(mode.possible for mode in modes):
            doubt = "it is said with doubt"
        elif is_past:
            doubt = "it may be said of the past"
        return StatedFact(
            pattern.fact,
            value,
            self._evidence(hit, negated),
            Certainty.DOUBTFUL if doubt else Certainty.SURE,
            doubt,
        )

    def _evidence(self, hit: _Hit, negated: bool) -> Evidence:
        start, end = hit.start, hit.end
        if negated and not hit.pattern.deaf:
            for part in hit.parts:
                first, last = self._assertions.widened(part.start, part.end)
                start, end = min(start, first), max(end, last)
        text = self._text
        if text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] == ")":
            end += 1
        return Evidence(start, end, text[start:end])


def _bounds(doc: Doc) -> dict[str, Callable[[int, int], bool]]:
    """For each bound, whether two places of the message lie within it."""
    clause_starts = [clause.start_char for clause in clauses(doc)]
    sentence_starts = [sentence.start_char for sentence in sentences(doc)]

    def apart(starts: list[int], one: int, other: int) -> int:
        return abs(bisect_right(starts, one) - bisect_right(starts, other))

    return {
        "clause": lambda one, other: apart(clause_starts, one, other) == 0,
        "sentence": lambda one, other: apart(sentence_starts, one, other) == 0,
        "pair": lambda one, other: apart(sentence_starts, one, other) <= 1,
        "message": lambda _one, _other: True,
    }
