"""The form of a message: whether it asks at all, whether it asks about a thing, and about which."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import dropwhile, pairwise

from spacy.lang.en.stop_words import STOP_WORDS

from assistant.reading.language.words import NUMBER, normal_form
from assistant.reading.mentions import Evidence
from assistant.reading.questions.cue_notation import START, folded_words
from assistant.reading.questions.cues import Folded
from assistant.reading.questions.parts import CUES

SUBJECT_LENGTH = 3
"""Up to this many words are a question's subject when set in front of it."""

_WANTING = frozenset({"i", "we", "she", "he", "they"})
_SPOKEN_OF = frozenset({"<payer>", "<policy>"})


def asks(folded: Folded) -> bool:
    """Whether the message has the form of a question or a request anywhere."""
    opening = zip(folded.words, folded.words[1:], strict=False)
    return (
        not _words("asking").isdisjoint(folded.words)
        or any(before == START and word in _words("opening") for before, word in opening)
        or _wants(folded)
    )


def is_put_to_someone(folded: Folded) -> bool:
    """Whether the words are a question or a request, rather than an account of what was done.

    "We discussed the dose" asks nothing; "we need the dose" does.
    """
    opening = next((word for word in folded.words if word not in _words("lead_in") | {START}), "")
    is_request = opening in _words("opening") | _words("asking")
    is_said = not _words("wanting").isdisjoint(folded.words)
    return "<ask>" in folded.words or is_request or _wants(folded) or is_said


def _wants(folded: Folded) -> bool:
    """Whether someone says that they want to be told; "we have a patient" wants nothing."""
    return any(
        who in _WANTING and verb in {"need", "want", "ask"} for who, verb in pairwise(folded.words)
    )


def asks_about_a_thing(folded: Folded) -> bool:
    """Whether the message is one sentence that opens as questions about things do.

    A diagnosis in "which ... lists sarcoma?" or "does the policy mention ..." is spoken of; it is
    nobody's yet. "Under LHCC, which ..." opens with its "which".
    """
    if folded.words.count(START) != 1:
        return False
    lead = _words("lead_in")
    opening = [*dropwhile(lambda word: word in lead, _behind_the_subject(folded.words[1:]))]
    if len(opening) < 2 or opening[1] == "about":
        return False
    first, second = opening[:2]
    if first == "<criteria>" and second in {"for", "of", "on", "in", "about"}:
        return True
    return first in _words("about_things") or (first == "do" and second in _SPOKEN_OF | {"the"})


def _behind_the_subject(words: Sequence[str]) -> Sequence[str]:
    """The words behind a subject set in front: "melanoma - which ones are listed?"."""
    for at, word in enumerate(words[: SUBJECT_LENGTH + 1]):
        if word in {"-", "–", "—", ":", ","} and not {NUMBER, "<patient>"} & {*words[:at]}:
            return words[at + 1 :]
    return words


def are_people(words: str) -> bool:
    """Whether the words speak of patients in the plural, and so of none in particular."""
    return not _people().isdisjoint(words.lower().split())


def asked_phrase(folded: Folded) -> str:
    """What is asked about: the longest run of words that are not the frame of a question."""
    frame = _words("frame")
    best, start = (0, 0), 0
    for index, word in enumerate([*folded.words, START]):
        if word in frame:
            if index - start > best[1] - best[0]:
                best = (start, index)
            start = index + 1
    return folded.evidence(*best).text.strip(" -–")


def asks_more(folded: Folded, parts: Iterable[str]) -> bool:
    """Whether a message holds a word of its own beside the parts of a policy and the payer named.

    "What does LHCC say about breast?" does not; "how rare are sarcomas?" does.
    """
    named = {word for phrase in parts for word in folded_words(phrase)}
    known = named | _beside_a_part() | _words("frame") | _words("asking") | _words("opening")
    own = [
        word
        for word, (start, end) in zip(folded.words, folded.spans, strict=True)
        if word not in known
        and not word.startswith("<")
        and word[0].isalpha()
        and folded.message[start:end].lower() not in STOP_WORDS
    ]
    return bool(own)


def services_of(folded: Folded) -> tuple[Evidence, ...]:
    """Treatments other than IMRT that are named, in the user's words."""
    return tuple(
        folded.evidence(index, index + 1)
        for index, word in enumerate(folded.words)
        if word in {"<service>", "<care>"}
    )


@cache
def _beside_a_part() -> frozenset[str]:
    return frozenset(word for each in _words("beside_a_part") for word in folded_words(each))


@cache
def _people() -> frozenset[str]:
    return frozenset(tomllib.loads(CUES.read_text(encoding="utf-8"))["people"]["words"])


@cache
def _words(table: str) -> frozenset[str]:
    """A list of the cue file, its words in normal form."""
    words = tomllib.loads(CUES.read_text(encoding="utf-8"))[table]["words"]
    return frozenset(word if word.startswith("<") else normal_form(word) for word in words)
