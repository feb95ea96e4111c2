"""Sections: which lines are headings, and what the text under each heading does.

Payers' documents rarely mark their headings, so the words decide: a catalogue of the headings
that medical policies use. A short title-like line alone between blank lines, or one with
Markdown's number signs, opens a subsection that keeps the role of the section it stands in.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ingest.lines import Line, plain
from retriever.passages import Role

_CATALOGUE = (
    (
        Role.HISTORY,
        r"reviews,? revisions,? (and|&) approvals",
        r"(policy )?(implementation/update information|revision (log|history))",
        r"(policy |document )?(update|change|review)s?[ /]?(log|history)|policy history|history",
    ),
    (Role.REFERENCE, r"(.* and )?references?( sources)?|bibliography|works cited"),
    (
        Role.DISCLAIMER,
        r"disclosures?|disclaimers?|legal notices?|important (reminder|notice|information)",
    ),
    (
        Role.CODING,
        r"(billing|coding)(/\w+)*( documentation)?( implications| information| guidelines)?",
        r"billing/coding/.* information",
        r"(applicable |procedure |diagnosis |cpt®? |hcpcs |icd-10(-cm)? |covered )*codes?",
    ),
    (
        Role.CRITERIA,
        r"policy|policy statements?|policy/criteria",
        r"((clinical|coverage|medical necessity) )?criteria",
        r"when .* (is|are|may be)( not)? (covered|considered .*|medically necessary)",
        r"(coverage )?(indications|limitations|exclusions)( and limitations)?( of coverage)?",
        r"(nationally )?(non-?|not )?covered (indications|services)",
    ),
    (Role.GUIDELINE, r"((policy|clinical|practice) )?guidelines?|benefits? application"),
    (
        Role.BACKGROUND,
        r"description( of .*)?|((scientific|clinical) )?background|rationale|overview|introduction",
        r"definitions?|abbreviations|purpose|scope|related (policies|documents|policy)",
        r"item/service description|benefit category",
    ),
)
_HEADINGS = tuple(
    (role, re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE))
    for role, *patterns in _CATALOGUE
)
_LONGEST_HEADING = 120
_LONGEST_TITLE_LIKE = 80
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")


@dataclass
class Section:
    """A heading, its role, and the lines under it."""

    path: tuple[str, ...]
    role: Role
    lines: list[Line] = field(default_factory=list)

    @property
    def label(self) -> str:
        """What a passage of this section is called when nothing nearer names it."""
        return self.path[-1]


def sections_of(lines: Iterable[Line], title: str) -> list[Section]:
    """The document's lines by section; those before the first heading stand under the title."""
    sections = [Section((title,), Role.BACKGROUND)]
    main: Section | None = None
    for line in lines:
        role = role_of_heading(line.text)
        if role is not None:
            main = Section((heading_words(line.text),), role)
            sections.append(main)
        elif len(sections) + len(sections[-1].lines) > 1 and is_title_like(line):
            words = heading_words(line.text)
            path = (*main.path, words) if main else (words,)
            sections.append(Section(path, main.role if main else Role.BACKGROUND))
        else:
            sections[-1].lines.append(line)
    return sections


def role_of_heading(words: str) -> Role | None:
    """The role of the text under a heading of the catalogue, `None` for other words.

    >>> role_of_heading("Policy Implementation/Update Information")
    <Role.HISTORY: 'history'>
    """
    if len(words) > _LONGEST_HEADING:
        return None
    name = heading_words(words)
    return next((role for role, pattern in _HEADINGS if pattern.fullmatch(name)), None)


def heading_words(words: str) -> str:
    """A heading's own words: the first cell, without marks and closing colon."""
    return plain(_MARKDOWN_HEADING.sub("", words.partition("\t")[0]))


def is_title_like(line: Line) -> bool:
    """Whether a line outside the catalogue opens a subsection."""
    if _MARKDOWN_HEADING.match(line.text):
        return True
    if not line.stands_alone or len(line.text) > _LONGEST_TITLE_LIKE:
        return False
    if re.search(r"[.;,:!?)\]\d]$|\t|^[\W\d]|^\w{1,4}[.)]\s", line.text):
        return False
    words = [word for word in re.findall(r"[^\W\d]+", line.text) if len(word) > 3]
    return bool(words) and sum(word[0].isupper() for word in words) >= 0.7 * len(words)
