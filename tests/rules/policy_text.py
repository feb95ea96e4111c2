"""The two documents as the tests read them: lines by label, found without the ingest room."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

import rules
from rules.case import Case
from rules.conditions import Condition
from rules.determination import Quote
from rules.findings import Finding
from rules.policy import Policy

CORPUS = Path(__file__).parents[2] / "corpus"
LOG_BEGINS = {
    "bcbsnc-imrt-sarcoma-extremities": "Policy Implementation/Update Information",
    "lhcc-la-cp-mp-69-imrt": "Reviews, Revisions, and Approvals",
}


def text_of(policy_id: str) -> str:
    """A document of the corpus, untouched."""
    return (CORPUS / policy_id / f"{policy_id}.txt").read_text(encoding="utf-8")


def log_lines(policy_id: str) -> dict[str, list[str]]:
    """The lines of each revision-log entry, by its date as written."""
    lines = text_of(policy_id).splitlines()
    begin = next(n for n, line in enumerate(lines) if line.startswith(LOG_BEGINS[policy_id]))
    entries: dict[str, list[str]] = {}
    written = ""
    for line in lines[begin + 1 :]:
        if line.startswith(("Disclosures:", "References")):
            break
        dated = re.match(r"(\d+/\d+/\d+) ", line) or re.search(r"\t(\d+/\d+(?:/\d+)?)\t", line)
        written = dated[1] if dated else written
        if line.strip():
            entries.setdefault(written, []).append(line)
    return entries


def outline_lines() -> dict[str, str]:
    """LHCC's criteria lines by label, from the run of their enumerators."""
    found: dict[str, str] = {}
    letter = number = ""
    for line in text_of("lhcc-la-cp-mp-69-imrt").splitlines():
        item = re.match(r" ?-? ?([A-Z]{1,2}|\d|[a-h])\. (.+)", line)
        if line.startswith(("Note:", "References", "Background")):
            break
        if not item:
            continue
        mark, words = item.groups()
        if mark == "I":
            found["I"] = words
        elif mark.isupper():
            letter = mark
            found[f"I.{mark}"] = words
        elif mark.isdigit():
            number = mark
            found[f"I.{letter}.{mark}"] = words
        else:
            found[f"I.{letter}.{number}.{mark}"] = words
    return found


def lines_labelled(policy_id: str, label: str) -> list[str]:
    """The lines that a label names; every line of the document for no label."""
    lines = text_of(policy_id).splitlines()
    if label.startswith("Revision log "):
        return log_lines(policy_id)[label.removeprefix("Revision log ")]
    if label in {"A", "B", "C", "D"}:
        begin = next(n for n, line in enumerate(lines) if ">=25%" in line)
        return [lines[begin + "ABCD".index(label)]]
    if label == "Note" or re.fullmatch(r"G?\d{4,5}", label):
        return [line for line in lines if line.startswith(label)]
    if label.startswith("I"):
        return [outline_lines()[label]]
    if label.startswith("When "):
        return [lines[lines.index(label) + 1]]
    return lines


def quotes_in(policy: Policy) -> set[Quote]:
    """Every quote that the policy's modules hold and that its criteria and codes attach."""
    home = policy.versions[0].decide.__module__.rpartition(".")[0]
    if not home.endswith("imrt_sarcoma_extremities"):
        home = policy.versions[0].decide.__module__
    package = importlib.import_module(home)
    modules = [package, *_modules_under(package)]
    held = [value for module in modules for value in vars(module).values()]
    found = {quote for value in held for quote in _quotes(value)}
    for version in policy.versions:
        found |= set(quotes_of(version.decide(Case.of({}))))
    found |= {entry.says() for entry in policy.log}
    return found


def quotes_of(finding: Finding) -> Iterator[Quote]:
    """The quotes of a finding and its parts."""
    for each in finding.all():
        if each.quote:
            yield Quote(each.quote, each.stands_in)


def _modules_under(package: ModuleType) -> list[ModuleType]:
    names = [name for _, name, _ in pkgutil.iter_modules(package.__path__)]
    return [importlib.import_module(f"{package.__name__}.{name}") for name in names]


def _quotes(value: object) -> Iterator[Quote]:
    if isinstance(value, Quote):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for each in value:
            yield from _quotes(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _quotes(each)
    elif isinstance(value, Condition):
        yield from _quotes(value.clauses)
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            yield from _quotes(getattr(value, field.name))


def on(day: str) -> date:
    """A date from its ISO form."""
    return date.fromisoformat(day)


BCBSNC = rules.POLICIES["bcbsnc-imrt-sarcoma-extremities"]
LHCC = rules.POLICIES["lhcc-la-cp-mp-69-imrt"]
