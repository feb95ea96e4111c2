"""Any other question about the documents: the passages that answer it best, word for word."""

from __future__ import annotations

from assistant.draft import AnswerKind, Draft, Line
from assistant.lookup.asked import Asked, lookup, said
from assistant.lookup.criteria import criteria
from retriever.passages import Role

SHOWN = 3
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
    best = sorted(hits, key=lambda hit: -hit.score)[:SHOWN]
    if not best:
        return criteria(asked) if asked.question.focus else _nothing_found(asked)
    names = {source.document.id: source.document.payer.name for source in asked.sources}
    lines = []
    for policy_id in dict.fromkeys(hit.citation.policy_id for hit in best):
        lines.append(Line(f"{names[policy_id]}:"))
        lines += [said(hit.citation) for hit in best if hit.citation.policy_id == policy_id]
    headline = "This is what I find on it, in the policy's own words."
    return lookup(headline, lines, asked.sources)


def _nothing_found(asked: Asked) -> Draft:
    titles = [source.document.title for source in asked.sources]
    lines = [Line("I can only quote what these documents say:")] if titles else []
    lines += [Line(title, is_item=True) for title in titles]
    headline = "I find nothing on that in the policies I hold."
    return Draft(AnswerKind.UNSUPPORTED, "not_addressed", headline, tuple(lines))
