"""Two payers side by side: what each policy says on the same point, and what only one addresses."""

from __future__ import annotations

from dataclasses import replace

from assistant.draft import Draft, Line
from assistant.lookup.asked import Asked, Source, lookup
from assistant.lookup.codes import codes
from assistant.lookup.criteria import criteria_lines
from assistant.lookup.narrowing import speaks_of


def comparison(asked: Asked) -> Draft:
    """The criteria of every payer held on the point asked about, one after the other."""
    every = tuple(
        Source(asked.library, document, asked.on)
        for document in asked.library.corpus.documents.values()
    )
    side_by_side = replace(asked, sources=every, is_payer_named=False)
    if asked.codes:
        return codes(side_by_side)
    addressing = [source for source in every if speaks_of(source, asked.question)]
    lines: list[Line] = []
    for source in every:
        if source in addressing:
            lines += criteria_lines(side_by_side, source)
        else:
            lines.append(Line(f"{source.document.payer.name} does not address it in its criteria."))
    return lookup(_headline(addressing, len(every)), lines, every)


def _headline(addressing: list[Source], held: int) -> str:
    if not addressing:
        return "No policy held addresses that in its criteria."
    if len(addressing) == held:
        return "Each payer has its own criteria; here they stand side by side."
    return f"Only {' and '.join(source.payer for source in addressing)} addresses it."
