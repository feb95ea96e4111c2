"""Common words shortened, abbreviations spelled out, and the spelling of chats."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping

_SHORT = {
    r"the patient": "pt",
    r"patients": "pts",
    r"patient": "pt",
    r"with": "w/",
    r"without": "w/o",
    r"history of": "h/o",
    r"status post": "s/p",
    r"radiation therapy": "RT",
    r"radiotherapy": "RT",
    r"diagnosis": "dx",
    r"diagnosed with": "dx'd with",
    r"treatment": "tx",
    r"bilateral": "b/l",
    r"metastases": "mets",
    r"(?<=\d)[- ]years?[- ]old": "yo",
    r"and": "&",
    r"chemotherapy": "chemo",
    r"approximately": "approx",
    r"regarding": "re",
    r"secondary to": "2/2",
    r"years": "yrs",
}
_LONG = {
    r"RT(?! (?:breast|lung|side|leg|arm|thigh))": "radiation therapy",
    r"pt": "patient",
    r"pts": "patients",
    r"w/o": "without",
    r"w/": "with ",
    r"h/o": "history of",
    r"s/p": "status post",
    r"dx": "diagnosis",
    r"b/l": "bilateral",
    r"mets": "metastases",
    r"(?<=\d) ?y/?o": "-year-old",
    r"(?<=\d)F": "-year-old woman",
    r"(?<=\d)M": "-year-old man",
    r"SBRT": "stereotactic body radiation therapy",
    r"IMRT": "intensity-modulated radiation therapy",
    r"LHCC": "Louisiana Healthcare Connections",
    r"BCBSNC": "Blue Cross and Blue Shield of North Carolina",
    r"NSCLC": "non-small cell lung cancer",
    r"HCC": "hepatocellular carcinoma",
    r"DOS": "date of service",
}
_CHAT = {
    r"you": "u",
    r"your": "ur",
    r"are": "r",
    r"please": "pls",
    r"thank you": "ty",
    r"thanks": "thx",
    r"what is": "whats",
    r"does not": "doesnt",
    r"do not": "dont",
    r"is not": "isnt",
    r"cannot": "cant",
    r"because": "bc",
    r"before": "b4",
    r"about": "abt",
    r"need to": "gotta",
    r"going to": "gonna",
    r"want to": "wanna",
    r"with": "w",
    r"and": "n",
    r"for": "4",
}
_RISKY = frozenset({"n", "4", "w"})  # only where no number or initial stands near


def abbreviated(turn: str, draw: random.Random) -> str:  # noqa: ARG001 one shape for all kinds
    """Common words as charts shorten them.

    >>> abbreviated("Patient with a history of stroke", random.Random(0))
    'Pt w/ a h/o stroke'
    """
    return _exchanged(turn, _SHORT)


def spelled_out(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Abbreviations in full.

    >>> spelled_out("58F w/ HCC", random.Random(0))
    '58-year-old woman with hepatocellular carcinoma'
    """
    return re.sub(r"with  +", "with ", _exchanged(turn, _LONG, keeps_case=True))


def in_chat_spelling(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Small words as people thumb them.

    >>> in_chat_spelling("What is your answer, please?", random.Random(0))
    'Whats ur answer, pls?'
    """
    return _exchanged(turn, {said: short for said, short in _CHAT.items() if short not in _RISKY})


def _exchanged(turn: str, words: Mapping[str, str], *, keeps_case: bool = False) -> str:
    for said, other in words.items():
        edge = r"(?!\w)" if said[-1].isalnum() or said.endswith(")") else ""
        begin = "" if said.startswith("(?<=") else r"(?<![\w/])"
        flags = 0 if keeps_case else re.IGNORECASE
        turn = re.sub(
            begin + said + edge, lambda found, new=other: _like(found[0], new), turn, flags=flags
        )
    return turn


def _like(before: str, after: str) -> str:
    begins_large = before[:1].isupper() and not before.isupper()
    return after.capitalize() if begins_large and after.islower() else after
