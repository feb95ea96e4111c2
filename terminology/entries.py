"""The terminology as loaded: lesions, places, and what they become together.

Data lives in `lesions/*.toml`, `sites/*.toml` and `composition.toml`, one reviewable entry each.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

from rules.tumors import TumorOrigin, TumorSite, TumorType
from terminology.levels import at_levels
from terminology.shortening import shortened
from terminology.wording import phrase

_VERTEBRA_FORMS = (
    "{} vertebra",
    "{} vertebral body",
    "vertebra {}",
    "{} body",
    "body of {}",
)
HERE = Path(__file__).parent


class Tissue(StrEnum):
    """What the words for a place name, as far as it changes the reading."""

    SOFT = "soft"
    BONE = "bone"
    ORGAN = "organ"
    SKIN = "skin"
    MUCOSA = "mucosa"
    NODE = "node"
    NERVE_OR_VESSEL = "nerve_or_vessel"


@dataclass(frozen=True)
class Lesion:
    """A histology, or a named disease that carries its site.

    `site` is where the disease arises by definition: elsewhere it is a metastasis. `usual_site`
    is taken where nothing else is said. `broad` names ("tumor", "cancer") give way to narrower
    ones. `at` gives another type at some sites. `elsewhere` is the type outside `tissue`.
    `doubt` says what is doubtful about the parts ("type", "site") in `doubt_of`; with
    `settled_by_place` a place that is said takes the doubt away.
    """

    name: str
    type: TumorType
    site: TumorSite | None = None
    usual_site: TumorSite | None = None
    tissue: Tissue | None = None
    elsewhere: TumorType | None = None
    at: tuple[tuple[frozenset[TumorSite], TumorType], ...] = ()
    broad: bool = False
    implied: bool = False
    needs_treatment: bool = False
    doubt: str = ""
    doubt_of: frozenset[str] = frozenset()
    settled_by_place: bool = False


@dataclass(frozen=True)
class Place:
    """A part of the body. `rank` 0 and 1 are places that narrower words replace.

    `regional_to` holds the sites whose own lymph nodes these are; "*" is any. `only_of` are the
    types of lesion beside which the words mean this place; empty: any.
    """

    name: str
    site: TumorSite | None
    tissue: Tissue
    rank: int = 2
    regional_to: frozenset[str] = frozenset()
    holds: frozenset[TumorSite] = frozenset()
    only_of: frozenset[TumorType] = frozenset()


@dataclass(frozen=True)
class Term:
    """One way to write an entry.

    `weak` ones count only beside the word they belong to. `is_abbreviation`: upper case only.
    """

    text: str
    entry: Lesion | Place
    weak: bool = False
    is_abbreviation: bool = False


@dataclass(frozen=True)
class Rule:
    """One rule of composition: the lesions and places it is for, and what is read."""

    types: frozenset[TumorType]
    tissues: frozenset[Tissue]
    sites: frozenset[TumorSite]
    not_sites: frozenset[TumorSite]
    not_lesion_of: frozenset[Tissue]
    named_bone: bool | None
    soft_tissue_said: bool
    becomes: TumorType | None
    becomes_site: TumorSite | None
    origin: TumorOrigin | None
    origin_unsaid: bool
    doubt: str


@dataclass(frozen=True)
class SkinRegions:
    """Places at which a lesion of the skin is read as skin of that region."""

    head_and_neck: frozenset[TumorSite]
    elsewhere: frozenset[TumorSite]


@cache
def terms() -> tuple[Term, ...]:
    """Every name of every lesion and place."""
    lesions, places = _lesion_terms(), [*_place_terms(), *_vertebra_terms()]
    return (*lesions, *_short_terms(lesions, places), *places)


@cache
def rules() -> tuple[Rule, ...]:
    """The rules of composition, first match first."""
    return tuple(_rule(entry) for entry in _composition()["rule"])


@cache
def skin_regions() -> SkinRegions:
    """Where a lesion of the skin stands, by the region named."""
    skin = _composition()["skin"]
    return SkinRegions(_sites(skin["head_and_neck"]), _sites(skin["elsewhere"]))


def _composition() -> dict[str, Any]:
    return tomllib.loads((HERE / "composition.toml").read_text(encoding="utf-8"))


def _entries(folder: str, key: str) -> list[dict[str, Any]]:
    return [
        entry
        for path in sorted((HERE / folder).glob("*.toml"))
        for entry in tomllib.loads(path.read_text(encoding="utf-8")).get(key, [])
    ]


def _lesion_terms() -> list[Term]:
    found: list[Term] = []
    for entry in _entries("lesions", "lesion"):
        lesion = _lesion(entry)
        found += [Term(text, lesion) for text in (entry["name"], *entry.get("also", ()))]
        found += [Term(text, lesion, weak=True) for text in entry.get("weak", ())]
        short = entry.get("abbreviations", ())
        found += [Term(text, lesion, is_abbreviation=True) for text in short]
        both = entry.get("weak_abbreviations", ())
        found += [Term(text, lesion, weak=True, is_abbreviation=True) for text in both]
    return found


def _short_terms(full: Sequence[Term], places: Sequence[Term]) -> list[Term]:
    """The shorter forms of names.

    Left out are those that name another entry, and a place with "ca", which is put together.
    """
    known = {phrase(term.text) for term in full}
    known |= {(*phrase(term.text), noun) for term in places for noun in ("ca", "cancer", "carc")}
    found: dict[tuple[str, ...], Term] = {}
    for term in full:
        for text in () if term.is_abbreviation else shortened(term.text):
            if phrase(text) not in known:
                found.setdefault(phrase(text), Term(text, term.entry, weak=term.weak))
    return list(found.values())


def _place_terms() -> list[Term]:
    found: list[Term] = []
    for entry in _entries("sites", "place"):
        place = Place(
            entry["also"][0],
            _site(entry.get("site")),
            Tissue(entry.get("tissue", "soft")),
            entry.get("rank", 2),
            frozenset(entry.get("regional_to", ())),
            _sites(entry.get("holds", ())),
            frozenset(TumorType(name) for name in entry.get("only_of", ())),
        )
        leveled = at_levels(entry.get("at_levels", ()))
        found += [Term(text, place) for text in (*entry["also"], *leveled)]
        short = entry.get("abbreviations", ())
        found += [Term(text, place, is_abbreviation=True) for text in short]
    return found


def _vertebra_terms() -> list[Term]:
    found: list[Term] = []
    for entry in _entries("sites", "vertebrae"):
        for level in entry["levels"]:
            name = f"{entry['letter']}{level}"
            place = Place(name, TumorSite(entry["site"]), Tissue.BONE)
            found.append(Term(name, place, weak=entry.get("weak", False)))
            found += [Term(form.format(name), place) for form in _VERTEBRA_FORMS]
    return found


def _lesion(entry: Mapping[str, Any]) -> Lesion:
    return Lesion(
        name=entry["name"],
        type=TumorType(entry["type"]),
        site=_site(entry.get("site")),
        usual_site=_site(entry.get("usual_site")),
        tissue=Tissue(entry["tissue"]) if "tissue" in entry else None,
        elsewhere=TumorType(entry["elsewhere"]) if "elsewhere" in entry else None,
        at=tuple((_sites(at["sites"]), TumorType(at["type"])) for at in entry.get("at", ())),
        broad=entry.get("broad", False),
        implied=entry.get("implied", False),
        needs_treatment=entry.get("needs_treatment", False),
        doubt=entry.get("doubt", ""),
        doubt_of=frozenset(entry.get("doubt_of", ("type",) if "doubt" in entry else ())),
        settled_by_place=entry.get("settled_by_place", False),
    )


def _rule(entry: Mapping[str, Any]) -> Rule:
    origin = entry.get("origin")
    return Rule(
        types=frozenset(TumorType(name) for name in entry["type"]),
        tissues=frozenset(Tissue(name) for name in entry.get("tissue", ())),
        sites=_sites(entry.get("site", ())),
        not_sites=_sites(entry.get("not_site", ())),
        not_lesion_of=frozenset(Tissue(name) for name in entry.get("not_lesion_of", ())),
        named_bone=entry.get("named_bone"),
        soft_tissue_said=entry.get("soft_tissue_said", False),
        becomes=TumorType(entry["becomes"]) if "becomes" in entry else None,
        becomes_site=_site(entry.get("becomes_site")),
        origin=TumorOrigin(origin) if origin not in {None, "unsaid"} else None,
        origin_unsaid=origin == "unsaid",
        doubt=entry.get("doubt", ""),
    )


def _site(name: str | None) -> TumorSite | None:
    return None if name is None else TumorSite(name)


def _sites(names: list[str] | tuple[str, ...]) -> frozenset[TumorSite]:
    return frozenset(TumorSite(name) for name in names)
