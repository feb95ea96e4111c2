"""The documents' own disclaimers, whole."""

from __future__ import annotations

from assistant.draft import Draft, Line
from assistant.lookup.asked import Asked, Source, lookup, said
from assistant.lookup.matching import content_words, fits, sentences
from retriever.passages import Citation, Role

_READ_OUT = frozenset({"disclaimer", "disclosur", "important", "remind", "fin", "print", "legal"})
_WHOLE = frozenset({"important", "remind", "whol", "full", "entir", "complet", "everyth"})
_PROMISES = frozenset(
    {"guarante", "guaranti", "author", "authorization", "contract", "promis", "paym", "payment"}
    | {"bind", "legalli", "legally", "advic", "advice", "reli", "rely", "certification", "approval"}
)
_SAME_AS = {"own": content_words("property"), "owner": content_words("property owned")}
"""What the documents say for a word of the question."""


def disclaimer(asked: Asked) -> Draft:
    """The disclaimers that every answer carries, and what else the question is about."""
    words = set(content_words(asked.message))
    lines: list[Line] = []
    for source in _named_by_heading(asked):
        lines.append(Line(f"{source.document.payer.name} states:"))
        notices = list(source.notices())
        cited = (
            _read_out(source, words) if _READ_OUT & words else [*notices, *_bearing(asked, source)]
        )
        lines += [said(citation, with_label=False) for citation in cited]
    headline = "These are the disclaimers, in the documents' own words."
    if _PROMISES & words and not _READ_OUT & words:
        headline = "No: an answer here is no authorization, no promise of payment and no advice."
    return lookup(headline, lines, asked.sources)


def _named_by_heading(asked: Asked) -> tuple[Source, ...]:
    """The documents whose disclaimers bear the heading that was named; all where none was."""
    message = asked.message.lower()
    named = tuple(
        source
        for source in asked.sources
        if any(p.path[-1].lower() in message for p in source.passages(Role.DISCLAIMER))
    )
    return named or asked.sources


def _read_out(source: Source, words: set[str]) -> list[Citation]:
    """The paragraphs in which the disclaimers stand, all of the section where that is asked."""
    notices = source.notices()
    return [
        source.whole(passage)
        for passage in source.passages(Role.DISCLAIMER)
        if _WHOLE & words or any(notice.quote in passage.text for notice in notices)
    ]


def _bearing(asked: Asked, source: Source) -> list[Citation]:
    """Up to two further sentences that the question's words point at."""
    notices = {notice.quote for notice in source.notices()}
    every = [
        (passage, sentence)
        for passage in source.passages(Role.DISCLAIMER, Role.CODING)
        for sentence in sentences(passage.text)
        if sentence not in notices and "\t" not in sentence
    ]
    words = content_words(asked.message, source.names)
    words += [other for word in words for other in _SAME_AS.get(word, ())]
    scores = fits([sentence for _, sentence in every], words)
    best = max(scores, default=0.0)
    bearing = [pair for pair, score in zip(every, scores, strict=True) if score and score == best]
    return [source.cite(sentence, passage.label) for passage, sentence in bearing[:2]]
