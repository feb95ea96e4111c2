"""From a message as read to the case as it now stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from assistant.ledger import DIAGNOSIS, Correction, Ledger
from assistant.reading.ages.reader import full_years
from assistant.reading.mentions import Certainty, StatedCode, StatedFact
from assistant.reading.questions.topics import Topic
from assistant.reading.reading import Move, Reading, Reply
from assistant.somebody_else import earlier_case, is_somebody_else


class Unread(Enum):
    """What a message announces and then does not tell in words that could be read."""

    CORRECTION = "correction"
    SUPPOSITION = "supposition"


@dataclass(frozen=True)
class Step:
    """The case before the answer is made.

    `kept` goes into the conversation; `considered` is what this answer is computed from. They
    differ only where the user supposes something ("what if she were 17?"). `infers_another`: it was
    not said that this is another patient. `struck` names facts that were taken back, `confirmed`
    those that a client's form said are right. `unread`: nothing could be taken of a correction or a
    supposition, so that the case stands as before. `resumed`: an earlier patient's case is taken up
    again.
    """

    kept: Ledger
    considered: Ledger
    corrections: tuple[Correction, ...] = ()
    struck: tuple[str, ...] = ()
    date_changed_to: date | None = None
    started_afresh: bool = False
    infers_another: bool = False
    is_supposed: bool = False
    resumed: bool = False
    unread: Unread | None = None
    confirmed: tuple[str, ...] = ()


def advance(ledger: Ledger, reading: Reading, turn_id: str, today: date) -> Step:
    """The ledger with one message taken into account; ages count on the date of service."""
    if reading.move is Move.EARLIER_PATIENT and ledger.set_aside:
        resumed = ledger.back_to(earlier_case(ledger, reading))
        after, corrections = _take_in(resumed, reading, turn_id, today)
        return Step(after, after, corrections, resumed=True)
    is_told = reading.move is Move.NEXT_PATIENT
    is_another = is_told or is_somebody_else(ledger, reading)
    before = ledger
    if is_another:
        before = ledger.for_next_patient(DIAGNOSIS if reading.keeps_diagnosis else ())
    if reading.move is Move.WHAT_IF:
        reading = replace(reading, facts=tuple(_believed(fact) for fact in reading.facts))
    after, corrections = _take_in(before, reading, turn_id, today)
    was, now = before.date_of_service, after.date_of_service
    moved_to = now if was is not None and was != now else None
    if reading.move is Move.WHAT_IF and ledger.entries and _supposes(reading):
        return Step(before, after, corrections, date_changed_to=moved_to, is_supposed=True)
    if reading.question.topic is not Topic.CASE:
        return Step(_without_new_diagnosis(before, after), after)
    return Step(
        after,
        after,
        corrections,
        struck=_struck(before, after, reading),
        date_changed_to=moved_to,
        started_afresh=is_another and bool(ledger.entries),
        infers_another=not is_told,
        unread=_unread(ledger, reading),
    )


def _supposes(reading: Reading) -> bool:
    """Whether anything of the case is supposed; another payer is simply taken up."""
    return bool(reading.facts or reading.dates or reading.codes or reading.birth_date)


def _struck(before: Ledger, after: Ledger, reading: Reading) -> tuple[str, ...]:
    """The facts that were taken back, or read wrongly, and got no other value."""
    named = {name for name, _ in reading.struck}
    if reading.strikes_last:
        named |= {entry.fact.name for entry in before.entries}
    if before.confirming and before.pending and reading.reply is Reply.NO:
        named.add(before.pending)
    known = {entry.fact.name for entry in after.entries}
    gone = (e.fact.name for e in before.entries if e.fact.name in named - known)
    return tuple(dict.fromkeys(gone))


def _believed(fact: StatedFact) -> StatedFact:
    """A supposed fact as sure: nothing is kept of it, and the answer says what was supposed."""
    return replace(fact, certainty=Certainty.SURE, doubt="")


def _unread(ledger: Ledger, reading: Reading) -> Unread | None:
    """What was announced to a case in hand, and nothing of it taken, not even as unclear."""
    is_told = (
        _supposes(reading)
        or reading.payers
        or reading.struck
        or reading.strikes_last
        or reading.reply is not None
        or reading.untaken
    )
    if is_told or not ledger.entries:
        return None
    if reading.move is Move.WHAT_IF:
        return Unread.SUPPOSITION
    return Unread.CORRECTION if reading.takes_back else None


def _without_new_diagnosis(before: Ledger, after: Ledger) -> Ledger:
    """What a look-up leaves behind: a disease that was only asked about is nobody's diagnosis."""
    others = [entry for entry in after.entries if entry.fact.name not in DIAGNOSIS]
    own = [entry for entry in before.entries if entry.fact.name in DIAGNOSIS]
    return replace(after, entries=(*own, *others))


