"""Facts as a client's form states them: confirmed as read, given another value, or struck.

A form has no message, so its entries are put into words, one a line: the turn keeps them as what
the user said, and they are the evidence of the facts that they state.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from assistant.advance import Step
from assistant.answer import Audience
from assistant.answering.fact_names import name_of, value_in_words
from assistant.ledger import Entry, Ledger
from assistant.reading.mentions import Evidence, StatedFact
from rules import FACTS
from rules.facts import FactValue

FormValues = Mapping[str, FactValue | None]
"""Whole values by fact name; `None` strikes the fact, whatever was known of it."""


@dataclass(frozen=True)
class FormRequest:
    """What a client enters into a conversation's form; facts that it leaves out stay as they are.

    `values` holds at least one fact, each in the form that `rules.facts` gives for its kind.
    """

    conversation_id: str
    values: FormValues
    audience: Audience = Audience.PROVIDER


def in_words(values: FormValues) -> str:
    r"""The form as the message that the turn keeps: a line for each fact and structure.

    >>> in_words({"age": 15, "reirradiation": None})
    'Age: 15 years\nRe-irradiation: struck'
    """
    return "\n".join(line for name, value in values.items() for line in _lines(name, value))


def take_form(ledger: Ledger, values: FormValues, turn_id: str) -> Step:
    """The case with the form's values in it.

    A fact that is put with the value it was read with keeps the user's own words as its evidence.
    """
    known = ledger.all_facts()
    confirmed = [name for name, value in values.items() if name in known and known[name] == value]
    entered = {name: value for name, value in values.items() if name not in confirmed}
    kept = replace(
        ledger,
        entries=tuple(entry for entry in ledger.entries if _stays(entry, entered)),
        birth_date=None if "age" in entered else ledger.birth_date,
        unanswerable=ledger.unanswerable - values.keys(),
    )
    for name in confirmed:
        kept = kept.confirm(name, is_right=True)
    filled, corrections = kept.learn(_stated(values, entered), turn_id)
    return Step(
        filled,
        filled,
        corrections,
        confirmed=tuple(name for name in confirmed if name in ledger.doubtful_facts()),
        struck=tuple(name for name, value in entered.items() if value is None and name in known),
    )


def _stays(entry: Entry, entered: FormValues) -> bool:
    """Whether an entry is left for the new value to correct: the value put is the whole value."""
    value = entered.get(entry.fact.name)
    replaces = value is not None and (not isinstance(value, Mapping) or entry.structure in value)
    return entry.fact.name not in entered or replaces


def _stated(values: FormValues, entered: FormValues) -> list[StatedFact]:
    """What the entered lines of the form state, each with its line as the evidence."""
    facts = []
    start = 0
    for name, value in values.items():
        for part, line in zip(_parts(value), _lines(name, value), strict=True):
            if part is not None and name in entered:
                facts.append(StatedFact(name, part, Evidence(start, start + len(line), line)))
            start += len(line) + 1
    return facts


def _parts(value: FactValue | None) -> list[FactValue | None]:
    """A share by its structures, one at a time; any other value as it is."""
    if isinstance(value, Mapping):
        return [{structure: share} for structure, share in value.items()]
    return [value]


def _lines(name: str, value: FactValue | None) -> list[str]:
    if isinstance(value, Mapping):
        return [
            _line(name_of(name, structure), value_in_words(FACTS[name], {structure: share}))
            for structure, share in value.items()
        ]
    return [_line(name_of(name), "struck" if value is None else value_in_words(FACTS[name], value))]


def _line(name: str, value: str) -> str:
    bare = name.removeprefix("the ")
    return f"{bare[0].upper()}{bare[1:]}: {value}"
