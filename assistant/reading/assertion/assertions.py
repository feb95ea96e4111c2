"""Whether words are affirmed: negated, doubtful, past, of a relative or only supposed.

The published ConText idea: cues open a scope that runs to a stop. Cues are data (`cues.toml`).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from assistant.reading.assertion.awaited import awaited_findings
from assistant.reading.assertion.checkboxes import read_boxes
from assistant.reading.assertion.cues import CLOSERS, INSERTS, Cue, lexicon
from assistant.reading.assertion.note_sections import section_scopes
from assistant.reading.assertion.question_marks import doubting_marks
from assistant.reading.assertion.relatives import speaks_for_relative
from assistant.reading.assertion.scopes import Scope, Stretch, scope_of
from assistant.reading.assertion.self_answered import self_answered
from assistant.reading.language.once import message_of
from assistant.reading.language.tokens import clauses

KINDS = ("negated", "possible", "historical", "family", "hypothetical", "unknown", "guessed")

_LISTED = {"none": frozenset[str](), "or": frozenset({"or", "nor", "and/or"})}
_LISTED["and"] = _LISTED["or"] | {"and", "&", "+"}
_CONJUNCTIONS = _LISTED["and"] | {"plus"}
_BREAKS = frozenset(",;:()[]|")
_ITEM = 6  # words an item of a list may have
_INSERT = 12  # words an inserted phrase may have


@dataclass(frozen=True)
class Assertion:
    """How words are meant; all false is a plain statement about this patient now."""

    negated: bool = False
    possible: bool = False
    historical: bool = False
    family: bool = False  # of a relative, or of anyone who is not the patient
    hypothetical: bool = False
    unknown: bool = False  # said to be unknown, which is also possible
    guessed: bool = False  # the speaker is not sure of it, which is also possible

    @property
    def is_plain(self) -> bool:
        """Whether the words are simply affirmed."""
        return self == Assertion()


class Assertions:
    """The scopes of all cues of one message."""

    def __init__(self, doc: Doc) -> None:
        self._words = [token.lower_ for token in doc]
        self._places = [token.idx for token in doc]
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

    def is_guessed(self, start: int, end: int) -> bool:
        """Whether the speaker says that they are not sure of these words, inside them or beside."""
        return any(scope.kind == "guessed" for scope in self._over(start, end))

    def _over(self, start: int, end: int) -> list[Scope]:
        return [
            scope
            for scope in self._scopes
            if scope.covers(start, end) and not self._is_of_caller(scope, start)
        ]

    def _is_of_caller(self, scope: Scope, start: int) -> bool:
        """Whether a scope of a relative's is the patient's, for whom that relative's kin calls."""
        if scope.kind != "family" or scope.cue_start > start:
            return False
        owner = bisect_right(self._places, scope.cue_start) - 1
        return speaks_for_relative(self._words, owner, bisect_right(self._places, start))


@dataclass(frozen=True)
class _Edges:
    """Where scopes of some kinds stop, and inserted phrases: last token to first."""

    stops: dict[int, frozenset[str]]
    inserts: dict[int, int]


def _scopes(doc: Doc) -> Iterator[Scope]:
    cue_list = lexicon()
    found = _longest(
        (doc.vocab.strings[key], start, end) for key, start, end in cue_list.matcher(doc)
    )
    stops: dict[int, frozenset[str]] = {}
    for name, start, end in found:
        group, index = name.split()
        if group == "stop" and cue_list.stops[int(index)].ends_here(doc[start:end]):
            stops[start] = stops.get(start, frozenset()) | cue_list.stops[int(index)].kinds
    edges = _Edges(stops, _inserts(doc))
    clause_of = {token.i: clause for clause in clauses(doc) for token in clause}
    boxes = read_boxes(doc)
    for name, start, end in found:
        group, index = name.split()
        if group != "cue" or boxes.holds(doc[start].idx):
            continue
        cue = cue_list.cues[int(index)]
        if _means_it(cue, doc, start, end):
            if _is_dismissed(cue, doc[end : doc[start].sent.end]):
                cue = replace(cue, kinds=("negated",))
            if cue.closes:
                cue = replace(cue, direction=_direction_of_participle(cue, doc[start:end]))
            yield from _scopes_of(cue, doc[start:end], clause_of[start], edges)
    yield from self_answered(doc)
    yield from awaited_findings(doc)
    yield from section_scopes(doc)
    yield from boxes.scopes
    if "?" in message_of(doc):
        yield from doubting_marks(doc)


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


