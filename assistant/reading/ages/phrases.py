"""The phrases that tell an age: "9-year-old", "aged 30", "57F", "she's 57"."""

from __future__ import annotations

from assistant.reading.ages.words import Word, is_cue, is_twelfths, number_at
from assistant.reading.assertion.relatives import OUR

STOPS = frozenset(",;.()?!:\n•|")
"""Signs at which a part of a sentence ends."""

ENDS = frozenset(
    {"", ",", ";", ".", ")", "(", "?", "!", "and", "with", "now", "who", "has", "but", "-"}
)
"""What may stand right behind a number that is told without a unit."""

AGE_WORDS = frozenset({"age", "aged", "ages"})


class AgePhrase:
    """A number with the words before and behind it, widened to the phrase that tells an age."""

    def __init__(self, words: list[Word], first: int, behind: int, years: int) -> None:
        self._words = words
        self._first = first
        self._behind = behind
        self._years = years
        self._start = words[first].start
        self._end = behind

    def _text(self, place: int) -> str:
        return self._words[place].text if 0 <= place < len(self._words) else ""

    def _is_glued(self) -> bool:
        behind = self._words[self._behind] if self._behind < len(self._words) else None
        return behind is not None and behind.start == self._words[self._behind - 1].end

    def _after(self, count: int) -> list[str]:
        """Words behind the number, hyphens and points within abbreviations left out."""
        found = [self._text(i) for i in range(self._behind, self._behind + count + 4)]
        return [word for word in found if word not in {"-", "–"}][:count]

    def _is_old(self) -> bool:
        """Whether it says "9-year-old", "45 y/o", "45yo", "6 years of age", "8 months old"."""
        place = self._behind + (self._text(self._behind) in {"-", "–"})
        unit = self._text(place)
        rest = self._after(5)[1:]
        is_short = unit in {"yo", "yof", "yom", "yoa"}
        if is_short or (is_cue(unit, "year") and self._is_told_in_years(rest)):
            self._end = place + 1
            return True
        if unit in {"y", "yr"} and "o" in rest[:2] and rest[0] in {"o", "/", "."}:
            self._end = place + rest.index("o") + 2
            self._end += self._text(self._end) == "."
            return True
        is_month = is_cue(unit, "month") and not self._follows_years(self._first - 1)
        if is_cue(unit, "year"):
            rest, place = self._behind_months(place, rest)
            if self._is_told_in_months(place):
                self._end = place + 1
                return True
        skipped = rest[1:] if rest[:1] == ["."] else rest
        is_old = skipped[:1] in (["old"], ["olds"]) or skipped[:2] == ["of", "age"]
        if not is_old or not (is_cue(unit, "year") or is_month):
            return False
        last = "age" if skipped[0] == "of" else skipped[0]
        self._end = next(i for i in range(place, place + 6) if self._text(i) == last) + 1
        behind = [self._text(i) for i in range(self._end, self._end + 2)]
        if (behind[0] not in STOPS and _is_thing(*behind)) or self._is_of_thing():
            return False
        if is_month:
            self._years = self._years // 12 if unit.startswith("mo") else 0
        return True

    def _is_of_thing(self) -> bool:
        """Whether a thing is as old as that: "the bridge is 35 years old"."""
        return is_cue(self._text(self._first - 1), "being") and _is_thing(
            self._text(self._first - 2)
        )

    def _follows_years(self, place: int) -> bool:
        """Whether years stand before the months: "18 years and 2 months old"."""
        place -= self._text(place) in {"and", ",", "."}
        is_year = is_cue(self._text(place), "year")
        return is_year and (self._text(place - 1)[:1].isdigit() or self._text(place - 1).isalpha())

    def _behind_months(self, place: int, rest: list[str]) -> tuple[list[str], int]:
        """What stands behind the unit, or behind the months that follow the years."""
        first = place + 1 + (self._text(place + 1) in {"and", ",", "."})
        if number_at(self._words, first) if first < len(self._words) else None:
            unit = first + 1
            if is_cue(self._text(unit), "month") or self._text(unit) == "m":
                return [self._text(i) for i in range(unit + 1, unit + 5)], unit
        return rest, place

    def _is_told_in_years(self, rest: list[str]) -> bool:
        """Whether it says "45 year female" or "17 10/12 y", which nothing but an age is."""
        number = [self._text(i) for i in range(self._first + 1, self._behind)]
        return is_twelfths(number) or (bool(rest) and is_cue(rest[0], "sex"))

    def _is_told_in_months(self, place: int) -> bool:
        """Whether months at the place end an age: "9yr 4mo boy", "17y11m"."""
        unit = self._behind + (self._text(self._behind) in {"-", "–"})
        if place <= unit:
            return False
        is_one_word = self._is_glued() and self._words[unit].end == self._words[unit + 1].start
        return is_one_word or is_cue(self._text(place + 1), "sex")

    def _is_aged(self) -> bool:
        """Whether it says "aged 30", "age: 45", "at the age of six"."""
        before = [self._text(self._first - k) for k in (1, 2, 3)]
        links = {":", "=", "is", "was", "of", "now", "colon"}
        is_told = before[0] in AGE_WORDS or (before[0] in links and before[1] in AGE_WORDS)
        after = self._after(2)
        is_other = after[:1] in (["%"], ["gy"]) or is_cue(self._text(self._behind), "month")
        if is_told and not is_other and not (after[0] == "/" and after[1][:1].isdigit()):
            self._start = self._words[self._first - (1 if before[0] in AGE_WORDS else 2)].start
            self._end += is_cue(self._text(self._behind), "year")
            return True
        return False

    def _is_sexed(self) -> bool:
        """Whether it says "68M", "57 F", "45 female", "F57"; a small m may mean months."""
        place = self._behind + (self._text(self._behind) in {"-", "/"})
        is_written_out = not self._words[self._first].written[0].isdigit()
        if is_written_out or self._text(place + 1) in {"/", "%"}:
            return False
        if self._starts_in_word(letters="mf"):
            return False
        is_free = not self._starts_in_word(letters="") and self._years > 0
        if is_free and place < len(self._words) and is_cue(self._words[place].text, "sex"):
            sex = self._words[place].written
            is_letter = len(sex) == 1
            is_glued = self._words[place].start == self._words[self._behind - 1].end
            is_small = is_letter and sex.islower()
            if not is_small or (is_glued and 30 <= self._years < 100):
                self._end = place + 1
                return True
        before = self._first - 1 - (self._text(self._first - 1) in {"/", ","})
        is_two_digit = len(self._words[self._first].written) == 2
        if before < 0 or not is_two_digit or self._text(self._behind) not in ENDS:
            return False
        sex = self._words[before].written
        is_tracer = self._text(before - 1) in {"fdg", "-"} or (sex == "F" and self._years == 18)
        return sex in {"M", "F", "male", "female", "Male", "Female"} and not is_tracer

    def _is_being(self) -> bool:
        """Whether it says "she's 57", "the patient is now 57", "just turned 18"."""
        has_turned = self._text(self._first - 1) == "turned"
        ends = ENDS | {"last", "this", "in", "on", "yesterday", "today"} if has_turned else ENDS
        if self._text(self._behind) not in ends and not self._is_plain_years():
            return False
        if has_turned and self._text(self._first - 2) in {"", ",", ".", "just", "recently", "and"}:
            return True
        place = self._first - 1
        if is_cue(self._text(place), "told") or self._text(place) in {"patient", "pt", "now"}:
            return True
        has_being = False
        while place >= 0 and is_cue(self._text(place), "being", "about", "nearly"):
            has_being = has_being or self._text(place) in {
                "is",
                "was",
                "were",
                "am",
                "turned",
                "are",
                "be",
            }
            place -= 1
        before = self._text(place)
        if self._is_still(place) or self._is_person_of():
            return True
        just_turned = "turned" in (self._text(self._first - 1), self._text(self._first - 2))
        is_own = is_cue(before, "relative") and self._text(place - 1) in OUR
        return has_being and (is_cue(before, "person", "told") or just_turned or is_own)

    def _is_still(self, place: int) -> bool:
        """Whether a part of a sentence begins with it: "still 17, turns 18 next week"."""
        return self._text(self._first - 1) == "still" and self._text(place) in STOPS | {"", "and"}

    def _is_person_of(self) -> bool:
        """Whether it says "a gentleman of 66"."""
        person = self._text(self._first - 2)
        return self._text(self._first - 1) == "of" and is_cue(person, "sex") and len(person) > 1

    def _is_plain_years(self) -> bool:
        is_years = is_cue(self._text(self._behind), "year")
        behind = self._text(self._behind + 1)
        if is_years and (behind in ENDS):
            self._end = self._behind + 1
            return True
        return False

    def _starts_in_word(self, letters: str) -> bool:
        """Whether the number is the end of a word such as "T2"; one of the letters may lead it."""
        first = self._words[self._first]
        before = self._words[self._first - 1] if self._first else None
        if before is None or before.end != first.start or before.text in STOPS | {"/"}:
            return False
        two_before = self._words[self._first - 2] if self._first > 1 else None
        is_free = two_before is None or two_before.end < before.start or two_before.text in STOPS
        return not (is_free and len(before.text) == 1 and before.text in letters)


def _is_thing(*words: str) -> bool:
    return any(is_cue(word, "thing") for word in words)
