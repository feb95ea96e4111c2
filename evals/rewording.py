"""Rewordings that must not change a result: the same case said in slightly other words.

Each kind of rewording is drawn from the conversation's id, so a run can be repeated. A kind that
does not apply to a conversation (one clause only, no dose) gives none.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from evals.expectations import Conversation, ConversationSet
from evals.play import Played, play
from evals.scoring import CONFIDENT
from evals.service import Service

_LONG_WORD = re.compile(r"\b[a-z]{8,}\b")
_DOSE = re.compile(r"(?<![\d.])(\d{1,2}) ?Gy\b(?!/)")
_SENTENCES = re.compile(r"(?<=[a-z0-9%)][.;])\s+(?=[A-Z0-9])")
_LEANS_ON_ANOTHER = re.compile(
    r"\b(it|its|that|this|these|those|same|both|she|he|they|her|his|their|but|instead|however"
    r"|correction|actually|then|now|next|other|another|also|again|rather|sorry|no|yes|and)\b",
    re.IGNORECASE,
)
_IRRELEVANT = (
    "Thank you for looking into it.",
    "The call came in at the front desk.",
    "Our fax machine is working again.",
    "Parking at the clinic is free.",
    "I will write the answer into the file.",
    "The weather was bad on the way here.",
)


@dataclass(frozen=True)
class Reworded:
    """A conversation in other words, and which kind of rewording made it."""

    kind: str
    conversation: Conversation


@dataclass(frozen=True)
class Comparison:
    """What a rewording did to the outcome of one conversation."""

    kind: str
    conversation: str
    before: str | None
    after: str | None
    is_now_confidently_wrong: bool
    turns: tuple[str, ...]

    @property
    def is_changed(self) -> bool:
        """Whether the reworded conversation ended in another outcome."""
        return self.before != self.after


def rewordings(conversation: Conversation) -> Iterator[Reworded]:
    """Each kind of rewording that applies, once."""
    for kind, reword in _KINDS.items():
        # Not for secrets: the same id must draw the same rewording in every run.
        draw = random.Random(f"{kind} {conversation.id}")  # noqa: S311
        turns = tuple(reword(turn, draw) for turn in conversation.turns)
        if turns != conversation.turns:
            yield Reworded(kind, replace(conversation, turns=turns))


def compare(
    service: Service, played: Iterable[Played], sets: Iterable[ConversationSet]
) -> Iterator[Comparison]:
    """Play every rewording of what was played without a failure, beside its first outcome."""
    by_name = {one.name: one for one in sets}
    for original in played:
        if original.failure:
            continue
        before = original.turns[-1].answer["outcome"]
        for reworded in rewordings(original.conversation):
            again = play(service, reworded.conversation, by_name[original.set_name])
            after = again.turns[-1].answer["outcome"] if again.turns else "failed"
            yield Comparison(
                reworded.kind,
                original.conversation.id,
                before,
                after,
                after in CONFIDENT and after != before and again.is_confidently_wrong,
                reworded.conversation.turns,
            )


def with_a_typo(turn: str, draw: random.Random) -> str:
    """Swap, drop or double one inner letter of one word of eight letters or more.

    >>> with_a_typo("a carcinoma", random.Random(0)) != "a carcinoma"
    True
    """
    words = list(_LONG_WORD.finditer(turn))
    if not words:
        return turn
    word = draw.choice(words)
    at = draw.randrange(word.start() + 2, word.end() - 2)
    pair = turn[at : at + 2]
    slip = draw.choice((pair[::-1], pair[1], pair[0] + pair))
    return turn[:at] + slip + turn[at + 2 :]


def in_lower_case(turn: str, draw: random.Random) -> str:  # noqa: ARG001 one shape for all kinds
    """All letters small."""
    return turn.lower()


def in_capitals(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """All letters large, as dictation systems print."""
    return turn.upper()


def in_other_order(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """The first sentence last, where no sentence leans on another and figures keep their order."""
    sentences = _SENTENCES.split(turn)
    if len(sentences) < 2 or _LEANS_ON_ANOTHER.search(turn):
        return turn
    if any(len(sentence.split()) < 4 for sentence in sentences):
        return turn
    if re.search(r"[%!?]|3D", sentences[0]) or turn.rstrip()[-1] in "!?":
        return turn
    first, *others = (sentence.rstrip(".;") for sentence in sentences)
    return ". ".join((*others, first)) + "."


def in_centigray(turn: str, draw: random.Random) -> str:  # noqa: ARG001
    """Doses in cGy: 4000 cGy is 40 Gy.

    >>> in_centigray(">=40Gy and 35 Gy", random.Random(0))
    '>=4000 cGy and 3500 cGy'
    """
    return _DOSE.sub(lambda found: f"{found[1]}00 cGy", turn)


def with_small_talk(turn: str, draw: random.Random) -> str:
    """A sentence that has nothing to do with the case, before or after."""
    if len(turn.split()) < 5:
        return turn
    aside = draw.choice(_IRRELEVANT)
    end = "" if turn.rstrip()[-1] in ".?!" else "."
    return f"{aside} {turn}" if draw.random() < 0.5 else f"{turn.rstrip()}{end} {aside}"


_KINDS: dict[str, Callable[[str, random.Random], str]] = {
    "typo": with_a_typo,
    "lower case": in_lower_case,
    "capitals": in_capitals,
    "order of clauses": in_other_order,
    "cGy": in_centigray,
    "irrelevant sentence": with_small_talk,
}
