"""Whether words are affirmed: negated, doubtful, past, of a relative or only supposed.

The published ConText idea: cues open a scope that runs to a stop. Cues are data (`cues.toml`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Doc, Span, Token

from assistant.reading.cues import CLOSERS, Cue, lexicon
from assistant.reading.tokens import clauses, sentences

Stretch = tuple[int, int]
"""Where words stand: start and end in code points."""

KINDS = ("negated", "possible", "historical", "family", "hypothetical")

_LISTED = {"none": frozenset[str](), "or": frozenset({"or", "nor", "and/or"})}
_LISTED["and"] = _LISTED["or"] | {"and", "&", "+"}
_CONJUNCTIONS = _LISTED["and"] | {"plus"}
_BREAKS = frozenset(",;:()[]|")
_NO = frozenset(
    ("no", "none", "never", "nope", "nah", "negative", "denies", "denied", "nil", "neg")
)
_UNKNOWN = frozenset(("unknown", "unsure", "unclear", "unk", "dunno", "idk"))
_LABEL_MARKS = frozenset((":", "-", "=", "–", "—", "?"))
_ITEM = 6  # words an item of a list may have


@dataclass(frozen=True)
class Assertion:
    """How words are meant; all false is a plain statement about this patient now."""

    negated: bool = False
    possible: bool = False
    historical: bool = False
    family: bool = False
    hypothetical: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the words are simply affirmed."""
        return self == Assertion()