def _is_dismissed(cue: Cue, following: Span) -> bool:
    """Whether a turn follows, and then a word that lets go of what was weighed."""
    turned = False
    for token in following:
        if token.norm_ in cue.let_go or (turned and token.norm_ in cue.dismissed):
            return True
        turned = turned or token.norm_ in cue.then
    return False


def _direction_of_participle(cue: Cue, words: Span) -> str:
    """A participle looks back ("CSI not given.") or on to its object ("not given radiation")."""
    last, doc = words[-1], words.doc
    following = doc[words.end].lower_ if words.end < words.sent.end else "."
    is_participle = any(phrase.split()[-1] == last.lower_ for phrase in cue.phrases)
    if not is_participle:
        return "after"
    if following == "with":
        return "both"
    if following == ":":
        return "after"
    return "before" if following in CLOSERS or not following.isalpha() else "after"


def _scopes_of(cue: Cue, words: Span, clause: Span, edges: _Edges) -> Iterator[Scope]:
    for kind in cue.kinds:
        if (
            cue.closes and words[0].lower_ == "not"
        ):  # "not irradiated before": its participle is negated too
            yield scope_of(kind, words[:1], words[1:])
        whole = clause if kind != "hypothetical" else words.sent
        if cue.direction != "before":
            last = _last_ahead(cue, kind, words.end, whole, edges)
            if last is not None:
                yield scope_of(kind, words, words.doc[words.end : last + 1])
        if cue.direction != "after":
            first = _first_behind(cue, kind, words.start - 1, whole, edges)
            if first is not None or cue.closes:
                # A participle is itself what it negates: "not been irradiated before".
                end = words.end if cue.closes else words.start
                start = words.start if first is None else first
                yield scope_of(kind, words, words.doc[start:end])


def _last_ahead(cue: Cue, kind: str, start: int, whole: Span, edges: _Edges) -> int | None:
    """The last token that the scope takes in, walking on from the cue."""
    last = None
    for i in range(start, min(whole.end, start + cue.reach)):
        if last is not None and kind in edges.stops.get(i, ()):
            break
        if whole.doc[i].text in "()[]:" and last is None:
            continue
        if _ends(cue, whole.doc[i], whole):
            break
        last = i
    return last


def _first_behind(cue: Cue, kind: str, end: int, whole: Span, edges: _Edges) -> int | None:
    """The first token that the scope takes in, walking back from the cue.

    A phrase inserted before the cue ("the nodes, including the IMN, are not treated") belongs to
    what it explains: it is taken in and does not use up the reach.
    """
    first, i, left = None, end, cue.reach
    while i >= whole.start and left > 0:
        if first is not None and kind in edges.stops.get(i, ()):
            break
        if edges.inserts.get(i, whole.start - 1) >= whole.start:
            first = edges.inserts[i]
            i = first - 1
            continue
        if whole.doc[i].text in "()[]:" and first is None:
            i -= 1
            continue
        if _ends(cue, whole.doc[i], whole):
            break
        first, i, left = i, i - 1, left - 1
    return first


def _ends(cue: Cue, token: Token, whole: Span) -> bool:
    if token.text in _BREAKS:
        return not (cue.crosses_commas or (token.text == "," and _is_list(cue, token, whole)))
    return token.lower_ in _CONJUNCTIONS and token.lower_ not in _LISTED[cue.carries]


def _inserts(doc: Doc) -> dict[int, int]:
    """Phrases that only explain what stands before them."""
    found: dict[int, int] = {}
    for i, token in enumerate(doc):
        if (
            i + 1 == len(doc)
            or token.text not in {",", "("}
            or (token.text == "," and doc[i + 1].lower_ not in INSERTS)
        ):
            continue
        closes = "," if token.text == "," else ")"
        end = min(doc[i + 1].sent.end, i + 2 + _INSERT)
        last = next((j for j in range(i + 2, end) if doc[j].text == closes), None)
        if last is not None:
            found[last] = i
    return found


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
