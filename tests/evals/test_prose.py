"""The measure over prose that states no case."""

from __future__ import annotations

from assistant.reading.rule_reader import RuleReader
from evals.noise import EACH, GLUED, KINDS, LONGEST, noise
from evals.prose import APART, PROSE, read_prose, share_with_facts


def test_noise_is_the_same_at_every_run() -> None:
    made = list(noise(["A sentence."] * 900, ["words of a policy"]))
    assert made == list(noise(["A sentence."] * 900, ["words of a policy"]))
    assert len(made) == (len(KINDS) - 1) * EACH + GLUED
    assert max(len(text) for _, text in made) == LONGEST


def test_the_prose_holds_at_least_600_different_sentences() -> None:
    lines = [line for path in PROSE.glob("*.txt") for line in path.read_text().splitlines()]
    assert len(set(lines)) >= 600
    assert all(line.strip() for line in lines)


def test_prose_yields_no_fact_and_nothing_breaks() -> None:
    texts = read_prose(RuleReader({}), ["words of a policy about cancer"])
    assert share_with_facts(texts) == 0
    assert not [text for text in texts if text.error or text.broken_evidence]
    assert {text.theme for text in texts} >= APART - {"national policies"}
