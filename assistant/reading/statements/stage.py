"""Stage: from stage groups, TNM and stage words to early, locally advanced or metastatic.

The policies say "early-stage" and "locally advanced" without defining them. Reading (R): early is
stage I and node-negative T1-2 of any organ, and up to IIA in the breast, where T1N1 belongs to it;
stage II of the lung may be node-positive, so it is taken with doubt. Locally advanced is stage III,
N2 and N3. Metastatic is stage IV and M1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from assistant.reading.assertion.asking import only_asks
from assistant.reading.assertion.assertions import Assertions
from assistant.reading.language.once import message_of
from assistant.reading.mentions import Certainty, Evidence, StatedFact

_GROUP = re.compile(r"(iv|i{1,3}|[0-4])(?:([abc])[1-3]?)?", re.IGNORECASE)
_TNM = re.compile(
    r"(?:[cpy]{0,2}t(?P<t>is|[0-4x])[a-d]?(?:mi|\(is\))?)?,?"
    r"(?:[cpy]{0,2}n(?P<n>[0-3x])(?:mi|[a-c])?)?,?(?:[cp]?m(?P<m>[01x])[a-c]?)?",
    re.IGNORECASE,
)
_TNM_START = re.compile(r"[cpy]{0,2}[tnm](?:[0-4x]|is)", re.IGNORECASE)
_BARE_GROUP = re.compile(r"(I{1,3}|IV)([ABC])[1-3]?")
_NUMERALS = {"one": "1", "two": "2", "three": "3", "four": "4", "zero": "0"}
_ARABIC = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_EARLY, _ADVANCED, _METASTATIC = "early", "locally_advanced", "metastatic"
_NOW = frozenset(("now", "new", "current", "currently", "today"))
_STAGED = frozenset(
    ("nsclc", "sclc", "lung", "breast", "cancer", "adenocarcinoma", "carcinoma", "idc", "disease")
)
_BREAST = frozenset(("breast", "mastectomi", "mastectomy", "lumpectomi", "lumpectomy", "apbi"))


def read_stage(
    doc: Doc, assertions: Assertions, known: Mapping[str, object]
) -> Iterator[StatedFact]:
    """The stages that the message gives as a group or in TNM."""
    text = message_of(doc)
    is_breast = known.get("tumor_site") == "breast" or any(t.norm_ in _BREAST for t in doc)
    for start, end, stage, doubt in (*_groups(doc, is_breast), *_tnm(doc, is_breast)):
        mode = assertions.of(start, end)
        if mode.negated or mode.family or mode.hypothetical or mode.unknown:
            continue
        if only_asks(doc, start, end, is_choice=True):
            continue
        if mode.historical and any(token.norm_ in _NOW for token in doc if token.idx > end):
            continue  # the stage of an earlier cancer
        if mode.possible:
            doubt = "it is said with doubt"  # noqa: PLW2901 - the loop's value is only narrowed
        if mode.historical:
            doubt = "it may be said of the past"  # noqa: PLW2901
        yield StatedFact(
            "stage",
            stage,
            Evidence(start, end, text[start:end]),
            Certainty.DOUBTFUL if doubt else Certainty.SURE,
            doubt,
        )


def _groups(doc: Doc, is_breast: bool) -> Iterator[tuple[int, int, str, str]]:
    for token in doc[:-1]:
        bare = _BARE_GROUP.fullmatch(token.text)
        if bare and any(after.lower_ in _STAGED for after in doc[token.i + 1 : token.i + 3]):
            stage, doubt = _of_group(_ARABIC[bare[1].lower()], bare[2].lower(), is_breast)
            yield token.idx, token.idx + len(token), stage, doubt
        if token.norm_ not in {"stag", "stg"} and token.lower_ != "st":
            continue
        following = _after(token)
        if following is None:
            continue
        group = _GROUP.fullmatch(_NUMERALS.get(following.lower_, following.text))
        if group is None or (token.lower_ == "st" and not group[1].lower().startswith("i")):
            continue
        number = _ARABIC.get(group[1].lower(), group[1])
        stage, doubt = _of_group(number, (group[2] or "").lower(), is_breast)
        yield token.idx, following.idx + len(following), stage, doubt


def _after(token: Token) -> Token | None:
    for following in token.doc[token.i + 1 : token.i + 3]:
        if following.text not in {":", "-", "group", "is"}:
            return following
    return None


def _of_group(number: str, letter: str, is_breast: bool) -> tuple[str, str]:
    if number == "0":
        return _EARLY, "stage 0 is not invasive"
    if number == "1" or (is_breast and number + letter == "2a"):
        return _EARLY, ""
    if number == "2":
        return _EARLY, "not every stage II counts as early"
    return (_ADVANCED, "") if number == "3" else (_METASTATIC, "")


def _tnm(doc: Doc, is_breast: bool) -> Iterator[tuple[int, int, str, str]]:
    words = [token.text for token in doc]
    index = 0
    while index < len(words):
        first = index
        index += 1
        if not _TNM_START.match(words[first]):
            continue
        read: dict[str, str] = {}
        for last in range(first, min(first + 5, len(words))):
            written = "".join(words[first : last + 1])
            match = _TNM.fullmatch(written)
            if match and any(match.groupdict().values()) and not written.endswith(","):
                read = {k: v.lower() for k, v in match.groupdict().items() if v}
                index = last + 1
        stage = _of_tnm(read, is_breast)
        if stage is not None:
            final = doc[index - 1]
            yield doc[first].idx, final.idx + len(final), stage, ""


def _of_tnm(read: dict[str, str], is_breast: bool) -> str | None:
    tumor, nodes, metastasis = read.get("t"), read.get("n"), read.get("m")
    if metastasis == "1":
        return _METASTATIC
    if nodes in {"2", "3"} or (tumor == "4" and nodes is not None):
        return _ADVANCED
    if tumor in {"1", "2"} and nodes == "0":
        return _EARLY
    is_2a = is_breast and nodes == "1" and tumor in {"0", "1"}
    return _EARLY if is_2a else None
