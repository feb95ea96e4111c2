"""Identifiers: labels, codes, policy numbers and dates of entries that name a passage exactly."""

from __future__ import annotations

import re
from dataclasses import dataclass

from retriever.passages import Passage, Role

_CODE = re.compile(r"(?<![\w.])(?:\d{5}|[A-Z]\d{4}|\d{4}[FTU])(?!\w)")
_LETTER = re.compile(r"[A-Z]")
_OUTLINE = re.compile(r"[A-Z]{1,5}(?:\.\w{1,4})+")
_LABELS_OF_OLD = re.compile(r"(?<![\w.])[IVX]{1,4}(?:\.[A-Za-z0-9]{1,3})+(?!\w)")
_LETTERS_OF_OLD = re.compile(r"\b[Ss]tatement ([A-Z])\b")
_NAMED_LABEL = re.compile(r"(?:Reference|Revision log) \S+(?: \d+)?")

_POLICY_NUMBER = re.compile(r"(?<![\w.])[A-Z]{2,4}(?:\.[A-Z]{2,4})+\.\d+(?!\w)", re.IGNORECASE)
_OUTLINE_ASKED = re.compile(r"(?<![\w.])[IVX]{1,4}(?:\.[A-Za-z0-9]{1,2})+(?![\w])")
_LETTER_ASKED = re.compile(
    r"\b(?:criterion|criteria|statement|item|indication|bullet|section|paragraph)\s+"
    r"([A-Z](?:\.\w{1,2})*)(?![\w'])",
    re.IGNORECASE,
)
_CODE_ASKED = re.compile(r"(?<![\w.$])(?:\d{5}|[GJQS]\d{4}|\d{4}[FTU])(?![\w%])", re.IGNORECASE)
_REFERENCE_ASKED = re.compile(
    r"\b(?:references?|refs?\.?|citation|source)\s*(?:no\.?|number|#)?\s*(\d{1,3})\b(?!/)",
    re.IGNORECASE,
)
_ENTRY_ASKED = re.compile(
    r"\b(?:revision log|log entry|log|entry|revision)(?: of| from| dated)?\s+"
    r"(\d{1,2}/(?:\d{1,2}/)?\d{2,4})",
    re.IGNORECASE,
)

_ASKED = (
    ("Revision log ", _ENTRY_ASKED),
    ("Reference ", _REFERENCE_ASKED),
    ("", _LETTER_ASKED),
    ("", _OUTLINE_ASKED),
    ("", _CODE_ASKED),
)


def identifiers_of(passage: Passage, policy_number: str) -> tuple[str, ...]:
    """What names a passage exactly: its label, the codes it is about, its policy's number.

    An entry of a log is named by the criteria whose change it tells, too.
    """
    found = []
    label = passage.label
    if any(each.fullmatch(label) for each in (_OUTLINE, _LETTER, _CODE, _NAMED_LABEL)):
        found.append(label_form(re.sub(r"(?<=\d) \d+$", "", label)))
    if passage.role is Role.CODING:
        found += [label_form(code) for code in _CODE.findall(passage.text)]
    if passage.role is Role.HISTORY:
        found += [label_form(each) for each in _LABELS_OF_OLD.findall(passage.text)]
        found += [label_form(each) for each in _LETTERS_OF_OLD.findall(passage.text)]
    if policy_number and policy_number in passage.text:
        found.append(label_form(policy_number))
    return tuple(dict.fromkeys(found))


def label_form(words: str) -> str:
    """The form in which identifiers are compared: upper case, dates without leading zeros.

    >>> label_form("Revision log 09/23")
    'REVISION LOG 9/23'
    """
    return re.sub(r"(?<!\d)0+(?=\d)", "", " ".join(words.split()).upper())


@dataclass(frozen=True)
class Named:
    """Identifiers that a question names, in the form in which they are compared.

    `rest` is the question without them.
    """

    identifiers: tuple[str, ...]
    policy_numbers: tuple[str, ...]
    rest: str


def identifiers_in(question: str) -> Named:
    """The labels, codes, entries and policy numbers in a question.

    >>> identifiers_in("la.cp.mp.69 I.E.6.a and code g6015").identifiers
    ('I.E.6.A', 'G6015')
    """
    numbers = tuple(dict.fromkeys(each.upper() for each in _POLICY_NUMBER.findall(question)))
    rest = _POLICY_NUMBER.sub(" ", question)
    found = []
    for prefix, pattern in _ASKED:
        found += [label_form(prefix + each) for each in pattern.findall(rest)]
        rest = pattern.sub(" ", rest)
    return Named(tuple(dict.fromkeys(found)), numbers, " ".join(rest.split()))
