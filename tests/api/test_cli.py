"""The command line: readable answers, plain refusals."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import cli
from tests.api.fakes import FakeAssistant

run = CliRunner(env={"TERM": "dumb", "COLUMNS": "120"})


@pytest.fixture(autouse=True)
def opened(assistant: FakeAssistant, monkeypatch: pytest.MonkeyPatch) -> FakeAssistant:
    monkeypatch.setattr("api.opening.open_assistant", lambda _settings: assistant)
    return assistant


def test_an_answer_shows_outcome_criteria_and_quotes() -> None:
    shown = run.invoke(cli.app, ["ask", "Are the criteria met?", "--payer", "bcbsnc"])

    assert shown.exit_code == 0
    assert shown.output.startswith("Criteria met\n")
    assert "The criteria are met. A is met [1]." in shown.output
    assert "✓ A" in shown.output
    assert "? C" in shown.output
    assert "“3D results in >=25%" in shown.output


def test_a_conversation_goes_on_line_by_line(opened: FakeAssistant) -> None:
    run.invoke(cli.app, ["ask", "--date", "2026-01-31"], input="first\nsecond\n\nnever\n")

    first, second = opened.requests
    assert (first.message, second.message) == ("first", "second")
    assert first.conversation_id is None
    assert second.conversation_id is not None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["ask", "x", "--payer", "aetna"], "holds no policy of this payer, only: bcbsnc, lhcc"),
        (["ask", "x", "--date", "2026-02-30"], "A date is written YYYY-MM-DD"),
        (["cite", "x", "--k", "0"], "should be greater than or equal to 1"),
    ],
)
def test_an_option_that_does_not_fit_is_refused_in_words(arguments: list[str], says: str) -> None:
    refused = run.invoke(cli.app, arguments)

    assert refused.exit_code == 2
    assert says in " ".join(refused.output.replace("│", " ").split())


def test_passages_are_shown_with_their_labels() -> None:
    shown = run.invoke(cli.app, ["cite", "77338", "--payer", "bcbsnc"])

    assert shown.exit_code == 0
    assert "77338, bcbsnc-imrt-sarcoma-extremities" in shown.output


def test_nothing_found_is_said_and_is_no_success() -> None:
    shown = run.invoke(cli.app, ["cite", "zebrafish"])

    assert (shown.exit_code, shown.output) == (1, "No passage fits.\n")


def test_policies_are_listed_by_payer() -> None:
    shown = run.invoke(cli.app, ["policies"])

    assert "bcbsnc-imrt-sarcoma-extremities" in shown.output
    assert "lhcc-la-cp-mp-69-imrt" in shown.output


def test_a_corpus_that_is_none_is_refused_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CITEWELL_CORPUS_DIR", str(tmp_path / "none"))

    refused = run.invoke(cli.app, ["policies"])

    assert refused.exit_code == 1
    assert "no such folder" in refused.output
    assert "Traceback" not in refused.output


def test_a_setting_that_does_not_fit_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CITEWELL_PORT", "http")

    refused = run.invoke(cli.app, ["serve"])

    assert refused.exit_code == 2
    assert refused.output.startswith("CITEWELL_PORT: ")
