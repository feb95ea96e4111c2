"""A message as typed tokens: numbers, doses, plans, structures and the words that join them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from spacy.tokens import Doc

from assistant.reading.language.numerals import number_in_words
from assistant.reading.language.once import message_of, once
from assistant.reading.language.tokens import sentences
from assistant.reading.shares.lexicon import longest_phrase, spelled

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_TOKEN = re.compile(
    rf"""
    (?P<other>  \d{{4}}-\d{{1,2}}-\d{{1,2}} | \d{{1,2}}/\d{{1,2}}/\d{{2,4}}
              | \d{{1,2}}\.\d{{1,2}}\.\d{{4}} | \d{{1,2}}/\d{{4}}
              | \b{_MONTH}\ ?\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\ ?\d{{4}})?(?!\ ?[%.\d])
              | \b\d{{1,2}}(?:st|nd|rd|th)?\ {_MONTH}\b(?:,?\ ?\d{{4}})?
              | \b[A-Z]\d{{4}}\b | \b\d{{5}}(?:-\d\d)?\b | \b[A-UW-Z]\d\d\.[0-9A-Z]{{1,4}}\b
              | \b\d{{1,2}}:\d\d\b | \b(?:19|20)\d\d\b(?!\ ?c?gy) | \b\d+(?:st|nd|rd|th)\b
              | [\w.+-]+@[\w-]+\.[a-z]\S+ | https?://\S+ | \b\d{{3}}-\d{{3,4}}(?:-\d{{4}})?\b)
  | (?P<plan3d> \b3\s?-?\s?d(?:imensional)?
                (?:[\s-]?crt|[\s-]?conformal(?:\s(?:rt|radiotherapy))?|[\s-]?rt)?\b
              | \bthree[\s-]d\b)
  | (?P<planimrt> \bi[\s.]{1, 2}m[\s.]{1, 2}r[\s.]{1, 2}t\b)
  | (?P<neutral> \bw/(?!o\b))
  | (?P<plan2d> \b[24]\s?-?\s?d(?:crt)?\b)
  | (?P<vdose>  \bv\s?-?(?P<v>\d+(?:\.\d+)?)(?:\s?(?P<vunit>c?gy))?\b)
  | (?P<glued>  \b\d+(?:\.\d+)?(?P<letters>[a-z]+)\b)
  | (?P<example>\be\.?\s?g\b\.?,?|\bfor\ (?:example|instance)\b|\bsuch\ as\b)
  | (?P<number> \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d) | \d+\.\d+ | \d+,\d(?!\d)
              | \d+,\d\d(?=\s?(?:%|percent|pct)) | \.\d+ | \d+)
  | (?P<percent>[%％]) | (?P<arrow>--?>|–>|→|➔|⟶|=+>)
  | (?P<at_least>>=|≥|⩾) | (?P<at_most><=|≤|=<) | (?P<over>>) | (?P<under><)
  | (?P<plus_minus>±|\+/-) | (?P<about>~|≈) | (?P<break>[,|/&\t•;])
  | (?P<open>[(\[]) | (?P<close>[)\]]) | (?P<colon>[:=]) | (?P<hyphen>[-–—−‐‑]) | (?P<plus>\+)
  | (?P<target> \b[pcgi]tv(?:[\d_]\w*)?\b) | (?P<joint>_+)
  | (?P<word>   [^\W\d_][^\W_]*(?:['’][^\W\d_]+)*) | (?P<mark>\S)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_GLUED = {
    "gy": ("gray", "gy"),
    "gray": ("gray", "gy"),
    "cgy": ("gray", "cgy"),
    "percent": ("percent", ""),
    "pct": ("percent", ""),
    "pp": ("points", ""),
    "ish": ("about", ""),
}
"""What letters right behind a number mean; any others make it a measure of something else."""

_PLANS = {"plan3d": "three_d", "plan2d": "other", "planimrt": "imrt"}
_HIGHEST_DOSE = 90  # V95 and V100 are percent of the prescription, not gray
_LONGEST_PHRASE = 6


@dataclass(frozen=True, slots=True)
class Token:
    """A typed stretch of the message: `kind` is a section of the word list or a kind of sign.

    `spaced` says that white space stands before it; `sentence` counts from 0.
    """

    kind: str
    name: str
    start: int
    end: int
    text: str
    sentence: int
    spaced: bool
    number: Decimal | None = None


@once
def lex(doc: Doc) -> list[Token]:
    """The tokens of a message in order; white space yields none."""
    text = message_of(doc)
    found: list[Token] = []
    for place, sentence in enumerate(sentences(doc)):
        signs = list(_signs(text, sentence.start_char, sentence.end_char, place))
        found.extend(_as_phrases(signs))
    return found


def _signs(text: str, start: int, end: int, sentence: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        kind = match.lastgroup or "mark"
        spaced = match.start() > start and text[match.start() - 1].isspace()
        plain = Token(kind, "", *match.span(), match[0].lower(), sentence, spaced)
        if kind == "glued":
            yield from _glued(plain, match.start("letters"))
        elif kind == "vdose":
            yield _dose_volume(plain, match["v"], match["vunit"])
        elif kind == "joint":
            continue
        elif kind == "target":
            yield replace(plain, kind="subject")
        elif kind in _PLANS:
            yield replace(plain, kind="plan", name=_PLANS[kind])
        elif kind == "number":
            yield replace(plain, number=_decimal(match[0]))
        else:
            yield plain


def _glued(token: Token, letters: int) -> Iterator[Token]:
    split = letters - token.start
    digits, unit = token.text[:split], token.text[split:]
    kind, name = _GLUED.get(unit, ("unit", ""))
    yield replace(token, kind="number", end=letters, text=digits, number=Decimal(digits))
    yield replace(token, kind=kind, name=name, start=letters, text=unit, spaced=False)


def _dose_volume(token: Token, number: str, unit: str | None) -> Token:
    gray = Decimal(number) / (100 if (unit or "").lower() == "cgy" else 1)
    if gray > _HIGHEST_DOSE:
        return replace(token, kind="subject")
    return replace(token, kind="dose", name="v", number=gray)


def _decimal(written: str) -> Decimal:
    """The number as written; a comma before one or two digits is a decimal comma.

    >>> _decimal("4,000"), _decimal("24,9"), _decimal(".5")
    (Decimal('4000'), Decimal('24.9'), Decimal('0.5'))
    """
    whole, comma, rest = written.rpartition(",")
    is_decimal_comma = bool(comma) and len(rest) < 3
    return Decimal(f"{whole}.{rest}" if is_decimal_comma else written.replace(",", ""))


def _as_phrases(signs: list[Token]) -> Iterator[Token]:
    i = 0
    while i < len(signs):
        sign = signs[i]
        if sign.kind != "word":
            yield sign
            i += 1
            continue
        places = _run_of_words(signs, i)
        words = [spelled(signs[place].text.replace("’", "'")) for place in places]
        kind, name, taken, number = _meaning(words)
        last = places[taken - 1]
        text = " ".join(words[:taken])
        end = signs[last].end
        yield Token(kind, name, sign.start, end, text, sign.sentence, sign.spaced, number)
        i = last + 1


def _run_of_words(signs: list[Token], first: int) -> list[int]:
    """Places of the words from `first` on that only white space or hyphens part."""
    places = [first]
    i = first + 1
    while i < len(signs) and len(places) < _LONGEST_PHRASE:
        if signs[i].kind == "word":
            places.append(i)
        elif signs[i].kind != "hyphen" or signs[i].spaced:
            break
        i += 1
    return places


def _meaning(words: list[str]) -> tuple[str, str, int, Decimal | None]:
    phrase = longest_phrase(words)
    if phrase is not None:
        sense, taken = phrase
        return sense.kind, sense.name, taken, None
    number = number_in_words(words)
    if number is not None:
        value, taken = number
        return "number", "words", taken, Decimal(value)
    return "word", "", 1, None