class Assertions:
    """The scopes of all cues of one message."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._scopes = tuple(_scopes(doc))

    def of(self, start: int, end: int, said_with: Sequence[Stretch] = ()) -> Assertion:
        """How `message[start:end]` is meant; a cue inside those words does not qualify them.

        `said_with` are stretches that say one thing together with these words: neither does a
        cue inside one of them.
        """
        own = ((start, end), *said_with)
        kinds = {scope.kind for scope in self._over(start, end) if not scope.is_part_of(own)}
        return Assertion(**{kind: kind in kinds for kind in KINDS})

    def widened(self, start: int, end: int) -> tuple[int, int]:
        """The words with the cues that negate or doubt them: what to quote as evidence."""
        for scope in self._over(start, end):
            if scope.kind in {"negated", "possible"}:
                start, end = min(start, scope.cue_start), max(end, scope.cue_end)
        return start, end

    def _over(self, start: int, end: int) -> list[_Scope]:
        return [scope for scope in self._scopes if scope.covers(start, end)]


@dataclass(frozen=True)
class _Scope:
    kind: str
    start: int
    end: int
    cue_start: int
    cue_end: int

    def covers(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end

    def is_part_of(self, stretches: Sequence[Stretch]) -> bool:
        if self.kind == "possible":
            return any(self.cue_start < end and start < self.cue_end for start, end in stretches)
        return any(start <= self.cue_start and self.cue_end <= end for start, end in stretches)


def _scopes(doc: Doc) -> Iterator[_Scope]:
    cue_list = lexicon()
    found = _longest(
        (doc.vocab.strings[key], start, end) for key, start, end in cue_list.matcher(doc)
    )
    stops: dict[int, frozenset[str]] = {}
    for name, start, end in found:
        group, index = name.split()
        if group == "stop" and cue_list.stops[int(index)].ends_here(doc[start:end]):
            stops[start] = stops.get(start, frozenset()) | cue_list.stops[int(index)].kinds
    clause_of = {token.i: clause for clause in clauses(doc) for token in clause}
    for name, start, end in found:
        group, index = name.split()
        if group != "cue":
            continue
        cue = cue_list.cues[int(index)]
        if _means_it(cue, doc, start, end):
            if cue.closes:
                cue = replace(cue, direction=_direction_of_participle(cue, doc[start:end]))
            yield from _scopes_of(cue, doc[start:end], clause_of[start], stops)
    yield from _answers(doc)


def _longest(found: Iterable[tuple[str, int, int]]) -> list[tuple[str, int, int]]:
    """Of overlapping phrases the longest; equal ones all stay."""
    kept: list[tuple[str, int, int]] = []
    taken: dict[int, tuple[int, int]] = {}
    for name, start, end in sorted(found, key=lambda match: (match[1] - match[2], match[1])):
        owners = {taken[i] for i in range(start, end) if i in taken}
        if owners <= {(start, end)}:
            kept.append((name, start, end))
            taken.update((i, (start, end)) for i in range(start, end))
    return kept


def _means_it(cue: Cue, doc: Doc, start: int, end: int) -> bool:
    if cue.as_written and doc[start:end].text.lower() not in cue.phrases:
        return False
    sentence = doc[start].sent
    if end < sentence.end - 1 and doc[end].text == ".":
        return False  # "No. 3" is a number, not a negation
    after = {token.norm_ for token in doc[end : min(end + cue.near, sentence.end)]}
    before = {token.norm_ for token in doc[max(start - cue.near, sentence.start) : start]}
    if after & cue.unless_after or before & cue.unless_before:
        return False
    return not cue.needs_after or any(
        token.norm_ in cue.needs_after for token in doc[end : min(end + 12, len(doc))]
    )


def _direction_of_participle(cue: Cue, words: Span) -> str:
    """A participle looks back ("CSI not given.") or on to its object ("not given radiation")."""
    last, doc = words[-1], words.doc
    following = doc[words.end].lower_ if words.end < words.sent.end else "."
    is_participle = any(phrase.split()[-1] == last.lower_ for phrase in cue.phrases)
    if not is_participle:
        return "after"
    if following == "with":
        return "both"
    return "before" if following in CLOSERS or not following.isalpha() else "after"


def _scopes_of(
    cue: Cue, words: Span, clause: Span, stops: dict[int, frozenset[str]]
) -> Iterator[_Scope]:
    for kind in cue.kinds:
        whole = clause if kind != "hypothetical" else words.sent
        first = last = None
        if cue.direction != "before":
            reach = range(words.end, min(whole.end, words.end + cue.reach))
            last = _run(cue, kind, whole, reach, stops)
            if last is not None:
                yield _scope(kind, words, words.doc[words.end : last + 1])
        if cue.direction != "after":
            reach = range(words.start - 1, max(whole.start, words.start - cue.reach) - 1, -1)
            first = _run(cue, kind, whole, reach, stops)
            if first is not None:
                yield _scope(kind, words, words.doc[first : words.start])


def _run(
    cue: Cue, kind: str, whole: Span, reach: range, stops: dict[int, frozenset[str]]
) -> int | None:
    """The last token that the scope takes in, walking away from the cue."""
    last = None
    for i in reach:
        token = whole.doc[i]
        if last is not None and kind in stops.get(i, ()):
            break
        if token.text in _BREAKS:
            if token.text in "()[]:" and last is None:
                continue
            if not (cue.crosses_commas or (token.text == "," and _is_list(cue, token, whole))):
                break
        elif token.lower_ in _CONJUNCTIONS and token.lower_ not in _LISTED[cue.carries]:
            break
        last = i
    return last


def _is_list(cue: Cue, comma: Token, whole: Span) -> bool:
    """Whether a comma stands between items of a list that the cue covers ("no A, B or C")."""
    since = 0
    for token in whole.doc[comma.i + 1 : whole.end]:
        if token.lower_ in _LISTED[cue.carries]:
            return True
        if token.norm_ in {"be", "have", "will", "no", "need"} or token.text in ";:.?!()":
            return False
        since = 0 if token.text == "," else since + 1
        if since > _ITEM:
            return False
    return False


def _answers(doc: Doc) -> Iterator[_Scope]:
    """Questions that the message answers itself: "radiation before? No."."""
    told = sentences(doc)
    for question, answer in pairwise(told):
        words = [token for token in answer if token.is_alpha]
        if not words or not question.text.rstrip().endswith("?"):
            continue
        if words[0].lower_ in _NO and (len(words) == 1 or answer[1].is_punct):
            yield _scope("negated", doc[answer.start : answer.start + 1], question)
        elif words[0].lower_ in _UNKNOWN:
            yield _scope("hypothetical", doc[answer.start : answer.start + 1], question)
    for before, clause in pairwise((doc[0:0], *clauses(doc))):
        for token in clause:
            ends = token.i + 1 >= clause.end or token.nbor().is_punct or token.nbor().is_space
            if token.lower_ not in _NO or not ends or token.i == 0:
                continue
            if token.nbor(-1).text in _LABEL_MARKS:
                start = clause.start if token.i > clause.start else before.start
                yield _scope("negated", doc[token.i : token.i + 1], doc[start : token.i - 1])


def _scope(kind: str, cue: Span, words: Span) -> _Scope:
    return _Scope(kind, words.start_char, words.end_char, cue.start_char, cue.end_char)
