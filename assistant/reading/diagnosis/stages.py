"""Words that look like a place and are none (a stage, the back of a thigh); stages of cancers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.reading.diagnosis.spotting import Kind, Spotted
from assistant.reading.diagnosis.words import TNM, Word, cues
from rules.tumors import TumorSite, TumorType

_TUMOR_STAGE = re.compile(r"t(?:is|[0-4x])[a-d]?")
_NODES_OR_SPREAD = re.compile(r"[cpyr]{0,2}(?:n[0-3x]|m[01x])[a-d]?(?:m[01x])?")
_GROUP = re.compile(r"(?:i{1,3}|iv|[1-4])[abcd]?[1-3]?")
_LETTERED_GROUP = re.compile(r"(?:i{1,3}|iv)[abc][1-3]?")
_LEADS_TO_LEVEL = frozenset(
    {"at", "of", "in", "to", "on", "from", "involving", "level", "vertebra"}
)


def without_stages(words: Sequence[Word], terms: Sequence[Spotted]) -> tuple[Spotted, ...]:
    """The terms without those vertebrae that are the T of a stage ("T3 N1", "T2 carcinoma")."""
    return tuple(term for term in terms if not _is_stage(words, terms, term))


def without_sides(words: Sequence[Word], terms: Sequence[Spotted]) -> tuple[Spotted, ...]:
    """The terms without a "back" that is only the back of another place ("back of the thigh")."""
    return tuple(term for term in terms if not _is_back_of(words, terms, term))


def tells_cancer(words: Sequence[Word], i: int) -> bool:
    """Whether a stage of a cancer stands at word `i`, or the first word of one."""
    word, after = _plain(words, i), _plain(words, i + 1)
    if word == "gleason":
        return after.isdigit() or _plain(words, i + 2).isdigit()
    if word in {"stage", "figo"}:
        return _GROUP.fullmatch(after) is not None or (word == "figo" and after == "stage")
    return word == TNM or any(bare.fullmatch(word) for bare in (_TUMOR_STAGE, _LETTERED_GROUP))


def _is_back_of(words: Sequence[Word], terms: Sequence[Spotted], term: Spotted) -> bool:
    if term.place is None or _plain(words, term.end - 1) != "back":
        return False
    if _plain(words, term.end) != "of":
        return False
    of = _neighbor(words, terms, term.end + 1, 1)
    return of is not None and of.place is not None


def _is_stage(words: Sequence[Word], terms: Sequence[Spotted], term: Spotted) -> bool:
    word = _plain(words, term.start)
    if not (term.place and term.weak and _TUMOR_STAGE.fullmatch(word)):
        return False
    if any(_NODES_OR_SPREAD.fullmatch(_plain(words, term.end + ahead)) for ahead in (0, 1)):
        return True
    following = _neighbor(words, terms, term.end, 1)
    if following and _is_level_of(following):
        return False
    before = _neighbor(words, terms, term.start - 1, -1)
    if following and (following.place or following.lesion):
        return True
    if _plain(words, term.start - 1) in _LEADS_TO_LEVEL:
        return False
    return before is not None and not _is_level_of(before)


def _is_level_of(other: Spotted) -> bool:
    """Whether a term goes with a vertebra: another one, the spine, spread, or a bare tumor."""
    if other.kind is Kind.SPREAD:
        return True
    if other.place:
        return other.place.site in {TumorSite.SPINE, TumorSite.SPINAL_CORD, TumorSite.BONE_NOS}
    return other.lesion is not None and other.lesion.type is TumorType.TUMOR


def _neighbor(words: Sequence[Word], terms: Iterable[Spotted], i: int, step: int) -> Spotted | None:
    covering = {j: term for term in terms for j in range(term.start, term.end)}
    while 0 <= i < len(words) and (words[i].plain in cues().neutral or words[i].plain == ","):
        if i in covering:
            break
        i += step
    return covering.get(i)


def _plain(words: Sequence[Word], i: int) -> str:
    return words[i].plain if 0 <= i < len(words) else ""
