"""One number of a message: whether the words around it make it the patient's age now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.reading.age_words import Word, cues, is_cue, number_at

_STOPS = frozenset(",;.()?!:\n•|")
ENDS = frozenset({"", ",", ";", ".", ")", "(", "?", "!", "and", "with", "now", "who", "has", "-"})
"""What may stand right behind a number that is told without a unit."""

_AGE_WORDS = frozenset({"age", "aged", "ages"})
_OLDER = frozenset({"older", "younger", "over", "under", "above", "below", "up"})
_NUMBERED = frozenset({"rev", "no", "vol", "sec", "ch", "fig", "approx", "ref", "v"})
_NEAR = 60  # words of a sentence that bear on a number: the time to read stays in proportion
_YOUNGEST_BARE, _YOUNGEST_TOLD_BARE, _OLDEST_BARE = 10, 19, 105


@dataclass(frozen=True, slots=True)
class Age:
    """An age as read: `doubt` is "" where there is none, `why` is set where it is not taken.

    `is_apart` says that only its place tells it: "prostate cancer, 74".
    """

    years: int
    start: int
    end: int
    doubt: str = ""
    why: str = ""
    is_apart: bool = False


class Candidate:
    """A number with the words before and behind it."""

    def __init__(self, words: list[Word], first: int, behind: int, years: int) -> None:
        self._words = words
        self._first = first
        self._behind = behind
        self._years = years
        self._start = words[first].start
        self._end = behind

    def age(self) -> Age | None:
        """The age that the number tells; `None` where it tells none."""
        is_bare_one = self._words[self._first].text == "one" and not self._is_old()
        if self._is_range() or is_bare_one:
            return None
        if self._text(self._behind) == "s" and self._years % 10 == 0 and self._is_glued():
            return self._made(why="the age in years was not said")
        if not (self._is_old() or self._is_aged() or self._is_sexed() or self._is_being()):
            return self._apart()
        if self._is_limit() or self._is_another_person() or self._is_earlier():
            return None
        before = self._text(self._first - 1)
        if is_cue(before, "nearly"):
            return None if before == "not" else self._made(why="the age in full years was not said")
        doubt = "the age was said to be about this" if is_cue(before, "about") else ""
        if self._is_mine():
            doubt = "it is not clear whose age this is"
        return self._made(doubt=doubt)

    def _is_limit(self) -> bool:
        """Whether it is a bound: "under 18", "between the ages of 15 and 65", "64 or older"."""
        place = self._first - 1
        is_at_most = self._text(place) == "=" and self._text(place - 1) in {"<", ">"}
        while self._text(place) in _AGE_WORDS | {"the", "of"}:
            place -= 1
        behind = [self._text(i) for i in range(self._end, self._end + 2)]
        is_open = behind[0] in {"or", "and"} and behind[1] in _OLDER
        return is_at_most or is_open or is_cue(self._text(place), "limit")

    def _text(self, place: int) -> str:
        return self._words[place].text if 0 <= place < len(self._words) else ""

    def _made(self, *, doubt: str = "", why: str = "") -> Age:
        return Age(self._years, self._start, self._words[self._end - 1].end, doubt, why)

    def _is_glued(self) -> bool:
        behind = self._words[self._behind] if self._behind < len(self._words) else None
        return behind is not None and behind.start == self._words[self._behind - 1].end

    def _is_range(self) -> bool:
        """One end of "12-18" or "3 to 17", which is nobody's age."""
        joins = {"-", "–", "to", "through"}
        before, behind = self._text(self._first - 2), self._text(self._behind + 1)
        is_upper = self._text(self._first - 1) in joins and before[:1].isdigit()
        return is_upper or (self._text(self._behind) in joins and behind[:1].isdigit())

    def _after(self, count: int) -> list[str]:
        """Words behind the number, hyphens and points within abbreviations left out."""
        found = [self._text(i) for i in range(self._behind, self._behind + count + 4)]
        return [word for word in found if word not in {"-", "–"}][:count]

    def _is_old(self) -> bool:
        """Whether it says "9-year-old", "45 y/o", "45yo", "6 years of age", "8 months old"."""
        place = self._behind + (self._text(self._behind) in {"-", "–"})
        unit = self._text(place)
        rest = self._after(5)[1:]
        if unit in {"yo", "yof", "yom", "yoa"} or (
            is_cue(unit, "year") and rest and is_cue(rest[0], "sex")
        ):
            self._end = place + 1
            return True
        if unit in {"y", "yr"} and "o" in rest[:2] and rest[0] in {"o", "/", "."}:
            self._end = place + rest.index("o") + 2
            self._end += self._text(self._end) == "."
            return True
        is_month = is_cue(unit, "month")
        if is_month and self._follows_years(self._first - 1):
            return False
        if is_cue(unit, "year"):
            rest, place = self._behind_months(place, rest)
        skipped = rest[1:] if rest[:1] == ["."] else rest
        is_old = skipped[:1] in (["old"], ["olds"]) or skipped[:2] == ["of", "age"]
        if not is_old or not (is_cue(unit, "year") or is_month):
            return False
        last = "age" if skipped[0] == "of" else skipped[0]
        self._end = next(i for i in range(place, place + 6) if self._text(i) == last) + 1
        behind = [self._text(i) for i in range(self._end, self._end + 2)]
        if behind[0] not in _STOPS and any(is_cue(word, "thing") for word in behind):
            return False
        if is_month:
            self._years = self._years // 12 if unit.startswith("mo") else 0
        return True

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
            if is_cue(self._text(unit), "month"):
                return [self._text(i) for i in range(unit + 1, unit + 5)], unit
        return rest, place

    def _is_aged(self) -> bool:
        """Whether it says "aged 30", "age: 45", "at the age of six"."""
        before = [self._text(self._first - k) for k in (1, 2, 3)]
        links = {":", "=", "is", "was", "of", "now"}
        is_told = before[0] in _AGE_WORDS or (before[0] in links and before[1] in _AGE_WORDS)
        after = self._after(2)
        is_other = after[:1] in (["%"], ["gy"]) or is_cue(self._text(self._behind), "month")
        if is_told and not is_other and not (after[0] == "/" and after[1][:1].isdigit()):
            self._start = self._words[self._first - (1 if before[0] in _AGE_WORDS else 2)].start
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
                "turned",
                "are",
                "be",
            }
            place -= 1
        before = self._text(place)
        just_turned = "turned" in (self._text(self._first - 1), self._text(self._first - 2))
        return has_being and (is_cue(before, "person", "told") or just_turned)

    def _is_plain_years(self) -> bool:
        is_years = is_cue(self._text(self._behind), "year")
        behind = self._text(self._behind + 1)
        if is_years and (behind in ENDS):
            self._end = self._behind + 1
            return True
        return False

    def _apart(self) -> Age | None:
        """A number that stands apart: "larynx cancer, 59", "74, prostate cancer"."""
        before, behind = self._text(self._first - 1), self._text(self._behind)
        is_in_years = is_cue(behind, "year")
        if is_in_years:
            behind = self._text(self._behind + 1)
            self._end = self._behind + 1
        stands_apart = (before == "" or before in ",;:.(") and (behind == "" or behind in ",;.)")
        others = [*self._near(self._first), *self._words[self._behind : self._behind + _NEAR]]
        is_alone = len([word for word in others if word.text.isalpha()]) < 2
        is_alone = is_alone and not (is_in_years and self._is_glued())
        is_value = before == ":" and self._text(self._first - 2) in {'"', "'"}
        if before and (is_value or self._is_glued_to_sign(before)):
            return None
        if not stands_apart or is_alone or self._is_listed():
            return None
        if "." in self._words[self._first].text or self._is_another_person():
            return None
        is_measured = any(is_cue(word, "measured") for word in self._clause())
        ends_message = before == "," and behind in {"", "."}
        is_counted = not ends_message and any(is_cue(w, "counted") for w in self._clause())
        if is_measured or is_counted or not _YOUNGEST_BARE <= self._years <= _OLDEST_BARE:
            return None
        is_clear = self._years >= _YOUNGEST_TOLD_BARE
        doubt = "" if is_clear else "it was not said that this is the age"
        return replace(self._made(doubt=doubt), is_apart=True)

    def _is_listed(self) -> bool:
        """Whether another number stands beside it: "levels 2, 3, 4"."""
        before = self._words[self._first - 2] if self._first > 1 else None
        three_before = self._words[self._first - 3] if self._first > 2 else None
        in_word = (
            before is not None and three_before is not None and before.start == three_before.end
        )
        is_number_before = before is not None and before.text.isdigit() and not in_word
        return is_number_before or self._text(self._behind + 1)[:1].isdigit()

    def _clause(self) -> list[str]:
        """The words between the semicolons around the number."""
        before = [word.text for word in self._near(self._first)]
        behind = [word.text for word in self._words[self._first : self._first + _NEAR]]
        before = before[-before[::-1].index(";") - 1 :] if ";" in before else before
        return before + (behind[: behind.index(";")] if ";" in behind else behind)

    def _near(self, place: int) -> list[Word]:
        """The words up to a place, as far back as any of them can bear on it."""
        return self._words[max(0, place - _NEAR) : place]

    def _part(self) -> list[str]:
        """The words before the number since the last comma or the like."""
        start = self._first
        while start > 0 and self._text(start - 1) not in _STOPS:
            start -= 1
        return [self._text(i) for i in range(start, self._first)]

    def _is_another_person(self) -> bool:
        part = self._part()
        has_relative = any(is_cue(word, "relative") for word in part)
        after = [self._text(i) for i in range(self._end, self._end + 2)]
        is_owned = bool(part) and part[-1] in cues()["possessive"] - {"my", "our"}
        names_self = any(word in {"patient", "she", "he"} for word in part) and not has_relative
        earlier = [word.text for word in self._near(self._first)][-8:]
        follows_relative = not part and any(is_cue(word, "relative") for word in earlier)
        is_relative_behind = any(is_cue(word, "relative") for word in after)
        return (
            (has_relative and not names_self)
            or follows_relative
            or (is_owned and is_relative_behind)
        )

    def _is_mine(self) -> bool:
        before = self._text(self._first - 1)
        after = [self._text(i) for i in range(self._end, self._end + 2)]
        return before in {"my", "our"} and any(is_cue(word, "relative") for word in after)

    def _is_earlier(self) -> bool:
        """Whether the age is that of an earlier time: "diagnosed at age 12"."""
        part = self._part()
        before = part[-1] if part else ""
        is_at = before == "at" or (before in {"age", "of"} and "at" in part[-4:])
        was_when = "when" in self._after(3) or "when" in part
        return was_when or (is_at and any(is_cue(word, "earlier") for word in part))

    def _is_glued_to_sign(self, sign: str) -> bool:
        """Whether the number belongs to what stands before a sign: "220.6.17", "1862(a)(14)"."""
        before = self._words[self._first - 1]
        if sign != "(":
            word = self._text(self._first - 2)
            return before.end == self._words[self._first].start or word in _NUMBERED
        two_before = self._words[self._first - 2] if self._first > 1 else None
        return two_before is not None and two_before.end == before.start

    def _starts_in_word(self, letters: str) -> bool:
        """Whether the number is the end of a word such as "T2"; one of the letters may lead it."""
        first = self._words[self._first]
        before = self._words[self._first - 1] if self._first else None
        if before is None or before.end != first.start or before.text in _STOPS | {"/"}:
            return False
        two_before = self._words[self._first - 2] if self._first > 1 else None
        is_free = two_before is None or two_before.end < before.start or two_before.text in _STOPS
        return not (is_free and len(before.text) == 1 and before.text in letters)
