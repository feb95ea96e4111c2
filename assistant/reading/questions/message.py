"""A message made ready for the topic cues, whole or one part of it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc

from assistant.reading.language.once import message_of
from assistant.reading.mentions import Evidence, StatedCode, StatedPayer
from assistant.reading.questions.cue_notation import Cue
from assistant.reading.questions.cues import CueHit, CueReader, Folded
from assistant.reading.questions.parts import CUES, Focus, focus_of

NOBODY = "nobody"
"""The key of cues that say that no patient is meant."""

REQUESTS = "requests"
"""The key of cues that do so where they stand in the plural."""

NOT_IMRT = "not_imrt"
"""The key of cues that say that IMRT is not what is meant."""

COVERAGE = "coverage"
"""The key of cues that ask, of a case told, whether it is covered."""

_CODE = re.compile(r"\b(?:\d{5}|[A-Za-z]\d{4})\b")
_CUE_WEIGHT = 3.0


@dataclass(frozen=True)
class TopicMessage:
    """The words of a message or a part of it, in cue words, with what it was read to name."""

    text: str
    folded: Folded
    focus: tuple[Focus, ...]
    payers: tuple[StatedPayer, ...]

    @classmethod
    def of(
        cls, doc: Doc, payers: Sequence[StatedPayer], codes: Sequence[StatedCode]
    ) -> TopicMessage:
        """The whole message."""
        folded = _reader().fold(doc, _marked(doc, payers, codes))
        return cls(message_of(doc), folded, focus_of(doc), tuple(payers))

    def part(self, words: Evidence) -> TopicMessage:
        """A part of it, its evidence still at the message's offsets."""
        return TopicMessage(
            words.text,
            self.folded.part(words),
            tuple(each for each in self.focus if each.said in words.text),
            tuple(
                payer for payer in self.payers if words.start <= payer.evidence.start < words.end
            ),
        )

    def hits(self) -> list[CueHit]:
        """The cues found in it."""
        return _reader().find(self.folded)


def _marked(
    doc: Doc, payers: Sequence[StatedPayer], codes: Sequence[StatedCode]
) -> list[tuple[str, Evidence]]:
    shaped = [Evidence(*m.span(), m.group()) for m in _CODE.finditer(message_of(doc))]
    return [
        *(("payer", payer.evidence) for payer in payers),
        *(("code", code.evidence) for code in codes),
        *(("code", evidence) for evidence in shaped),
    ]


@cache
def _reader() -> CueReader:
    data = tomllib.loads(CUES.read_text(encoding="utf-8"))
    cues = [
        Cue(topic, phrase, float(weight))
        for topic, by_weight in data["topics"].items()
        for weight, phrases in by_weight.items()
        for phrase in phrases
    ]
    cues += [Cue(NOBODY, phrase, _CUE_WEIGHT) for phrase in data["nobody"]["cues"]]
    cues += [Cue(COVERAGE, phrase, _CUE_WEIGHT) for phrase in data["coverage"]["cues"]]
    cues += [Cue(NOT_IMRT, phrase, _CUE_WEIGHT) for phrase in data["not_imrt"]["cues"]]
    cues += [Cue(REQUESTS, phrase, _CUE_WEIGHT) for phrase in data["nobody"]["requests"]]
    return CueReader(cues, data["classes"], data["words"])
