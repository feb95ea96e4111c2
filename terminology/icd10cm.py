"""ICD-10-CM codes: how they are written, what they mean here, and their official descriptions.

What a code means here is data (`icd10cm.toml`); descriptions come from simple-icd-10-cm, whose
two seconds of loading are spent in the background (`load_in_background`) or at first use.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from threading import Lock, Thread
from types import ModuleType
from typing import Any

from rules.tumors import TumorOrigin, TumorSite, TumorType

_MAPPING = Path(__file__).with_name("icd10cm.toml")
_NEOPLASMS = Path(__file__).with_name("icd10cm_neoplasms.txt")
_WRITTEN = re.compile(r"(?<![\w.])([A-TV-Za-tv-z]\d[0-9AaBb])\.?([0-9A-Za-z]{0,4})(?![\w])")
_WITHOUT_ORIGIN = frozenset({TumorType.TUMOR, TumorType.NOT_A_TUMOR})
_LOADING = Lock()


@dataclass(frozen=True)
class CodedDiagnosis:
    """What a code says; `None` where it does not.

    `doubt` is about the diagnosis, `site_doubt` about the site alone. `is_nodal`: the code is of
    lymph nodes.
    """

    type: TumorType
    site: TumorSite | None
    origin: TumorOrigin | None
    doubt: str = ""
    site_doubt: str = ""
    is_nodal: bool = False


@dataclass(frozen=True)
class WrittenCode:
    """A code as it stands in a text: `text[start:end]`, with its canonical form."""

    code: str
    start: int
    end: int


def canonical(written: str) -> str:
    """A code in upper case with its dot.

    >>> canonical("c4921"), canonical("C61")
    ('C49.21', 'C61')
    """
    bare = written.strip().replace(".", "").upper()
    return bare if len(bare) <= 3 else f"{bare[:3]}.{bare[3:]}"


def codes_in(text: str) -> list[WrittenCode]:
    """Codes of the neoplasm chapter, and the few others mapped here, that a text holds.

    >>> [found.code for found in codes_in("dx c4921, CPT 77301, G6015, level C5")]
    ['C49.21']
    """
    found = []
    for match in _WRITTEN.finditer(text):
        code = canonical(match[0])
        if is_known(code) and _is_written_as_code(match[0], text[: match.start()]):
            found.append(WrittenCode(code, match.start(), match.end()))
    return found


def is_known(code: str) -> bool:
    """Whether a canonical code is one of the release's neoplasms or of the few others mapped.

    The list keeps billing codes apart: C9076 is none of ICD-10-CM.
    """
    if code[0] == "C" or code[:2] in {"D0", "D1", "D2", "D3", "D4"}:
        return code in _neoplasms()
    return _prefix(code) is not None


def diagnosis(code: str) -> CodedDiagnosis | None:
    """What a code says of type, site and origin; `None` for codes that are not mapped."""
    prefix = _prefix(canonical(code))
    return _mapped()[prefix] if prefix else None


def describe(code: str) -> str | None:
    """The official description of a code, or `None` where the release has no such code."""
    release = _release()
    wanted = canonical(code)
    if not release.is_valid_item(wanted):
        return None
    return str(release.get_description(wanted))


def hierarchy(code: str) -> tuple[str, ...]:
    """The code and the codes and blocks above it, nearest first; empty for an unknown code."""
    release = _release()
    wanted = canonical(code)
    if not release.is_valid_item(wanted):
        return ()
    return (wanted, *(str(above) for above in release.get_ancestors(wanted)))


def load_in_background() -> Thread:
    """Start loading the descriptions, so that the first question does not wait for them."""
    thread = Thread(target=_release, name="icd10cm", daemon=True)
    thread.start()
    return thread


def _release() -> ModuleType:
    with _LOADING:
        return import_module("simple_icd_10_cm")


def _is_written_as_code(written: str, before: str) -> bool:
    """Whether three characters without a dot are a code: "C61" is, "m16" and "d10" are not."""
    if "." in written or len(written) > 3:
        return any(letter.isdigit() for letter in written[1:])
    return written[0] in "CD" or (written[0] in "cd" and bool(_INTRODUCED.search(before)))


_INTRODUCED = re.compile(
    r"(?:icd[-\s]?(?:10)?(?:[-\s]?cm)?|dx|diagnosis|code)s?\s*:?\s*$", re.IGNORECASE
)


def _prefix(code: str) -> str | None:
    """The longest mapped code that the code begins with."""
    return next((code[:n] for n in range(len(code), 2, -1) if code[:n] in _mapped()), None)


@cache
def _mapped() -> dict[str, CodedDiagnosis]:
    read = tomllib.loads(_MAPPING.read_text(encoding="utf-8"))["code"]
    mapped: dict[str, CodedDiagnosis] = {}
    for entry in read:
        if not entry.get("unmapped", False):
            mapped |= {code: _coded(entry, code) for code in entry["codes"]}
    return mapped


@cache
def _neoplasms() -> frozenset[str]:
    return frozenset(_NEOPLASMS.read_text(encoding="utf-8").split())


@cache
def unmapped() -> frozenset[str]:
    """Codes that are known and deliberately say nothing here."""
    read = tomllib.loads(_MAPPING.read_text(encoding="utf-8"))["code"]
    return frozenset(code for entry in read if entry.get("unmapped") for code in entry["codes"])


def mapped_codes() -> frozenset[str]:
    """Every code and category that the mapping names."""
    return frozenset(_mapped())


def _coded(entry: dict[str, Any], code: str) -> CodedDiagnosis:
    site = entry.get("sites", {}).get(code) or entry.get("site") or None
    kind = TumorType(entry["type"])
    origin: TumorOrigin | None = TumorOrigin.PRIMARY
    if "origin" in entry:
        origin = None if entry["origin"] == "unsaid" else TumorOrigin(entry["origin"])
    elif kind in _WITHOUT_ORIGIN:
        origin = None
    return CodedDiagnosis(
        kind,
        TumorSite(site) if site else None,
        origin,
        entry.get("doubt", ""),
        entry.get("site_doubt", ""),
        entry.get("is_nodal", False),
    )
