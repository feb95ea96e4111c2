"""Reads ordinary prose, which states no case, and reports the share that yields a fact.

`python -m evals.prose [--reader MODULE:NAME] [--national]` prints a row for each theme of
`evals/prose/` (a file a theme, a sentence a line) and for each kind of noise. With `--national`
the sentences of the national policies, where those lie beside the repository, get a row of their
own, which takes minutes: they state criteria, which only resemble a case.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

from assistant.reading.language.tokens import sentences, tokenize
from assistant.reading.reading import Known, Reader, Reading
from assistant.reading.rule_reader import RuleReader
from evals.application import ROOT, reader_named
from evals.noise import KINDS, noise
from retriever.corpus import Corpus

PROSE = Path(__file__).parent / "prose"
NATIONAL = ROOT.parent / "shared" / "corpora" / "medicare-ncd"
NATIONAL_NAME = "national policies"
APART = frozenset({NATIONAL_NAME, *KINDS})
"""Rows that are shown, but are not prose without a case."""

_NOTHING_KNOWN = Known({}, None, False, None, date(2026, 11, 21))
_SHORT = 100
_WORDS = range(5, 120)  # of a policy's sentence: less is a heading, more a table without lines


@dataclass(frozen=True)
class ReadText:
    """What was taken from one text: its facts with their words, its dates, and what went wrong."""

    theme: str
    text: str
    facts: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    broken_evidence: int = 0
    error: str = ""


def read_prose(reader: Reader, policies: Sequence[str]) -> list[ReadText]:
    """Every sentence of every theme, then the noise, each read alone with nothing known."""
    themes = [
        (path.stem.replace("_", " "), line)
        for path in sorted(PROSE.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    made = noise([line for _, line in themes], policies)
    return [_read(reader, theme, text) for theme, text in (*themes, *made)]


def read_national(reader: Reader, folder: Path = NATIONAL) -> list[ReadText]:
    """Every sentence of the national policies; nothing where the folder does not exist."""
    return [
        _read(reader, NATIONAL_NAME, sentence)
        for path in sorted(folder.glob("*.html"))
        for sentence in _sentences_of(path.read_text(encoding="utf-8"))
    ]


def share_with_facts(texts: Iterable[ReadText]) -> float:
    """The share of ordinary sentences that yield a fact; noise and policies do not count."""
    ordinary = [text for text in texts if text.theme not in APART]
    return sum(bool(text.facts) for text in ordinary) / max(len(ordinary), 1)


def show_prose(console: Console, texts: Sequence[ReadText]) -> None:
    """The sentences that yield a fact, then a row a theme."""
    for text in texts:
        told = text.facts or text.error or text.broken_evidence
        if told and text.theme != NATIONAL_NAME and text.theme not in KINDS:
            console.print(f"[bold]{text.theme}[/] {escape(_told(text))}", highlight=False)
    table = Table(title="Prose that states no case")
    for heading in ("theme", "texts", "with a fact", "share", "with a date", "broken", "errors"):
        table.add_column(heading, justify="left" if heading == "theme" else "right")
    for theme in (*dict.fromkeys(text.theme for text in texts), "all ordinary prose"):
        table.add_row(theme, *_row([text for text in texts if _belongs(text, theme)]))
    console.print(table)


app = typer.Typer(add_completion=False, pretty_exceptions_enable=False)


@app.command()
def main(
    reader: Annotated[
        str, typer.Option(help="MODULE:NAME of another reader of messages to measure.")
    ] = "",
    *,
    national: Annotated[bool, typer.Option(help="Read the national policies as well.")] = False,
) -> None:
    """Read everything with the reader alone and print what it found."""
    corpus = Corpus.load()
    make_reader = reader_named(reader) if reader else RuleReader
    made = make_reader({each.id: (each.name, *each.aliases) for each in corpus.payers.values()})
    texts = read_prose(made, [document.text for document in corpus.documents.values()])
    show_prose(Console(width=140), [*texts, *(read_national(made) if national else ())])


def _read(reader: Reader, theme: str, text: str) -> ReadText:
    try:
        reading = reader.read(text, _NOTHING_KNOWN)
    except Exception as error:  # noqa: BLE001 - errors are what is counted
        return ReadText(theme, text, error=type(error).__name__)
    facts = tuple(f"{fact.name}={fact.value}" for fact in reading.facts)
    dates = tuple(str(said.day) for said in reading.dates)
    return ReadText(theme, text, facts, dates, _broken(text, reading))


def _broken(text: str, reading: Reading) -> int:
    """How many statements cite words that do not stand where they say."""
    evidence = [
        *(fact.evidence for fact in reading.facts),
        *(said.evidence for said in reading.dates),
        *(payer.evidence for payer in reading.payers),
        *(code.evidence for code in reading.codes),
        *(words.evidence for words in reading.untaken),
    ]
    return sum(text[words.start : words.end] != words.text for words in evidence)


def _told(text: ReadText) -> str:
    line = " ".join(text.text.split())
    shown = line if len(line) <= _SHORT else f"{line[: _SHORT - 1]}…"
    return f"{', '.join(text.facts) or text.error or 'broken evidence'}: {shown}"


def _belongs(text: ReadText, theme: str) -> bool:
    return text.theme == theme or (theme == "all ordinary prose" and text.theme not in APART)


def _row(texts: Sequence[ReadText]) -> tuple[str, ...]:
    found = sum(bool(text.facts) for text in texts)
    return (
        str(len(texts)),
        str(found),
        f"{found / max(len(texts), 1):.1%}",
        str(sum(bool(text.dates) for text in texts)),
        str(sum(text.broken_evidence for text in texts)),
        str(sum(bool(text.error) for text in texts)),
    )


class _Words(HTMLParser):
    """The texts between the tags of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    def handle_data(self, data: str) -> None:
        """Keep what is not a tag."""
        self.texts.append(" ".join(data.split()))


def _sentences_of(page: str) -> Iterator[str]:
    words = _Words()
    words.feed(page)
    for text in words.texts:
        for sentence in sentences(tokenize(text)):
            if len(sentence.text.split()) in _WORDS:
                yield sentence.text


if __name__ == "__main__":
    app()
