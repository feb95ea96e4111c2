"""The terms and cues that a message holds, longest first, none overlapping."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from itertools import product

from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from assistant.reading.diagnosis.words import Word, cue_data, cues
from rules.tumors import TumorSite
from terminology import spelling
from terminology.entries import Lesion, Place, Term, terms
from terminology.wording import folded, phrase


class Kind(StrEnum):
    """What a spotted term is."""

    LESION = "lesion"
    PLACE = "place"
    SPREAD = "spread"
    UNKNOWN_PRIMARY = "unknown_primary"
    WHOLE = "whole"
    STRUCTURE = "structure"


@dataclass(frozen=True)
class Spotted:
    """A term at words `start` to `end` (exclusive) of the message."""

    kind: Kind
    start: int
    end: int
    lesion: Lesion | None = None
    place: Place | None = None
    weak: bool = False
    misspelling: spelling.Misspelling = spelling.Misspelling.NONE
    target: TumorSite | None = None


@dataclass(frozen=True)
class _Entry:
    kind: Kind
    is_abbreviation: bool = False
    terms: tuple[Term, ...] = ()
    target: TumorSite | None = None


@dataclass(frozen=True)
class Lexicon:
    """All phrases, ready to match, and the words they are made of."""

    matcher: PhraseMatcher
    vocab: Vocab
    entries: dict[int, _Entry]
    vocabulary: frozenset[str]


_UNKNOWN_WORD = "§"
_PRIORITY = (
    Kind.STRUCTURE,
    Kind.UNKNOWN_PRIMARY,
    Kind.SPREAD,
    Kind.LESION,
    Kind.PLACE,
    Kind.WHOLE,
)


@cache
def lexicon() -> Lexicon:
    """The phrase matcher over every term and cue phrase."""
    phrases: dict[tuple[str, ...], dict[Kind, _Entry]] = {}
    for term in terms():
        kind = Kind.LESION if isinstance(term.entry, Lesion) else Kind.PLACE
        kinds = phrases.setdefault(phrase(term.text), {})
        before = kinds.get(kind, _Entry(kind))
        kinds[kind] = _Entry(kind, terms=(*before.terms, term))
    for kind, texts in (
        (Kind.UNKNOWN_PRIMARY, _unknown_primary_phrases()),
        (Kind.STRUCTURE, cue_data()["not_a_site"]["phrases"]),
        (Kind.SPREAD, [*cue_data()["spread"]["phrases"], *cues().spread]),
    ):
        for text in texts:
            phrases.setdefault(phrase(text), {})[kind] = _Entry(kind)
    for text in cue_data()["unknown_primary"]["abbreviations"]:
        entry = _Entry(Kind.UNKNOWN_PRIMARY, is_abbreviation=True)
        phrases.setdefault(phrase(text), {})[Kind.UNKNOWN_PRIMARY] = entry
    for text in cue_data()["leptomeningeal"]["phrases"]:
        target = TumorSite.LEPTOMENINGES
        phrases.setdefault(phrase(text), {})[Kind.SPREAD] = _Entry(Kind.SPREAD, target=target)
    for name, texts in cue_data()["wholes"].items():
        for text in texts if isinstance(texts, list) else ():
            entry = _Entry(Kind.WHOLE, target=TumorSite(name))
            phrases.setdefault(phrase(text), {})[Kind.WHOLE] = entry
    raw = frozenset(word for words in phrases for word in words)
    vocab = Vocab()
    matcher = PhraseMatcher(vocab)
    entries: dict[int, _Entry] = {}
    for words, kinds in phrases.items():
        singular = [folded(word, raw) for word in words]
        for kind, entry in kinds.items():
            key = f"{kind} {' '.join(singular)}"
            number = vocab.strings.add(key)
            before = entries.get(number, _Entry(kind))
            both = (*before.terms, *entry.terms)
            entries[number] = replace(entry, terms=both)
            matcher.add(key, [Doc(vocab, words=singular)])
    vocabulary = raw
    return Lexicon(matcher, vocab, entries, vocabulary)


def _unknown_primary_phrases() -> list[str]:
    cue = cue_data()["unknown_primary"]
    parts = cue["not_found"]
    said = product(parts["subjects"], parts["links"], parts["negations"], parts["verbs"])
    return [*cue["phrases"], *parts["others"], *(" ".join(filter(None, each)) for each in said)]


def as_spotted(text: str) -> tuple[str, ...]:
    """The words of a cue phrase in the form in which those of a message are compared."""
    return tuple(folded(word, lexicon().vocabulary) for word in phrase(text))


def spotted(words: Sequence[Word]) -> tuple[Spotted, ...]:
    """The terms in the order of the message."""
    if not words:
        return ()
    found = lexicon()
    known = [word.plain if word.plain in found.vocabulary else _UNKNOWN_WORD for word in words]
    doc = Doc(found.vocab, words=known)
    candidates = (
        candidate
        for key, start, end in found.matcher(doc)
        for candidate in _read(found.entries[key], words, start, end)
    )
    return _without_foreign_meaning(_longest(candidates))


def _read(entry: _Entry, words: Sequence[Word], start: int, end: int) -> Iterable[Spotted]:
    if any(word.is_mark for word in words[start:end]):
        return
    worst = max(word.misspelling for word in words[start:end])
    if not entry.terms:
        if words[start].is_capital or not entry.is_abbreviation:
            yield Spotted(entry.kind, start, end, misspelling=worst, target=entry.target)
        return
    fitting = [term for term in entry.terms if _is_written_so(term, words[start:end])]
    strong = [term for term in fitting if not term.weak]
    for term in (strong or fitting)[:1]:
        lesion = term.entry if isinstance(term.entry, Lesion) else None
        place = term.entry if isinstance(term.entry, Place) else None
        yield Spotted(entry.kind, start, end, lesion, place, term.weak, worst)


def _is_written_so(term: Term, words: Sequence[Word]) -> bool:
    """Whether an abbreviation stands in capitals where it has them."""
    if not term.is_abbreviation:
        return True
    parts = re.findall(r"\w+", term.text)
    return all(
        word.is_capital
        for word, part in zip(words, parts, strict=False)
        if sum(map(str.isupper, part)) > 1
    )


def _without_foreign_meaning(found: Sequence[Spotted]) -> tuple[Spotted, ...]:
    """Without places whose words mean something else beside the lesions named ("s/p RP")."""
    types = {term.lesion.type for term in found if term.lesion}
    return tuple(
        term
        for term in found
        if not (term.place and term.place.only_of and types.isdisjoint(term.place.only_of))
    )


def _longest(found: Iterable[Spotted]) -> tuple[Spotted, ...]:
    kept: list[Spotted] = []
    taken: set[int] = set()

    def order(term: Spotted) -> tuple[int, int, int]:
        return (term.start - term.end, _PRIORITY.index(term.kind), term.start)

    for term in sorted(found, key=order):
        span = range(term.start, term.end)
        if taken.isdisjoint(span):
            kept.append(term)
            taken.update(span)
    return tuple(sorted(kept, key=lambda term: term.start))
