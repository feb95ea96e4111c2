"""Any other question about the documents: the passages that answer it best, word for word."""

from __future__ import annotations

from assistant.draft import AnswerKind, Draft, Line
from assistant.lookup.asked import Asked, lookup, said
from assistant.lookup.criteria import criteria
from assistant.lookup.criterion import held
from assistant.lookup.matching import content_words, holds, sentences
from assistant.lookup.narrowing import narrowed
from retriever.passages import Citation, Role

SHOWN = 3
LEAST_WORDS = 3
_ROLES = frozenset(Role) - {Role.REFERENCE}


def passages(asked: Asked) -> Draft:
    """What the search finds; else the criteria of the part named, else that nothing is held."""
    hits = [
        hit
        for source in asked.sources
        for hit in asked.library.search(
            asked.message, policy_id=source.document.id, roles=_ROLES, as_of=asked.on, k=SHOWN
        )
    ]
    found = [hit.citation for hit in sorted(hits, key=lambda hit: -hit.score)]
    exact = _in_exact_words(asked)
    further = [each for each in found if not any(e.quote in each.quote for e in exact)]
    best = [*exact, *further][:SHOWN]
    best += [each for each in _criteria_named(asked) if each not in best] if best else []
    if not best:
        return criteria(asked) if asked.question.focus else _nothing_found(asked)
    names = {source.document.id: source.document.payer.name for source in asked.sources}
    lines = []
    for policy_id in dict.fromkeys(cite.policy_id for cite in best):
        lines.append(Line(f"{names[policy_id]}:"))
        lines += [said(cite) for cite in best if cite.policy_id == policy_id]
    headline = "This is what I find on it, in the policy's own words."
    return lookup(headline, lines, asked.sources)


def _in_exact_words(asked: Asked) -> list[Citation]:
    """The sentences that hold every word of substance in the question, three at the least."""
    return [
        source.cite(sentence, passage.label)
        for source in asked.sources
        if len(words := content_words(asked.message, source.names)) >= LEAST_WORDS
        for passage in source.passages(*_ROLES)
        for sentence in sentences(passage.text.split("\t")[0])
        if holds(sentence, " ".join(words))
    ][:SHOWN]


def _criteria_named(asked: Asked) -> list[Citation]:
    """The criteria of the part that the question names, where they are few."""
    found = []
    for source in asked.sources if asked.question.focus else ():
        every = held(source)
        named = narrowed(every, asked.question, asked.message, source.names)
        if len(named) <= SHOWN and len(named) < len(every):
            found += [source.cite(each.words, each.stands_in) for each in named]
    return found


def _nothing_found(asked: Asked) -> Draft:
    titles = [source.document.title for source in asked.sources]
    lines = [Line("I can only quote what these documents say:")] if titles else []
    lines += [Line(title, is_item=True) for title in titles]
    headline = "I find nothing on that in the policies I hold."
    return Draft(AnswerKind.UNSUPPORTED, "not_addressed", headline, tuple(lines))
