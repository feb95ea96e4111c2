"""Questions about what held before the last change, though no date is named."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

from assistant.lookup.asked import Asked, Source
from retriever.passages import Role

_EARLIER = re.compile(
    r"\b(?:before\W*$|before (?:it|they|that|this|the change|these|those)\b|"
    r"used to\b|original(?:ly)?\b|"
    r"(?:previous|former)(?:ly)?\b|prior (?:criteria|criterion|version|wording|threshold|text)|"
    r"(?:old|older|earlier|superseded|past|outdated) (?:\w+ ){0,2}?"
    r"(?:criteri\w+|version|wording|threshold|text|rule|value|percent\w*|number|limit)s?\b|"
    r"at first\b|in the beginning\b)",
    re.IGNORECASE,
)

_FIGURE = re.compile(r"\b(\d{1,3})\s*(?:%|percent)")


def asks_about_earlier(asked: Asked) -> bool:
    """Whether the wording before the last change is meant: said in words, no date named."""
    return asked.on == asked.day and bool(_EARLIER.search(asked.message))


def seen_before_the_change(asked: Asked) -> Asked:
    """The question put to the last day before the version held, where one came before it."""
    figures = _FIGURE.findall(asked.message)
    naming = [s for s in asked.sources if figures and _names(s, figures)] or asked.sources
    sources = tuple(each for source in naming if (each := _before(source)) is not None)
    return replace(asked, sources=sources, on=sources[0].day) if sources else asked


def _names(source: Source, figures: list[str]) -> bool:
    """Whether the criteria held name one of the percentages."""
    text = " ".join(passage.text for passage in source.passages(Role.CRITERIA))
    return any(f"{figure}%" in text for figure in figures)


def _before(source: Source) -> Source | None:
    """The document on the day before its text took effect, where that day is known."""
    version = source.document.manifest.version_on(source.day)
    if version is None or version.effective_from is None:
        return None
    return replace(source, day=version.effective_from - timedelta(days=1))
