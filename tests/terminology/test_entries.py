"""The terminology as data: complete, free of contradictions, every code real."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import terminology
from rules.tumors import TumorSite, TumorType
from terminology.entries import Lesion, Place, Tissue, terms
from terminology.wording import phrase

ROOT = Path(terminology.__file__).parent
LESION_FILES = sorted((ROOT / "lesions").glob("*.toml"))

RELEASE: Any = import_module("simple_icd_10_cm")


def test_one_name_means_one_lesion() -> None:
    meanings: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for term in terms():
        if isinstance(term.entry, Lesion) and not (term.weak or term.is_abbreviation):
            meanings[phrase(term.text)].add(term.entry.name)
    assert {words: names for words, names in meanings.items() if len(names) > 1} == {}


def test_one_name_means_one_place() -> None:
    meanings: dict[tuple[str, ...], set[tuple[TumorSite | None, Tissue]]] = defaultdict(set)
    for term in terms():
        if isinstance(term.entry, Place):
            meanings[phrase(term.text)].add((term.entry.site, term.entry.tissue))
    assert {words: places for words, places in meanings.items() if len(places) > 1} == {}


def test_every_tumor_type_has_a_lesion() -> None:
    named = {term.entry.type for term in terms() if isinstance(term.entry, Lesion)}
    named |= {kind for t in terms() if isinstance(t.entry, Lesion) for _, kind in t.entry.at}
    assert set(TumorType) - named == set()


def test_every_tumor_site_has_a_name() -> None:
    named = {term.entry.site for term in terms() if isinstance(term.entry, Place)}
    assert set(TumorSite) - named == {TumorSite.BLOOD_OR_MARROW}


@pytest.mark.parametrize("path", LESION_FILES, ids=lambda path: path.stem)
def test_every_code_beside_a_lesion_is_a_real_code(path: Path) -> None:
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["lesion"]
    codes = [code for entry in entries for code in entry.get("icd10cm", ())]
    assert [code for code in codes if not RELEASE.is_valid_item(code)] == []


@pytest.mark.parametrize("path", LESION_FILES, ids=lambda path: path.stem)
def test_every_doubt_says_of_what(path: Path) -> None:
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["lesion"]
    for entry in entries:
        assert set(entry.get("doubt_of", ["type"])) <= {"type", "site"}
        assert "doubt" in entry or "doubt_of" not in entry


def test_the_names_of_policy_terms_are_broad() -> None:
    assert len({phrase(term.text) for term in terms()}) > 2000
