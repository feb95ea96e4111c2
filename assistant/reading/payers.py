"""The payers that a message names: those of the corpus, others by name, or one not said clearly.

Names are compared word by word; a slip of the pen is forgiven in long words only, and never in an
abbreviation, where one letter makes another state's plan.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from rapidfuzz.distance import OSA
from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from assistant.reading.mentions import Evidence, StatedPayer, Untaken

FACT = "payer"
OTHERS = Path(__file__).with_name("other_payers.toml")

PayerAliases = Mapping[str, Sequence[str]]
"""Names of each payer of the corpus, by payer id."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|&")
_COMPOUND = re.compile(r"bcbs(?:of)?([a-z]{1,2})")
_FILLERS = frozenset({"of", "the", "in", "for"})
_SMALL = _FILLERS | {"and"}
_SHORTEST_FORGIVEN, _SHORTEST_NAME_FORGIVEN, _LONG = 5, 8, 9
Phrase = tuple[str, ...]
_UNCLEAR = "several payers go by this name: which state's plan is it?"
_TITLES = frozenset({"dr", "doctor", "mr", "mrs", "ms", "prof"})


@dataclass(frozen=True)
class PayersRead:
    """Payers in the order in which they are named, and names that fit more than one."""

    payers: tuple[StatedPayer, ...]
    untaken: tuple[Untaken, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int


@dataclass(slots=True)
class _Names:
    """Names as a tree of words: where one ends, whose it is.

    `payer` is "" for a payer not held, `None` for a name of several; `is_end` tells an end.
    `behind` holds the words that go on, by their first letter.
    """

    behind: dict[str, dict[str, _Names]] = field(default_factory=dict)
    payer: str | None = None
    is_end: bool = False

    def put(self, words: Sequence[str], payer: str | None) -> None:
        """Add a name unless it is there already."""
        if not words:
            if not self.is_end:
                self.payer, self.is_end = payer, True
            return
        alike = self.behind.setdefault(words[0][0], {})
        alike.setdefault(words[0], _Names()).put(words[1:], payer)


@dataclass(frozen=True, slots=True)
class _Listed:
    """The file of other payers, its phrases split into words."""

    names: tuple[Phrase, ...]
    surnames: frozenset[str]
    blues: tuple[Phrase, ...]
    states: frozenset[Phrase]
    abbreviations: frozenset[Phrase]
    denials: tuple[Phrase, ...]
    programs: Mapping[str, Sequence[str]]


def read_payer(doc: Doc, payers: PayerAliases, held: str | None = None) -> PayersRead:
    """The payers that the message names and does not deny.

    A program that the payer of the case carries out ("Medicaid") is no other payer than `held`.
    """
    text = message_of(doc)
    words = _words(text)
    names = _tree(tuple((payer, tuple(aliases)) for payer, aliases in payers.items()))
    stated: list[StatedPayer] = []
    untaken: list[Untaken] = []
    i = 0
    while i < len(words):
        found = _name_at(words, i, names)
        if found is None:
            i += 1
            continue
        payer_id, behind = found
        start, end = words[i].start, words[behind - 1].end
        evidence = Evidence(start, end, text[start:end])
        if payer_id is None:
            untaken.append(Untaken(FACT, evidence, _UNCLEAR))
        elif not _is_denied(words, i):
            stated.append(StatedPayer(payer_id, evidence))
        i = behind
    stated = _without_programs(text, stated)
    own_programs = _listed().programs.get(held or "", ())
    stated = [p for p in stated if p.payer_id or p.evidence.text.lower() not in own_programs]
    is_clear = any(payer.payer_id for payer in stated)
    return PayersRead(tuple(stated), () if is_clear else tuple(untaken))


def _without_programs(text: str, stated: Sequence[StatedPayer]) -> list[StatedPayer]:
    """The payers without a program that only says what a held payer's plan is of."""
    kept: list[StatedPayer] = []
    for one in stated:
        is_program = not one.payer_id and any(
            one.evidence.text.lower() in _listed().programs.get(held.payer_id, ())
            and _is_beside(text, held.evidence, one.evidence)
            for held in stated
        )
        kept.extend([] if is_program else [one])
    return kept


def _is_beside(text: str, one: Evidence, other: Evidence) -> bool:
    first, second = sorted((one, other), key=lambda evidence: evidence.start)
    return text[first.end : second.start].strip(" (,-'’s") in {"", "a", "the"}


def _words(text: str) -> list[_Word]:
    found = []
    for match in _WORD.finditer(text):
        word = match[0].lower().replace("’", "'").removesuffix("'s")
        found.append(_Word("and" if word == "&" else word, *match.span()))
    return found


def _name_at(words: Sequence[_Word], place: int, names: _Names) -> tuple[str | None, int] | None:
    """Whose is the longest name that begins at a place, and the place behind it."""
    word = words[place].text
    found = _longest(words, place, names, is_first=True)
    if found is None:
        return _compound_at(words, place)
    before = words[place - 1].text if place else ""
    return None if word in _listed().surnames and before in _TITLES else found


def _longest(
    words: Sequence[_Word], place: int, names: _Names, *, is_first: bool = False
) -> tuple[str | None, int] | None:
    """Whose is the longest way through the tree from a place, small words skipped inside it."""
    best: tuple[str | None, int] | None = (names.payer, place) if names.is_end else None
    if place >= len(words):
        return best
    word = words[place].text
    for listed, behind in names.behind.get(word[0], {}).items():
        is_whole_name = is_first and behind.is_end
        is_same = word == listed or (
            len(word) >= _SHORTEST_FORGIVEN and _is_same(word, listed, is_whole_name=is_whole_name)
        )
        taken = 1 if is_same else 2 if _is_joined(words, place, listed) else 0
        found = _longest(words, place + taken, behind) if taken else None
        if found is not None and (best is None or found[1] > best[1]):
            best = found
    if word in _SMALL and not is_first and names.behind:
        found = _longest(words, place + 1, names)
        if found is not None and found[1] > place + 1 and (best is None or found[1] > best[1]):
            best = found
    return best


def _is_joined(words: Sequence[_Word], place: int, listed: str) -> bool:
    """Whether two words make the listed one: "health care"."""
    if place + 1 >= len(words) or not listed.startswith(words[place].text):
        return False
    return words[place].text + words[place + 1].text == listed


@lru_cache(maxsize=50_000)
def _is_same(said: str, listed: str, *, is_whole_name: bool) -> bool:
    """Whether a word is the listed one, or one slip from it (two in a very long one).

    A word that is a whole name has to be longer to be forgiven: "medical" is not "Medica".
    """
    if said == listed or (said == f"{listed}s" and len(said) > _SHORTEST_FORGIVEN):
        return True
    shorter = min(len(said), len(listed))
    shortest = _SHORTEST_NAME_FORGIVEN if is_whole_name else _SHORTEST_FORGIVEN
    if shorter < shortest or said[0] != listed[0] or listed.startswith("bcbs"):
        return False
    allowed = 1 if shorter < _LONG or is_whole_name else 2
    return OSA.distance(said, listed, score_cutoff=allowed) <= allowed


def _compound_at(words: Sequence[_Word], place: int) -> tuple[str | None, int] | None:
    """A state's plan in one word, such as "BCBSTX", that is not among the held names."""
    match = _COMPOUND.fullmatch(words[place].text)
    if match is None or (match[1],) not in _listed().abbreviations | {("m",), ("kc",)}:
        return None
    return "", place + 1


def _is_denied(words: Sequence[_Word], place: int) -> bool:
    before = [w.text for w in words[max(0, place - 6) : place] if w.text not in {"the", "a"}]
    if before[-1:] in (["with"], ["under"], ["by"]):
        before.pop()
    return any(
        len(before) >= len(denial) and tuple(before[-len(denial) :]) == denial
        for denial in _listed().denials
    )


@lru_cache(maxsize=8)
def _tree(held: tuple[tuple[str, tuple[str, ...]], ...]) -> _Names:
    """All names: the held ones first, then those that a state's name gives its Blue Cross plan."""
    listed, tree = _listed(), _Names()
    plans: dict[Phrase, str] = {}
    for payer_id, aliases in held:
        for alias in (payer_id, *aliases):
            words = tuple(w.text for w in _words(alias) if w.text not in _FILLERS)
            tree.put(words, payer_id)
            for blue in listed.blues:
                if words[: len(blue)] == blue and words[len(blue) :] in _places():
                    plans[words[len(blue) :]] = payer_id
    for blue in listed.blues:
        for state in _places():
            tree.put((*blue, *state), plans.get(state, ""))
            if state in plans or state in listed.states:
                tree.put((*state, *blue), plans.get(state, ""))
        tree.put(("anthem", *blue), "")
    for name in listed.names:
        tree.put(name, "")
    for blue in listed.blues:
        tree.put(blue, None)
    return tree


@cache
def _places() -> frozenset[Phrase]:
    return _listed().states | _listed().abbreviations


@cache
def _listed() -> _Listed:
    read = tomllib.loads(OTHERS.read_text(encoding="utf-8"))

    def phrases(names: Sequence[str]) -> tuple[Phrase, ...]:
        return tuple(tuple(w for w in name.split() if w not in _FILLERS) for name in names)

    return _Listed(
        names=phrases(read["names"]),
        surnames=frozenset(read["surnames"]),
        blues=phrases(read["blue"]["names"]),
        states=frozenset(phrases(read["states"]["names"])),
        abbreviations=frozenset(phrases(read["states"]["abbreviations"])),
        programs=read["programs"],
        denials=tuple(tuple(phrase.split()) for phrase in read["denied"]["words"]),
    )
