"""What a document is: title and number, its reviewers, since when it holds, what it points to."""

from __future__ import annotations

from assistant.answering.wording import in_words
from assistant.answering.writing import HEADLINE_LIMIT
from assistant.draft import Draft, Line
from assistant.lookup.asked import Asked, Source, lookup, said
from assistant.lookup.log import Entry, dated, entries, remarks
from assistant.lookup.matching import content_words
from retriever.passages import Citation, Passage, Role

_REVIEWING = frozenset({"review", "approv", "author", "wrot", "writ", "responsibl", "maintain"})


def document(asked: Asked) -> Draft:
    """Title, number and file of each policy; who reviews it where that is asked."""
    if _REVIEWING & set(content_words(asked.message)):
        return _reviewers(asked)
    lines: list[Line] = []
    for source in asked.sources:
        manifest = source.document.manifest
        lines.append(Line(f"{source.document.payer.name}:"))
        lines += [said(citation, with_label=False) for citation in _title(source)]
        if not manifest.policy_number:
            lines.append(Line("The document gives no policy number.", is_item=True))
        lines.append(Line(f"Source: {manifest.source}", is_item=True))
    count = len(asked.sources)
    headline = "This is the policy I hold:" if count == 1 else f"I hold {count} policies:"
    return lookup(headline, lines, asked.sources)


def effective_date(asked: Asked) -> Draft:
    """Since when the text held applies, when its criteria last changed, how far its log reaches."""
    lines: list[Line] = []
    told = []
    for source in asked.sources:
        log = entries(source)
        begun = [entry for entry in log if entry.begins_a_version and entry.days]
        told.append(f"{source.payer}: {_in_short(begun, log[-1])}")
        lines.append(Line(f"{source.document.payer.name}:"))
        for entry in [entry for entry in begun if entry.known and entry.known.effective]:
            lines.append(Line(f"{_role_of(entry, begun)} {dated(entry)}:", is_item=True))
            lines.append(_key_sentence(source, entry))
            lines += [said(source.cite(w, p.label), depth=1) for p, w in entry.columns()]
        if log[-1] not in begun:
            lines.append(Line(f"Last log entry {dated(log[-1])}:", is_item=True))
            lines += [said(source.cite(w, p.label), depth=1) for p, w in log[-1].whole()]
        lines += [Line(remark) for remark in remarks(source)]
    headline = f"{'; '.join(told)}."
    if len(headline) > HEADLINE_LIMIT:
        headline = "Each payer's policy has its own dates; they are quoted here."
    return lookup(headline, lines, asked.sources)


def related_policies(asked: Asked) -> Draft:
    """The policies that a document names as related; they are not held."""
    lines: list[Line] = []
    for source in asked.sources:
        named = _related(source)
        if not named:
            lines.append(Line(f"{source.document.payer.name} names no related policies."))
            continue
        lines.append(Line(f"{source.document.payer.name} names:"))
        lines += [said(source.whole(passage), with_label=False) for passage in named]
    headline = "These related policies are named; their texts are not held here."
    if not any(line.cites for line in lines):
        headline = "The policy names no related policies."
    return lookup(headline, lines, asked.sources)


def _related(source: Source) -> list[Passage]:
    return [p for p in source.passages(Role.BACKGROUND) if p.label.startswith("Related Policies")]


def _reviewers(asked: Asked) -> Draft:
    """The newest log lines that say who reviewed."""
    lines: list[Line] = []
    for source in asked.sources:
        logged = source.passages(Role.HISTORY)
        telling = [p for p in logged if {"review", "panel"} & set(content_words(p.text))]
        lines.append(Line(f"{source.document.payer.name}, from the newest log lines:"))
        lines += [said(source.whole(p), with_label=False) for p in telling[-2:]]
    return lookup("The document names its reviewers by function only.", lines, asked.sources)


def _in_short(begun: list[Entry], last: Entry) -> str:
    """First effective, criteria changed, last entry: what of it is known, in a few words."""
    parts = []
    if begun and begun[-1].known and begun[-1].known.effective:
        if len(begun) > 1 and begun[0].known and begun[0].known.effective:
            parts.append(f"first effective {in_words(begun[0].known.effective)}")
        parts.append(f"this version effective {in_words(begun[-1].known.effective)}")
    parts.append(f"last log entry {last.written}")
    return ", ".join(parts)


def _role_of(entry: Entry, begun: list[Entry]) -> str:
    if entry == begun[-1]:
        return "The version held:"
    return "First version:" if entry == begun[0] else "An earlier version:"


def _key_sentence(source: Source, entry: Entry) -> Line:
    words = entry.known.quote if entry.known else entry.whole()[0][1]
    return said(source.cite(words, f"Revision log {entry.written}"), depth=1)


def _title(source: Source) -> list[Citation]:
    """Title and number as the document writes them."""
    named = ("Title", "Reference Number")
    return [source.whole(p) for p in source.passages(Role.BACKGROUND) if p.label in named]
