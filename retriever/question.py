"""What a question says before anything is searched: its words, names, dates and kind of answer."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from retriever.dates import Month, months_of
from retriever.identifiers import Named, identifiers_in
from retriever.passages import Role
from retriever.wordlists import load

Expand = Callable[[str], str]
"""Gives a question with its diagnoses and codes spelled out behind it."""

_WORD = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_AGE = re.compile(r"\b(\d{1,2})[ -]?(?:yo\b|y/?o\b|yrs?\b|years?\b)(?!.{0,3}ago)", re.IGNORECASE)
_ADULT = 21
_OF_THE_YOUNG = "age years pediatric"
_UNSPECIFIED = re.compile(r",? unspecified\b", re.IGNORECASE)
_LATEST = re.compile(r"\b(latest|last|newest|most recent(ly)?|current(ly)?)\b", re.IGNORECASE)
_EARLIEST = re.compile(r"\b(first|earliest|original(ly)?|initial(ly)?|oldest)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Question:
    """A question taken apart.

    `text` is the question without payers' names, `meant` the same with what its words mean added:
    this is embedded, and its words are looked up. `weights` favours or disfavours roles.
    `newest` is 1 where the latest of several entries is asked for, -1 where the first is.
    """

    text: str
    meant: str
    named: Named
    months: tuple[Month, ...]
    weights: Mapping[Role, float]
    newest: int

    @property
    def words(self) -> tuple[str, ...]:
        """The words to look up, each once."""
        return content_words(self.meant)


def understand(text: str, expand: Expand) -> Question:
    """Take a question apart; payers' names are to be removed from it before."""
    return Question(
        text=text,
        meant=add_policy_words(add_diagnoses(text, expand)),
        named=identifiers_in(text),
        months=months_of(text),
        weights=weights_of_roles(text),
        newest=int(bool(_LATEST.search(text))) - int(bool(_EARLIEST.search(text))),
    )


def add_diagnoses(text: str, expand: Expand) -> str:
    """A text with its diagnoses spelled out behind it, but not the service all passages speak of.

    >>> add_diagnoses("IMRT for C61", lambda text: f"{text} (prostate, unspecified)")
    'IMRT for C61 (prostate)'
    """
    bare = _own_service().sub(" ", text)
    added = expand(bare).removeprefix(bare)
    return text + _UNSPECIFIED.sub("", added)


def content_words(text: str) -> tuple[str, ...]:
    """The words of a text that carry meaning, in lower case, each once.

    >>> content_words("What is the limit for 77338?")
    ('limit', '77338')
    """
    words = (match.group().lower().partition("'")[0] for match in _WORD.finditer(text))
    return tuple(
        dict.fromkeys(word for word in words if len(word) > 1 and word not in _empty_words())
    )


def add_policy_words(text: str) -> str:
    """A text with the policies' words for its everyday ones added behind it.

    >>> add_policy_words("kidney")
    'kidney renal'
    """
    young = any(int(age) < _ADULT for age in _AGE.findall(text))
    meant = (adds for says, adds in _everyday() if says.search(text))
    return " ".join((text, *meant, *((_OF_THE_YOUNG,) if young else ())))


def weights_of_roles(text: str) -> Mapping[Role, float]:
    """How much likelier than by its words alone a passage of each role is to answer."""
    return {
        role: weight if any(cue.search(text) for cue in cues) else otherwise
        for role, weight, otherwise, cues in _routes()
    }


@cache
def usual_words() -> frozenset[str]:
    """Words that any question about a policy may use, whether or not the policy does."""
    return frozenset(load("question_words.toml")["usual"].split())


@cache
def _own_service() -> re.Pattern[str]:
    return re.compile("|".join(load("scope.toml")["services"]["own"]), re.IGNORECASE)


@cache
def _empty_words() -> frozenset[str]:
    return frozenset(load("question_words.toml")["empty"].split())


@cache
def _everyday() -> tuple[tuple[re.Pattern[str], str], ...]:
    sections = load("everyday.toml").values()
    pairs = [pair for section in sections for pair in section["says_adds"]]
    return tuple((any_phrase(says), adds) for says, adds in pairs)


@cache
def _routes() -> tuple[tuple[Role, float, float, tuple[re.Pattern[str], ...]], ...]:
    return tuple(
        (
            Role(route["role"]),
            route["weight"],
            route["otherwise"],
            tuple(re.compile(cue, re.IGNORECASE) for cue in route["cues"]),
        )
        for route in load("routing.toml")["route"]
    )


def any_phrase(phrases: list[str]) -> re.Pattern[str]:
    """A pattern for whole phrases in any case; blanks in them match any run of blanks."""
    written = (re.escape(each).replace(r"\ ", r"\s+") for each in sorted(phrases, key=len)[::-1])
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?!\w)", re.IGNORECASE)
