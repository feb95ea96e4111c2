"""The notation of cues, and what holds of the cues in topics.toml."""

from __future__ import annotations

import tomllib

import pytest

from assistant.reading.language.tokens import tokenize
from assistant.reading.questions.cue_notation import Cue
from assistant.reading.questions.cues import CueReader
from assistant.reading.questions.parts import CUES
from assistant.reading.questions.topics import THIS_CASE, Topic

CLASSES = {"imrt": ["imrt", "intensity modulated radiation"], "care": ["surgery"]}
WORDS = {"cover": ["cover", "pay"]}


def found(cue: str, message: str) -> list[str]:
    """The user's words that one cue is found in."""
    reader = CueReader([Cue("topic", cue, 1.0)], CLASSES, WORDS)
    return [hit.evidence.text for hit in reader.find(reader.fold(tokenize(message)))]


@pytest.mark.parametrize(
    ("cue", "message", "words"),
    [
        ("cover", "Covered?", "Covered"),
        ("a|b", "is it b", "b"),
        ("how many? units", "How units", "How units"),
        ("when * change", "When did the two lines change?", "When did the two lines change"),
        ("when *2 change", "when they change", "when they change"),
        ("<imrt> ok", "Intensity modulated radiation ok", "Intensity modulated radiation ok"),
        ("$cover for", "who pays for it", "pays for"),
        ("<number> units", "four units", "four units"),
        ("^ hello", "Well. Hello you", "Hello"),
        ("what be new", "What’s new?", "What’s new"),
        ("what be new", "whats new", "whats new"),
        ("deductible", "deductibel", "deductibel"),
    ],
)
def test_a_cue_is_found_in_the_users_words(cue: str, message: str, words: str) -> None:
    assert found(cue, message) == [words]


@pytest.mark.parametrize(
    ("cue", "message"),
    [
        ("when * change", "When was it? They change."),
        ("when *2 change", "when did the two lines change"),
        ("cover ~ surgery", "cover radiation after surgery"),
        ("^ hello", "he said hello"),
        ("proton", "photon"),
        ("reject", "resected"),
        ("news", "nodes"),
    ],
)
def test_a_cue_is_not_found_where_the_words_say_something_else(cue: str, message: str) -> None:
    assert found(cue, message) == []


def test_the_shortest_place_is_the_evidence() -> None:
    assert found("when * change", "when, oh when did it change") == ["when did it change"]


def test_an_alternative_of_two_words_is_refused_with_the_cue_named() -> None:
    with pytest.raises(ValueError, match="out-of-pocket"):
        found("cost|out-of-pocket", "cost")


def test_cues_are_kept_for_topics_only_and_weigh_something() -> None:
    topics = tomllib.loads(CUES.read_text(encoding="utf-8"))["topics"]
    topics_with_cues = {topic.value for topic in Topic} - {Topic.OTHER_PAYER}
    assert set(topics) == topics_with_cues | {THIS_CASE}
    assert all(float(weight) for by_weight in topics.values() for weight in by_weight)


@pytest.mark.parametrize("topic", [topic for topic in Topic if topic is not Topic.OTHER_PAYER])
def test_no_cue_stands_twice_under_a_topic(topic: Topic) -> None:
    by_weight = tomllib.loads(CUES.read_text(encoding="utf-8"))["topics"][topic]
    every = [cue for cues in by_weight.values() for cue in cues]
    assert [cue for cue in every if every.count(cue) > 1] == []
