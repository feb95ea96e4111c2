"""One number of a message: whether the words around it make it the patient's age now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.reading.ages.phrases import AGE_WORDS, STOPS, AgePhrase
from assistant.reading.ages.words import Word, cues, is_cue
from assistant.reading.assertion.relatives import speaks_for_relative

_OLDER = frozenset({"older", "younger", "over", "under", "above", "below", "up"})
_ILL = frozenset(
    {"has", "have", "having", "with", "needs", "diagnosed", "found", "getting", "gets"}
)
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


class Candidate(AgePhrase):
    """A number of which it is asked whether it is the patient's age."""

    def age(self) -> Age | None:
        """The age that the number tells; `None` where it tells none."""
        is_bare_one = self._words[self._first].text == "one" and not self._is_old()
        if self._is_range() or is_bare_one:
            return None
        if self._text(self._behind) == "s" and self._years % 10 == 0 and self._is_glued():
            return self._made(why="the age in years was not said")
        if not (self._is_old() or self._is_aged() or self._is_sexed() or self._is_being()):
            return self._apart()
        is_other = self._is_another_person() and not self._is_of_own_relative()
        if self._is_limit() or is_other or self._is_earlier():
            return None
        before = self._text(self._first - 1)
        if is_cue(before, "nearly"):
            return None if before == "not" else self._made(why="the age in full years was not said")
        doubt = "the age was said to be about this" if is_cue(before, "about") else ""
        if self._is_mine() or (self._is_of_own_relative() and not self._is_relative_ill()):
            doubt = "it is not clear whose age this is"
        return self._made(doubt=doubt)

    def _is_limit(self) -> bool:
        """Whether it is a bound: "under 18", "between the ages of 15 and 65", "64 or older"."""
        place = self._first - 1
        is_at_most = self._text(place) == "=" and self._text(place - 1) in {"<", ">"}
        while self._text(place) in AGE_WORDS | {"the", "of"}:
            place -= 1
        behind = [self._text(i) for i in range(self._end, self._end + 2)]
        is_open = behind[0] in {"or", "and"} and behind[1] in _OLDER
        return is_at_most or is_open or is_cue(self._text(place), "limit")

    def _made(self, *, doubt: str = "", why: str = "") -> Age:
        return Age(self._years, self._start, self._words[self._end - 1].end, doubt, why)

    def _is_range(self) -> bool:
        """One end of "12-18" or "3 to 17", which is nobody's age."""
        joins = {"-", "–", "to", "through"}
        before, behind = self._text(self._first - 2), self._text(self._behind + 1)
        is_upper = self._text(self._first - 1) in joins and before[:1].isdigit()
        return is_upper or (self._text(self._behind) in joins and behind[:1].isdigit())

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
        is_other = self._is_another_person() and not self._is_of_own_relative()
        if "." in self._words[self._first].text or is_other:
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
        while start > 0 and self._text(start - 1) not in STOPS:
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

    def _is_of_own_relative(self) -> bool:
        """Whether it is told of the relative whom the caller speaks for: "my son is 15"."""
        said = [word.text for word in self._words]
        start = self._first - len(self._part())
        start -= 2 * (start == self._first)
        owners = [i for i in range(max(0, start), self._first) if is_cue(said[i], "relative")]
        return bool(owners) and speaks_for_relative(said, owners[-1], self._first)

    def _is_relative_ill(self) -> bool:
        """Whether the same sentence goes on to what the relative has."""
        behind = [word.text for word in self._words[self._end : self._end + _NEAR]]
        return not _ILL.isdisjoint(behind)

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
        near = [*part, *self._after(3)]
        return was_when or (is_at and any(is_cue(word, "earlier") for word in near))

    def _is_glued_to_sign(self, sign: str) -> bool:
        """Whether the number belongs to what stands before a sign: "220.6.17", "1862(a)(14)"."""
        before = self._words[self._first - 1]
        if sign != "(":
            word = self._text(self._first - 2)
            return before.end == self._words[self._first].start or word in _NUMBERED
        two_before = self._words[self._first - 2] if self._first > 1 else None
        return two_before is not None and two_before.end == before.start
