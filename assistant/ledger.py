"""The ledger of one conversation: who pays, when, and every fact with the words it rests on.

A ledger is a value: each turn makes a new one. Later words replace earlier ones, fact by fact and,
for shares, structure by structure; what was replaced is reported so that the answer can say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
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
        self, facts: Iterable[StatedFact], turn_id: str
    ) -> tuple[Ledger, tuple[Correction, ...]]:
        """The ledger with a message's facts in it, and what they changed.

        A doubtful reading never displaces a sure fact of an earlier message.
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
            if known is not None and doubts_the_known:
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

    def for_next_patient(self) -> Ledger:
        """A fresh case; payer and date of service hold until told otherwise."""
        return Ledger(payer_id=self.payer_id, date_of_service=self.date_of_service)


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
