"""An answer as a terminal shows it: outcome, criteria with their signs, quotes, next question."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.markdown import Markdown
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from assistant.answer import Answer, Criterion
from retriever.passages import Citation
from rules.determination import Outcome

SIGNS = {"true": ("✓", "green"), "false": ("✗", "red"), "unknown": ("?", "yellow")}
COLORS = {
    Outcome.CRITERIA_MET: "green",
    Outcome.CRITERIA_NOT_MET: "red",
    Outcome.INFORMATION_NEEDED: "yellow",
    Outcome.CLINICAL_REVIEW: "yellow",
}


def render(answer: Answer) -> Group:
    """The whole answer, from outcome to disclaimers."""
    parts: list[RenderableType] = []
    if answer.outcome is not None:
        words = answer.outcome.value.replace("_", " ").capitalize()
        parts.append(Text(words, style=f"bold {COLORS.get(answer.outcome, 'cyan')}"))
    # Escaped, or Markdown would take a marker for the start of a link.
    parts.append(Markdown(answer.answer.replace("[", "\\[")))
    if answer.determination is not None and answer.determination.criteria is not None:
        parts.append(Padding(criteria(answer.determination.criteria), (1, 0, 0, 0)))
    if answer.citations:
        parts.append(Padding(quotes(answer.citations), (1, 0, 0, 0)))
    if answer.follow_up is not None and answer.follow_up.question not in answer.answer:
        parts.append(Text(f"\n{answer.follow_up.question}", style="bold"))
    parts += [Text(f"\n{notice.quote}", style="dim") for notice in answer.notices]
    return Group(*parts)


def criteria(root: Criterion) -> Tree:
    """The criteria tree, met, not met or unknown."""
    tree = Tree(_line(root))
    _grow(tree, root)
    return tree


def quotes(citations: tuple[Citation, ...]) -> Table:
    """Each quote with its marker, label and version."""
    table = Table.grid(padding=(0, 1))
    for marker, citation in enumerate(citations, start=1):
        place = f"{citation.label}, {citation.policy_id} {citation.policy_version}"
        superseded = " (superseded)" if citation.superseded else ""
        words = Text(f"“{citation.quote}”\n")
        words.append(place + superseded, style="dim")
        table.add_row(f"[{marker}]", words)
    return table


def _grow(tree: Tree, node: Criterion) -> None:
    for part in node.parts:
        _grow(tree.add(_line(part)), part)


def _line(node: Criterion) -> Text:
    sign, color = SIGNS[node.value]
    operators = {"all_of": "all of", "any_of": "any of", "every_reading": "on every reading"}
    what = node.label or operators.get(node.operator, node.text)
    line = Text(f"{sign} ", style=f"bold {color}")
    line.append(what, style="default")
    if node.because and node.because != what:
        line.append(f"  {node.because}", style="dim")
    return line
