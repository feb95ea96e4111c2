"""Numbers of a message with their bounds and units: percents, points, doses, bare numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from assistant.reading.numerals import FRACTIONS
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.quantities import HUNDRED, NOUGHT, Amount, Dose, Part, bounded

_BOUNDS = frozenset({"at_least", "at_most", "over", "under"})
_BEFORE_A_PLACE = words(
    "upper lower distal proximal middle mid medial lateral left right first second last anterior "
    "posterior superior inferior top bottom other"
)
_SHARING = frozenset({"to", "down to", "/", "and", "or", "vs", "versus"})
_HALF = Decimal("0.5")
_ABOUT_BEHIND = frozenset({"or so", "ish", "give or take", "more or less", "roughly", "approx"})
_ENCIRCLES = words("wrap wraps wrapped wrapping circle circles curls curves goes going extends")
_ABBREVIATED = frozenset({"approx", "ca", "appx", "abt"})


def with_amounts(tokens: list[Token]) -> list[Part]:
    """The tokens with every number put together with its bound and unit."""
    parts: list[Part] = []
    i = 0
    while i < len(tokens):
        reading = _Reading(tokens, i)
        part = reading.amount()
        token = tokens[i]
        if part is not None:
            parts.append(part)
            i = reading.at
        elif token.kind == "dose" and token.number is not None:
            v = Dose(token.start, token.end, token.sentence, token.number, is_share=True)
            parts.append(v)
            i += 1
        else:
            parts.append(token)
            i += 1
    return _with_shared_units(parts)


def _with_shared_units(parts: list[Part]) -> list[Part]:
    """The parts with the unit of "from 40 to 25 %" and "40/25 %" given to both numbers."""
    found = list(parts)
    for i in range(len(found) - 3, -1, -1):
        first, joint, second = found[i : i + 3]
        if not isinstance(first, Amount) or not isinstance(second, Amount):
            continue
        joins = isinstance(joint, Token) and (joint.kind == "arrow" or joint.text in _SHARING)
        if joins and first.unit == "bare" and second.unit in {"percent", "points"}:
            found[i] = replace(first, unit=second.unit)
    return found


class _Reading:
    """One attempt to read an amount that begins at a token."""

    def __init__(self, tokens: list[Token], first: int) -> None:
        self._tokens = tokens
        self._first = first
        self.at = first
        self._about = self._in_words = False

    def amount(self) -> Part | None:
        """The amount that begins here, as far as `at`; `None` where none does."""
        is_between = self._text() == "between"
        self.at += is_between
        about, bound = self._bound_before()
        is_negative = self._minus()
        place = self.at
        number = self._number()
        if number is None:
            return None
        in_words = self._tokens[place].name == "words"
        is_fraction = self._tokens[self.at - 1].text in FRACTIONS
        about = about or (is_fraction and "third" in self._tokens[self.at - 1].text)
        unit = "percent" if is_fraction else self._unit()
        low = high = -number if is_negative else number
        if spread := self._spread():
            low, high, unit = (
                low - spread,
                high + spread,
                (self._unit() if unit == "bare" else unit),
            )
        elif bound is None and (end := self._range_end(low, unit, is_between=is_between)):
            high, unit = end
        about_behind, bound_behind = self._bound_behind()
        self._about = about or about_behind
        self._in_words = in_words
        return self._made(low, high, unit, bound or bound_behind)

    def _token(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        if place >= len(self._tokens):
            return None
        token = self._tokens[place]
        return token if token.sentence == self._tokens[self._first].sentence else None

    def _kind(self, ahead: int = 0) -> str:
        token = self._token(ahead)
        return token.kind if token else ""

    def _text(self, ahead: int = 0) -> str:
        token = self._token(ahead)
        return token.text if token else ""

    def _bound_before(self) -> tuple[bool, str | None]:
        about, bound = False, None
        while self._kind() in _BOUNDS | {"about"}:
            if self._text() == "around" and self._is_encircling():
                self.at += 1
                continue
            about = about or self._kind() == "about"
            is_spatial = self._text() == "over" and self._is_behind_dose()
            bound = self._kind() if self._kind() in _BOUNDS and not is_spatial else bound
            self.at += 1
            is_abbreviated = self._tokens[self.at - 1].text in _ABBREVIATED
            self.at += is_abbreviated and self._text() == "."
        return about, bound

    def _is_behind_dose(self) -> bool:
        """Whether it says "40 Gy over 52 % of ...", which is no bound."""
        return self.at > 0 and self._tokens[self.at - 1].kind in {"gray", "dose"}

    def _is_encircling(self) -> bool:
        """Whether "around" is a place: "the isodose wraps around 70 % of ..."."""
        return self.at > 0 and self._tokens[self.at - 1].text in _ENCIRCLES

    def _minus(self) -> bool:
        here, behind = self._token(), self._token(1)
        if here is None or behind is None or here.kind != "hyphen" or behind.spaced:
            return False
        before = self._tokens[self.at - 1] if self.at else None
        stands_free = here.spaced or before is None or before.kind in {"open", "colon"}
        if behind.kind != "number" or here.text not in "-−" or not stands_free:
            return False
        if before is not None and before.kind in {"number", "percent"}:
            return False
        self.at += 1
        return True

    def _number(self) -> Decimal | None:
        here = self._token()
        if here is None:
            return None
        fraction = self._fraction()
        if fraction is not None:
            return fraction
        if here.number is None or here.kind != "number":
            return None
        self.at += 1
        tenth = self._token(1)
        spoken = self._text() == "point" and tenth is not None and tenth.kind == "number"
        if spoken and tenth is not None and tenth.number is not None and tenth.number < 10:
            self.at += 2
            return here.number + tenth.number / 10
        return here.number + self._half()

    def _half(self) -> Decimal:
        """The half of "thirty-eight and a half" and of "38 1/2"; nought where none is said."""
        texts = [self._text(ahead) for ahead in range(3)]
        is_left_open = self._kind(3) not in {"plan", "neutral"} or self._text(3) == "of"
        if texts == ["and", "a", "half"] and is_left_open:
            self.at += 3
            return _HALF
        if texts[0] == "½" or texts == ["1", "/", "2"]:
            self.at += 1 if texts[0] == "½" else 3
            return _HALF
        return NOUGHT

    def _fraction(self) -> Decimal | None:
        before = self._tokens[self.at - 1].text if self.at else ""
        if before in _BEFORE_A_PLACE:
            return None
        count, taken = Decimal(1), 0
        here = self._token()
        if here is not None and here.name == "words" and here.number is not None:
            count, taken = here.number, 1
        elif self._text() in {"a", "an"}:
            taken = 1
        taken += taken > 0 and self._kind(taken) == "hyphen"
        part = self._text(taken)
        if part not in FRACTIONS or (taken == 0 and part != "half"):
            return None
        if self._kind(taken + 1) in {"word", "unit", "number", "hyphen"}:
            return None
        self.at += taken + 1
        if "third" in part and count == 2:
            return Decimal("66.7")
        return count * FRACTIONS[part]

    def _unit(self) -> str:
        skip = (
            1 if self._kind() == "hyphen" and not (self._token() or self._tokens[0]).spaced else 0
        )
        kind = self._kind(skip)
        if kind == "percent":
            self.at += skip + 1
            skip = 1 if self._kind() == "hyphen" else 0
            if self._kind(skip) == "points":
                self.at += skip + 1
                return "points"
            return "percent"
        if kind in {"points", "unit"}:
            self.at += skip + 1
            return kind
        if kind == "gray":
            unit = self._tokens[self.at + skip].name
            self.at += skip + 1
            return unit
        return "bare"

    def _spread(self) -> Decimal | None:
        """The 2 of "40 ± 2 %"."""
        opened = self._kind() == "open"
        number = self._token(1 + opened)
        if self._kind(opened) != "plus_minus" or number is None or number.kind != "number":
            return None
        self.at += 2 + opened
        return number.number

    def _range_end(
        self, low: Decimal, unit: str, *, is_between: bool
    ) -> tuple[Decimal, str] | None:
        """The upper end of "20-24 %", "20 to 24 %", "24 or 25 %" and its unit."""
        separator, number = self._text(), self._token(1)
        is_hyphen = self._kind() == "hyphen"
        joins = is_hyphen or separator in {"to", "or"} or (is_between and separator in {"and", "&"})
        if not joins or number is None or number.kind != "number" or number.number is None:
            return None
        start = self.at
        self.at += 1
        high = self._number() or NOUGHT
        end_unit = self._unit()
        fits = unit in {"bare", end_unit} and not (separator == "or" and end_unit == "bare")
        if high > low and fits:
            return high, end_unit
        self.at = start
        return None

    def _bound_behind(self) -> tuple[bool, str | None]:
        kind, text = self._kind(), self._text()
        if kind == "plus" and self._kind(1) != "number":
            self.at += 1
            return False, "at_least"
        if kind in {"or_more", "or_less"}:
            self.at += 1
            return False, "at_least" if kind == "or_more" else "at_most"
        if text == "and" and self._kind(1) in {"over", "under"} and self._is_end(2):
            is_over = self._kind(1) == "over"
            self.at += 2
            return False, "at_least" if is_over else "at_most"
        if kind == "about" and text in _ABOUT_BEHIND:
            self.at += 1
            return True, None
        if kind in {"at_least", "at_most"} and text[:1].isalpha() and self._ends_behind():
            self.at += 1
            return False, kind
        return False, None

    def _is_end(self, ahead: int) -> bool:
        """Whether no number follows, which the words before would be a bound of."""
        return self._kind(ahead) in {"", "break", "mark", "close", "neutral", "plan"}

    def _ends_behind(self) -> bool:
        return self._kind(1) in {"", "break", "mark", "close", "open", "neutral"}

    def _made(self, low: Decimal, high: Decimal, unit: str, bound: str | None) -> Part:
        first, last = self._tokens[self._first], self._tokens[self.at - 1]
        start, end, sentence = first.start, last.end, first.sentence
        if unit in {"gy", "cgy"}:
            gray = low / 100 if unit == "cgy" else low
            return Dose(start, end, sentence, gray, bound in {"under", "at_most"} or high != low)
        if self._is_something_else(unit, low, high):
            return Token("other", "", start, end, "", sentence, first.spaced)
        floor = -HUNDRED if unit == "points" else NOUGHT
        fault = ""
        if high > HUNDRED:
            fault = "a share cannot be more than 100 percent"
        elif low < floor or (unit != "points" and low < 0):
            fault = "a share cannot be less than 0 percent"
        else:
            low, high = bounded(low, high, bound, floor)
        if unit == "bare" and 0 < high < 1:
            fault = "a fraction or a percent below 1 was not said"
        before = self._tokens[self._first - 1] if self._first else None
        is_negated = before is not None and before.kind == "not" and before.sentence == sentence
        return Amount(
            start,
            end,
            sentence,
            low,
            high,
            unit,
            self._about,
            is_negated,
            self._in_words,
            fault=fault,
        )

    def _is_something_else(self, unit: str, low: Decimal, high: Decimal) -> bool:
        if unit == "unit":
            return True
        if unit != "bare":
            return False
        before = self._first - 1
        if before >= 0 and self._tokens[before].kind == "colon":
            before -= 1
        is_labelled = before >= 0 and self._tokens[before].kind == "label"
        counts_plans = self._kind() == "plan" and self._text(1) in {"plans", "fields", "arcs"}
        is_one = self._in_words and low == 1
        return is_labelled or counts_plans or is_one or high > HUNDRED
