"""Numbers of a message with their bounds and units: percents, points, doses, bare numbers."""

from __future__ import annotations

from decimal import Decimal

from assistant.reading.language.numerals import FRACTIONS
from assistant.reading.shares.bounds import take_bound_before, take_bound_behind
from assistant.reading.shares.cursor import Cursor
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.quantities import HUNDRED, NOUGHT, Amount, Dose, Part, bounded
from assistant.reading.shares.units import take_unit, with_shared_units

_BEFORE_A_PLACE = words(
    "upper lower distal proximal middle mid medial lateral left right first second last anterior "
    "posterior superior inferior top bottom other"
)
_HALF = Decimal("0.5")


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
    return with_shared_units(parts)


class _Reading(Cursor):
    """One attempt to read an amount that begins at a token."""

    def __init__(self, tokens: list[Token], first: int) -> None:
        super().__init__(tokens, first)
        self._about = self._in_words = False

    def amount(self) -> Part | None:
        """The amount that begins here, as far as `at`; `None` where none does."""
        is_between = self.text() == "between"
        self.at += is_between
        about, bound = take_bound_before(self)
        is_negative = self._minus()
        place = self.at
        number = self._number()
        if number is None:
            return None
        in_words = self.tokens[place].name == "words"
        is_fraction = self.last.text in FRACTIONS
        about = about or (is_fraction and "third" in self.last.text)
        unit = "percent" if is_fraction else take_unit(self)
        low = high = -number if is_negative else number
        if spread := self._spread():
            low, high, unit = (
                low - spread,
                high + spread,
                (take_unit(self) if unit == "bare" else unit),
            )
        elif bound is None and (end := self._range_end(low, unit, is_between=is_between)):
            high, unit = end
        about_behind, bound_behind = take_bound_behind(self)
        self._about = about or about_behind
        self._in_words = in_words
        return self._made(low, high, unit, bound or bound_behind)

    def _minus(self) -> bool:
        here, behind = self.token(), self.token(1)
        if here is None or behind is None or here.kind != "hyphen" or behind.spaced:
            return False
        before = self.last if self.at else None
        stands_free = here.spaced or before is None or before.kind in {"open", "colon"}
        if behind.kind != "number" or here.text not in "-−" or not stands_free:
            return False
        if before is not None and before.kind in {"number", "percent"}:
            return False
        self.at += 1
        return True

    def _number(self) -> Decimal | None:
        here = self.token()
        if here is None:
            return None
        fraction = self._fraction()
        if fraction is not None:
            return fraction
        if here.number is None or here.kind != "number":
            return None
        self.at += 1
        tenth = self.token(1)
        spoken = self.text() == "point" and tenth is not None and tenth.kind == "number"
        if spoken and tenth is not None and tenth.number is not None and tenth.number < 10:
            self.at += 2
            return here.number + tenth.number / 10
        return here.number + self._half()

    def _half(self) -> Decimal:
        """The half of "thirty-eight and a half" and of "38 1/2"; nought where none is said."""
        texts = [self.text(ahead) for ahead in range(3)]
        is_left_open = self.kind(3) not in {"plan", "neutral"} or self.text(3) == "of"
        if texts == ["and", "a", "half"] and is_left_open:
            self.at += 3
            return _HALF
        if texts[0] == "½" or texts == ["1", "/", "2"]:
            self.at += 1 if texts[0] == "½" else 3
            return _HALF
        return NOUGHT

    def _fraction(self) -> Decimal | None:
        before = self.last.text if self.at else ""
        if before in _BEFORE_A_PLACE:
            return None
        count, taken = Decimal(1), 0
        here = self.token()
        if here is not None and here.name == "words" and here.number is not None:
            count, taken = here.number, 1
        elif self.text() in {"a", "an"}:
            taken = 1
        taken += taken > 0 and self.kind(taken) == "hyphen"
        part = self.text(taken)
        if part not in FRACTIONS or (taken == 0 and part != "half"):
            return None
        if self.kind(taken + 1) in {"word", "unit", "number", "hyphen"}:
            return None
        self.at += taken + 1
        if "third" in part and count == 2:
            return Decimal("66.7")
        return count * FRACTIONS[part]

    def _spread(self) -> Decimal | None:
        """The 2 of "40 ± 2 %"."""
        opened = self.kind() == "open"
        number = self.token(1 + opened)
        if self.kind(opened) != "plus_minus" or number is None or number.kind != "number":
            return None
        self.at += 2 + opened
        return number.number

    def _range_end(
        self, low: Decimal, unit: str, *, is_between: bool
    ) -> tuple[Decimal, str] | None:
        """The upper end of "20-24 %", "20 to 24 %", "24 or 25 %" and its unit."""
        separator, number = self.text(), self.token(1)
        is_hyphen = self.kind() == "hyphen"
        joins = is_hyphen or separator in {"to", "or"} or (is_between and separator in {"and", "&"})
        if not joins or number is None or number.kind != "number" or number.number is None:
            return None
        start = self.at
        self.at += 1
        high = self._number() or NOUGHT
        end_unit = take_unit(self)
        fits = unit in {"bare", end_unit} and not (separator == "or" and end_unit == "bare")
        if high > low and fits:
            return high, end_unit
        self.at = start
        return None

    def _made(self, low: Decimal, high: Decimal, unit: str, bound: str | None) -> Part:
        first, last = self.tokens[self.first], self.last
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
        before = self.tokens[self.first - 1] if self.first else None
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
        before = self.first - 1
        if before >= 0 and self.tokens[before].kind == "colon":
            before -= 1
        is_labelled = before >= 0 and self.tokens[before].kind == "label"
        counts_plans = self.kind() == "plan" and self.text(1) in {"plans", "fields", "arcs"}
        is_one = self._in_words and low == 1
        return is_labelled or counts_plans or is_one or high > HUNDRED
