"""Diagnoses of a question in the policies' words: ICD-10-CM codes and names of tumors spelled out.

The question keeps its words; what a diagnosis is and where it stands is added behind them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import simple_icd_10_cm as icd  # type: ignore[import-untyped]

from rules.tumors import TumorSite, TumorType
from terminology.entries import Lesion, Place, Term, terms
from terminology.wording import parts, phrase, plain, singular_candidates

_ICD_CODE = re.compile(r"\b[A-TV-Z]\d[\dA-Z](?:\.?[\dA-Z]{1,4})?\b", re.IGNORECASE)
_TYPE_WORDS = {
    TumorType.CARCINOMA: "cancer",
    TumorType.CUTANEOUS_MELANOMA: "cutaneous tumor",
    TumorType.UVEAL_MELANOMA: "intraocular melanoma ocular tumor",
    TumorType.BONE_SARCOMA: "primary malignant bone tumor",
    TumorType.BENIGN_BONE_TUMOR: "primary benign bone tumor",
    TumorType.MALIGNANT_CNS_TUMOR: "primary CNS tumor",
    TumorType.BENIGN_CNS_TUMOR: "primary CNS tumor",
    TumorType.EMBRYONAL_TUMOR: "solid tumor",
    TumorType.NOT_A_TUMOR: "",
}
_SITE_WORDS = {
    TumorSite.EYE: "ocular",
    TumorSite.NECK_NODES: "head and neck lymphatics",
    TumorSite.OTHER_HEAD_AND_NECK: "head and neck",
    TumorSite.COLON_OR_RECTUM: "colorectal",
    TumorSite.ENDOMETRIUM: "endometrial",
    TumorSite.STOMACH: "gastric",
    TumorSite.KIDNEY: "renal",
    TumorSite.URETER: "ureteral",
    TumorSite.PENIS: "penile",
    TumorSite.LIVER: "liver hepatocellular",
    TumorSite.BLOOD_OR_MARROW: "",
}


def expand(question: str) -> str:
    """The question with its diagnoses spelled out behind it.

    >>> expand("C61")
    'C61 Malignant neoplasm of prostate prostate'
    """
    described = " ".join(_descriptions(question))
    added = " ".join(dict.fromkeys(_policy_words(f"{question} {described}")))
    return " ".join(part for part in (question, described, added) if part)


def _descriptions(question: str) -> Iterator[str]:
    for match in _ICD_CODE.finditer(question):
        code = match.group().upper()
        if icd.is_valid_item(code) and icd.is_category_or_subcategory(code):
            yield icd.get_description(code).removesuffix(", unspecified")


def _policy_words(text: str) -> Iterator[str]:
    """What the diagnoses and places named in a text are, in words; the longest names first."""
    words = [(plain(text[a:b]), text[a:b]) for a, b in parts(text)]
    at = 0
    while at < len(words):
        term, length = _longest(words[at:])
        if term is not None:
            yield from _words_of(term.entry)
        at += max(length, 1)


def _longest(words: list[tuple[str, str]]) -> tuple[Term | None, int]:
    for length in range(min(len(words), 6), 0, -1):
        here = words[:length]
        end = here[-1][0]
        for last in (end, *singular_candidates(end)):
            term = _by_phrase().get((*(word for word, _ in here[:-1]), last))
            if term and (not term.is_abbreviation or all(raw.isupper() for _, raw in here)):
                return term, length
    return None, 0


def _words_of(entry: Lesion | Place) -> Iterator[str]:
    if isinstance(entry, Lesion):
        if not entry.broad:
            yield _TYPE_WORDS.get(entry.type, entry.type.value.replace("_", " "))
        site = entry.site or entry.usual_site
    else:
        site = entry.site
    if site is not None:
        yield _SITE_WORDS.get(site, site.value.replace("_", " "))


@cache
def _by_phrase() -> dict[tuple[str, ...], Term]:
    found: dict[tuple[str, ...], Term] = {}
    for term in terms():
        if not term.weak:
            found.setdefault(phrase(term.text), term)
    return found
