"""Shares of bones and joints: percents at the policy's dose under 3D and under IMRT.

The message becomes typed tokens (`lexer`), numbers with units (`amounts`), structures (`mentions`),
claims of one figure each (`claims`, with `plans`, `structures`, `changes`, `absences`, `tables`),
and last facts (`settling`, `agreement`). What is unclear is told as a doubt or as not taken.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from assistant.reading.mentions import Certainty, Evidence, StatedFact, Untaken
from assistant.reading.shares.agreement import (
    with_contradictions,
    with_fitting_reductions,
    without_corrected,
)
from assistant.reading.shares.amounts import with_amounts
from assistant.reading.shares.claims import claims_of
from assistant.reading.shares.lexer import lex
from assistant.reading.shares.mentions import Mention, with_mentions
from assistant.reading.shares.naming import named_later
from assistant.reading.shares.settling import Settled, Settling
from assistant.reading.shares.structures import without_prescriptions
from rules.facts import FactValue, Quantity


@dataclass(frozen=True)
class SharesRead:
    """What a message states of shares: one fact a structure, and what was not taken.

    `struck` are shares told before, by fact and structure, that no longer stand.
    """

    facts: tuple[StatedFact, ...]
    untaken: tuple[Untaken, ...]
    struck: tuple[tuple[str, str], ...] = ()


def read_shares(doc: Doc, known: Mapping[str, FactValue], pending: str | None) -> SharesRead:
    """The shares and reductions that the message states.

    `known` holds the facts of the conversation by name, `pending` names the fact last asked for:
    both resolve short answers such as "42% with IMRT".
    """
    text = message_of(doc)
    pieces = with_mentions(without_prescriptions(with_amounts(lex(doc))))
    is_share_asked = bool(pending) and str(pending).startswith(("bone_", "joint_"))
    claims = claims_of(pieces, is_share_asked=is_share_asked)
    mentions = [piece for piece in pieces if isinstance(piece, Mention)]
    settled = Settling(claims, mentions, known, pending).settled()
    settled = with_contradictions(without_corrected(settled))
    settled = with_fitting_reductions(settled)
    taken = [entry for entry in settled if not entry.why]
    keys = {entry.key for entry in taken}
    facts = tuple(_fact(text, entry) for entry in taken)
    untaken = tuple(
        Untaken(entry.fact, _evidence(text, entry), entry.why)
        for entry in settled
        if entry.why and entry.key not in keys and not _is_derived(entry, keys)
    )
    named = named_later(text, pieces, known)
    return SharesRead((*facts, *named.facts), (*untaken, *named.untaken), named.struck)


def _is_derived(entry: Settled, keys: set[tuple[str, str]]) -> bool:
    """Whether the two shares that a reduction follows from are both stated."""
    kind, _, rest = entry.fact.partition("_")
    shares = {(f"{kind}_share_3d", entry.name), (f"{kind}_share_imrt", entry.name)}
    return rest == "reduction" and shares <= keys


def _fact(text: str, entry: Settled) -> StatedFact:
    figure = entry.claim.figure
    return StatedFact(
        entry.fact,
        {entry.name: Quantity(figure.low, figure.high, figure.about)},
        _evidence(text, entry),
        Certainty.DOUBTFUL if entry.doubt else Certainty.SURE,
        entry.doubt,
    )


def _evidence(text: str, entry: Settled) -> Evidence:
    start, end = entry.claim.start, entry.claim.end
    return Evidence(start, end, text[start:end])
