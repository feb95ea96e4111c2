"""The ledger of one conversation: who pays, when, and every fact with the words it rests on.

A ledger is a value: each turn makes a new one. Later words replace earlier ones, fact by fact and,
for shares, structure by structure; what was replaced is reported so that the answer can say so.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from assistant.reading.mentions import Certainty, StatedCode, StatedFact
from rules.facts import FactValue

DIAGNOSIS = ("tumor_type", "tumor_site", "tumor_origin")
"""The three facts that together say what is treated; a new diagnosis replaces all of them."""


@dataclass(frozen=True)
class Entry:
    """One fact as the conversation has established it, and the turn whose words say so.

    `structure` names the bone or joint of a share, "" for one not named or a fact of another kind.
    """

    fact: StatedFact
    turn_id: str
    structure: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What the entry speaks of: an entry with the same key replaces it."""
        return (self.fact.name, self.structure)


@dataclass(frozen=True)
class Correction:
    """A fact that a later message changed."""

    name: str
    structure: str
    old: FactValue
    new: FactValue


@dataclass(frozen=True)
class Ledger:
    """What one conversation has established so far.

    `pending` is the fact last asked for: a bare "25" or "yes" answers it. `confirming` says that
    the question was whether a doubtful reading of it is right. `open_question` is a look-up that
    waits for its payer, `last_look_up` one just answered, which "and at the other payer?" repeats.
    `set_aside` holds the cases of earlier patients, the first one first.
    """

    payer_id: str | None = None
    date_of_service: date | None = None
    birth_date: date | None = None
    entries: tuple[Entry, ...] = ()
    codes: tuple[StatedCode, ...] = ()
    pending: str | None = None
    confirming: bool = False
    unanswerable: frozenset[str] = field(default_factory=frozenset)
    open_question: str = ""
    last_look_up: str = ""
    set_aside: tuple[Ledger, ...] = ()

    def facts(self) -> dict[str, FactValue]:
        """The sure facts for the rules: name to value, shares gathered by structure."""
        return _values(e for e in self.entries if e.fact.certainty is Certainty.SURE)

    def doubtful_facts(self) -> dict[str, FactValue]:
        """The facts that wait for a confirmation."""
        return _values(e for e in self.entries if e.fact.certainty is Certainty.DOUBTFUL)

    def all_facts(self) -> dict[str, FactValue]:
        """Every fact read, sure or not: what a reader may lean on."""
        return _values(self.entries)

    def entry(self, name: str) -> Entry | None:
        """The latest entry for a fact, whatever its structure."""
        return next((e for e in reversed(self.entries) if e.fact.name == name), None)

    def learn(
        self, facts: Iterable[StatedFact], turn_id: str, *, is_correction: bool = False
    ) -> tuple[Ledger, tuple[Correction, ...]]:
        """The ledger with a message's facts in it, and what they changed.

        A doubtful reading displaces a sure fact of an earlier message only where that was taken
        back: then neither counts before it is confirmed.
        """
        entries = {entry.key: entry for entry in self.entries}
        corrections: list[Correction] = []
        for entry in _by_structure(facts, turn_id):
            known = entries.pop(entry.key, None)
            doubts_the_known = (
                known is not None
                and known.fact.certainty is Certainty.SURE
                and entry.fact.certainty is Certainty.DOUBTFUL
                and known.fact.value != entry.fact.value
            )
            if known is not None and doubts_the_known and not is_correction:
                entries[known.key] = known
                continue
            if known is not None and known.fact.value != entry.fact.value:
                corrections.append(
                    Correction(entry.fact.name, entry.structure, known.fact.value, entry.fact.value)
                )
            entries[entry.key] = entry
        return replace(self, entries=tuple(entries.values())), tuple(corrections)

    def confirm(self, name: str, *, is_right: bool) -> Ledger:
        """The ledger after the user said whether the doubtful reading of a fact is right."""
        kept = [e for e in self.entries if e.fact.name != name or is_right]
        sure = [
            replace(e, fact=replace(e.fact, certainty=Certainty.SURE, doubt=""))
            if e.fact.name == name
            else e
            for e in kept
        ]
        return replace(self, entries=tuple(sure))

    def without(self, names: Sequence[str]) -> Ledger:
        """The ledger with some facts struck."""
        return replace(self, entries=tuple(e for e in self.entries if e.fact.name not in names))

    def struck(self, keys: Collection[tuple[str, str]]) -> Ledger:
        """The ledger without what is taken back, each a fact with its structure."""
        return replace(self, entries=tuple(e for e in self.entries if e.key not in keys))

    def without_last_told(self) -> Ledger:
        """The ledger without the fact told last, and what the same words told."""
        if not self.entries:
            return self
        last = self.entries[-1]
        told = [entry for entry in self.entries if entry.turn_id == last.turn_id]
        last = max(told, key=lambda entry: entry.fact.evidence.end)
        start = last.fact.evidence.start
        struck = [entry for entry in told if entry.fact.evidence.end > start]
        return replace(self, entries=tuple(e for e in self.entries if e not in struck))

    def for_next_patient(self, keeping: Sequence[str] = ()) -> Ledger:
        """A fresh case; payer, date of service and what is said to be the same hold on."""
        return Ledger(
            payer_id=self.payer_id,
            date_of_service=self.date_of_service,
            entries=tuple(e for e in self.entries if e.fact.name in keeping),
            set_aside=(*self.set_aside, *self._alone()),
        )

    def back_to(self, earlier: Ledger) -> Ledger:
        """A case set aside taken up again, and this one set aside."""
        others = tuple(case for case in self.set_aside if case is not earlier)
        return replace(earlier, set_aside=(*others, *self._alone()))

    def _alone(self) -> tuple[Ledger, ...]:
        """The case in hand without the others; none where nothing of it is known."""
        return (replace(self, set_aside=(), pending=None, confirming=False),) * bool(self.entries)


def _values(entries: Iterable[Entry]) -> dict[str, FactValue]:
    values: dict[str, FactValue] = {}
    for entry in entries:
        name, value = entry.fact.name, entry.fact.value
        earlier = values.get(name)
        if isinstance(value, Mapping) and isinstance(earlier, Mapping):
            values[name] = {**earlier, **value}
        else:
            values[name] = value
    return values


def _by_structure(facts: Iterable[StatedFact], turn_id: str) -> list[Entry]:
    """One entry a fact, one a structure for shares."""
    entries: list[Entry] = []
    for fact in facts:
        if isinstance(fact.value, Mapping):
            entries += [
                Entry(replace(fact, value={structure: share}), turn_id, structure)
                for structure, share in fact.value.items()
            ]
        else:
            entries.append(Entry(fact, turn_id))
    return entries
