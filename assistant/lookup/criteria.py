"""What a policy asks for: its criteria in force on a date, all or the part asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

import rules
from assistant.answering.wording import in_words, listed
from assistant.draft import Draft, Line
from assistant.lookup.asked import Asked, Source, is_lettered, lookup, said, which_payer
from assistant.lookup.criterion import Criterion, held, superseded
from assistant.lookup.earlier import asks_about_earlier, seen_before_the_change
from assistant.lookup.log import remarks
from assistant.lookup.matching import holds
from assistant.lookup.narrowing import labelled_exactly, narrowed, speaks_of
from assistant.reading.questions.topics import Question
from retriever.passages import Citation, Role
from rules.determination import Outcome

NOT_NAMED = "Its criteria do not name what you ask about. They begin:"
FEW = 6
"""Up to this many labels are named in the headline."""

_WITHOUT_TEXT = {
    Outcome.VERSION_UNAVAILABLE: "the text in force then is not held, only its trace in the log",
    Outcome.NOT_IN_FORCE: "no version of the policy was in force yet",
}


def criteria(asked: Asked) -> Draft:
    """The criteria asked about, word for word, with the version they belong to."""
    if asks_about_earlier(asked):
        asked = seen_before_the_change(asked)
    sources = asked.sources
    if len(sources) > 1:
        sources = labelled_exactly(sources, asked.question) or tuple(
            source for source in sources if speaks_of(source, asked.question)
        )
        if not sources or (len(sources) > 1 and not _is_narrow(asked)):
            return which_payer(asked)
    lines = [line for source in sources for line in criteria_lines(asked, source)]
    return lookup(_headline(asked, sources, lines), lines, asked.sources)


def criteria_lines(asked: Asked, source: Source) -> Iterator[Line]:
    """One policy's criteria, and which version they are."""
    every = held(source)
    if every:
        yield Line(f"{source.document.payer.name}, {_since(source)}:")
        shown = narrowed(every, asked.question, asked.message, source.names)
        yield from _listed(source, asked.question, shown, every)
    else:
        yield from _from_the_log(asked, source)
    yield from (Line(remark) for remark in remarks(source))


def _related(source: Source, question: Question) -> Iterator[Line]:
    """The related policy that the document names for what is asked about."""
    named = [p for p in source.passages(Role.BACKGROUND) if p.label.startswith("Related Policies")]
    for part in question.focus:
        for passage in named:
            if holds(passage.text, part.said) or part.seeks(passage.text):
                yield Line("It names a related policy for that, whose text I do not hold:")
                yield said(source.whole(passage), with_label=False)


def _listed(
    source: Source, question: Question, shown: list[Criterion], every: list[Criterion]
) -> Iterator[Line]:
    if not shown:
        yield from _related(source, question)
        yield Line(NOT_NAMED)
        shown = every[:2]
    top = min(each.label.count(".") for each in shown)
    before = ""
    for each in shown:
        cited = source.cite(each.words, each.stands_in)
        line = said(cited, depth=min(each.label.count(".") - top, 3))
        joins = each.joins if not before.endswith(each.joins) else ""
        yield replace(line, text=f"{joins} {line.text}".strip()) if before else line
        before = each.words


def _from_the_log(asked: Asked, source: Source) -> Iterator[Line]:
    """What is known of a date that the text held does not speak for."""
    if source.policy is None:
        yield Line(f"{source.document.payer.name}: no criteria are held for that date.")
        return
    found = rules.evaluate(source.policy, asked.facts, source.day)
    earlier = superseded(source)
    if earlier:
        yield Line(f"{source.document.payer.name}, superseded wording of {_since(source)}:")
        meant = narrowed(earlier, asked.question, asked.message, source.names) or earlier
        seen_from_today = replace(source, day=asked.day)
        for each in meant:
            cited = seen_from_today.cite(each.words, each.stands_in)
            yield Line(f"{each.label}: “{each.words}”", (cited,), is_item=True)
        return
    why = _WITHOUT_TEXT.get(found.outcome, "no criteria are held for that date")
    yield Line(f"{source.document.payer.name}, {in_words(source.day)}: {why}.")
    yield from (said(source.quoted(quote), with_label=False) for quote in found.because)


def _since(source: Source) -> str:
    version = source.document.manifest.version_on(source.day)
    if version is None or version.effective_from is None:
        return f"on {in_words(source.day)}"
    since = f"in force since {in_words(version.effective_from)}"
    if version.effective_to is not None:
        return f"{in_words(version.effective_from)} to {in_words(_last(version.effective_to))}"
    return since


def _last(end: date) -> date:
    return date.fromordinal(end.toordinal() - 1)


def _is_narrow(asked: Asked) -> bool:
    return bool(asked.question.labels or asked.question.focus)


def _headline(asked: Asked, sources: tuple[Source, ...], lines: Sequence[Line]) -> str:
    about = asked.question.focus[0].said if asked.question.focus else ""
    part = f" on “{about}”" if 0 < len(about) <= 40 else ""
    if len(sources) > 1:
        return f"Each payer has its own criteria{part}; both are quoted here."
    cites = [cite for line in lines for cite in line.cites]
    if not any(cite.role is Role.CRITERIA for cite in cites):
        return _headline_of_the_past(asked, sources[0], part, cites)
    payer = sources[0].payer
    labels = [cite.label for cite in cites if is_lettered(cite.label)]
    if any(line.text == NOT_NAMED for line in lines):
        return f"The criteria of {payer} do not speak of {part.removeprefix(' on ') or 'that'}."
    if not part or len(labels) > FEW or not labels:
        return f"These are the criteria of {payer}{part}, {_since(sources[0])}."
    if not any(holds(cite.quote, about) for cite in cites):
        return f"{payer}: {listed(labels)} {'bears' if len(labels) == 1 else 'bear'} on “{about}”."
    return f"{payer}: {listed(labels)} {'speaks' if len(labels) == 1 else 'speak'} of “{about}”."


def _headline_of_the_past(
    asked: Asked, source: Source, part: str, cites: Sequence[Citation]
) -> str:
    payer, then = source.payer, in_words(asked.on)
    if any(cite.superseded for cite in cites):
        return f"This is what {payer} asked for{part} on {then}; it is superseded."
    policy = source.policy
    if policy and rules.evaluate(policy, {}, asked.on).outcome is Outcome.NOT_IN_FORCE:
        return f"No version of {payer}'s policy was in force on {then}."
    return f"The criteria of {payer} in force on {then} are not held."
