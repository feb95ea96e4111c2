"""What the revision log says: when something changed, and what changed when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.answering.wording import MONTHS
from assistant.draft import Draft, Line
from assistant.lookup.asked import Asked, Source, lookup, said, which_payer
from assistant.lookup.log import Entry, dated, entries
from assistant.lookup.matching import content_words, fits
from retriever.passages import Passage

_YEAR = re.compile(r"\b(20[0-3]\d)\b")
_WRITTEN = re.compile(r"\b\d{1,2}/\d{1,2}(?:/\d{2,4})?\b|\b\d{1,2}/\d{2}\b")
_FIRST = frozenset({"first", "begin", "start", "creat", "original", "origin", "publish"})
_WHEN_ONLY = frozenset({"criteria", "criterion", "threshold", "imrt", "log", "entri", "histori"})
_SINCE = frozenset({"since", "after"})
_MONTH_NAMES = frozenset(month.lower() for month in MONTHS)


@dataclass(frozen=True)
class _Found:
    source: Source
    entry: Entry
    passage: Passage
    sentence: str
    score: float = 1.0


def history(asked: Asked) -> Draft:
    """The log entry that bears on the question; those of a time; or all that changed criteria."""
    found = [each for source in asked.sources for each in _bearing(asked, source)]
    if not found:
        found = [each for source in asked.sources for each in _of_the_time(asked, source)]
    if not found and len(asked.sources) > 1:
        return which_payer(asked)
    if found:
        return _told(asked, found)
    if any(_asked_words(asked, source) for source in asked.sources):
        return _not_in_the_log(asked)
    return _told(asked, [each for source in asked.sources for each in _all(asked, source)])


def _not_in_the_log(asked: Asked) -> Draft:
    """That the log is silent, with what it says of the versions there were."""
    lines: list[Line] = []
    for source in asked.sources:
        lines.append(Line(f"{source.document.payer.name} logs these changes of its criteria:"))
        for entry in entries(source):
            if entry.known is not None and entry.begins_a_version:
                quote = source.cite(entry.known.quote, entry.known.label)
                lines.append(Line(f"{dated(entry)}: “{quote.quote}”", (quote,), is_item=True))
    return lookup("The revision log does not speak of that.", lines, asked.sources)


def _told(asked: Asked, found: list[_Found]) -> Draft:
    best = max(each.score for each in found)
    shown = [each for each in found if each.score >= best * 0.9]
    by_entry: dict[tuple[str, str], list[_Found]] = {}
    for each in shown:
        by_entry.setdefault((each.source.document.id, each.entry.written), []).append(each)
    lines: list[Line] = []
    for these in by_entry.values():
        first = these[0]
        lines.append(Line(f"{first.source.document.payer.name}, {dated(first.entry)}:"))
        lines += [_quoted(each) for each in these]
        cite = first.source.cite
        lines += [said(cite(w, p.label), with_label=False) for p, w in first.entry.columns()]
        if first.entry.known is not None and not first.entry.known.is_held:
            lines.append(Line("Of that version only its trace in the log is held, not its text."))
    first = shown[0]
    headline = f"{first.source.payer}: {dated(first.entry)}."
    if len(by_entry) > 1:
        headline = f"{len(by_entry)} entries of the revision log bear on it; they are quoted here."
    return lookup(headline, lines, asked.sources)


def _bearing(asked: Asked, source: Source) -> list[_Found]:
    """The sentences of the log that hold what the question asks about, with their entries."""
    words = _asked_words(asked, source)
    log = entries(source)
    if _FIRST & set(words) and not set(words) - _FIRST:
        return [_Found(source, log[0], *log[0].sentences()[0])]
    every = [_Found(source, entry, p, s) for entry in log for p, s in entry.sentences()]
    scores = fits([each.sentence for each in every], words)
    at_that_time = [each.written for each in log if _is_of_the_time(each, asked.message)]
    return [
        replace(each, score=score)
        for each, score in zip(every, scores, strict=True)
        if score and (not at_that_time or each.entry.written in at_that_time)
    ]


def _of_the_time(asked: Asked, source: Source) -> list[_Found]:
    """The entries of the time asked about; what changed since then, where the question says so."""
    log = entries(source)
    years = [int(year) for year in _YEAR.findall(asked.message)]
    if years and _SINCE & set(asked.message.lower().split()):
        later = [each for each in log if each.days and max(each.days).year >= min(years)]
        return _whole(source, [each for each in later if each.begins_a_version])
    return _whole(source, [each for each in log if _is_of_the_time(each, asked.message)])


def _all(asked: Asked, source: Source) -> list[_Found]:
    """What changed the criteria; every entry where the log itself is asked for."""
    log = entries(source)
    changing = [each for each in log if each.begins_a_version]
    wants_log = {"log", "all", "every", "revisions", "entries"} & set(asked.message.lower().split())
    return _whole(source, log if wants_log or not changing else changing)


def _asked_words(asked: Asked, source: Source) -> list[str]:
    number = source.document.manifest.policy_number
    message = asked.message.replace(number, "") if number else asked.message
    words = content_words(message, source.names | _WHEN_ONLY)
    return [word for word in words if not _is_a_date(word)]


def _whole(source: Source, log: Sequence[Entry]) -> list[_Found]:
    return [_Found(source, entry, p, words) for entry in log for p, words in entry.whole()]


def _is_a_date(word: str) -> bool:
    return bool(_YEAR.fullmatch(word) or _WRITTEN.fullmatch(word)) or word in _MONTH_NAMES


def _is_of_the_time(entry: Entry, message: str) -> bool:
    """Whether the message names the entry's date as written, or its year, and month if named."""
    if entry.written in _WRITTEN.findall(message):
        return True
    years = {int(year) for year in _YEAR.findall(message)}
    months = {number for number, name in enumerate(MONTHS, 1) if name in message}
    return any(day.year in years and (not months or day.month in months) for day in entry.days)


def _quoted(each: _Found) -> Line:
    return said(each.source.cite(each.sentence, each.passage.label), with_label=False)