def _take_in(
    ledger: Ledger, reading: Reading, turn_id: str, today: date
) -> tuple[Ledger, tuple[Correction, ...]]:
    replied = _take_reply(ledger, reading)
    moved = replace(
        replied,
        payer_id=reading.payers[-1].payer_id if _names_one_payer(reading) else replied.payer_id,
        date_of_service=reading.dates[-1].day if reading.dates else replied.date_of_service,
        birth_date=_birth_date(replied, reading),
        codes=_with_codes(replied.codes, reading.codes),
    )
    standing = moved.without_last_told() if reading.strikes_last else moved
    cleared = standing.struck(reading.struck).without(_displaced(moved, reading.facts))
    learned, corrections = cleared.learn(
        reading.facts, turn_id, is_correction=reading.is_correction
    )
    known = {fact.name for fact in reading.facts}
    aged = _aged(learned, today)
    return replace(aged, unanswerable=aged.unanswerable - known), corrections


def _aged(ledger: Ledger, today: date) -> Ledger:
    """The age that follows from a birth date, on the date of service as it now stands."""
    known = ledger.entry("age")
    if ledger.birth_date is None or known is None:
        return ledger
    years = full_years(ledger.birth_date, ledger.date_of_service or today)
    aged = replace(known, fact=replace(known.fact, value=years))
    entries = tuple(aged if entry is known else entry for entry in ledger.entries)
    return replace(ledger, entries=entries)


def _take_reply(ledger: Ledger, reading: Reading) -> Ledger:
    """What a bare "yes", "no" or "I don't know" does to the question last asked."""
    if ledger.pending is None or reading.reply is None:
        return ledger
    if reading.reply is Reply.UNKNOWN:
        return replace(ledger, unanswerable=ledger.unanswerable | {ledger.pending})
    if ledger.confirming:
        return ledger.confirm(ledger.pending, is_right=reading.reply is Reply.YES)
    return ledger


def _birth_date(ledger: Ledger, reading: Reading) -> date | None:
    """The newest birth date; an age stated by itself takes its place."""
    states_age = any(fact.name == "age" for fact in reading.facts)
    return reading.birth_date or (None if states_age else ledger.birth_date)


def _names_one_payer(reading: Reading) -> bool:
    """A comparison of payers names two and moves the case to neither."""
    return len({payer.payer_id for payer in reading.payers}) == 1 and bool(
        reading.payers[-1].payer_id
    )


def _displaced(ledger: Ledger, facts: tuple[StatedFact, ...]) -> tuple[str, ...]:
    """What an earlier diagnosis leaves behind when a message states a whole new one."""
    stated = {fact.name: fact.value for fact in facts}
    if not {"tumor_type", "tumor_site"} <= stated.keys():
        return ()
    changed = [
        name
        for name in ("tumor_type", "tumor_site")
        if (known := ledger.entry(name)) is not None and known.fact.value != stated[name]
    ]
    return tuple(name for name in DIAGNOSIS if name not in stated) if changed else ()


def _with_codes(
    known: tuple[StatedCode, ...], stated: tuple[StatedCode, ...]
) -> tuple[StatedCode, ...]:
    """The codes spoken of, the newest word on each."""
    newest = {code.code: code for code in (*known, *stated)}
    return tuple(newest.values())
