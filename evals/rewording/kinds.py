"""All kinds of rewording by name, in the order of the printed table.

A kind that does not apply to a message, or would change what it means, gives it back as it is.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from evals.rewording import amounts, asides, letter_case, marks, order, shorthand, slips

Reword = Callable[[str, random.Random], str]

SAME_MEANING: Mapping[str, Reword] = {
    "letters swapped": slips.with_letters_swapped,
    "letter dropped": slips.with_a_letter_dropped,
    "letter doubled": slips.with_a_letter_doubled,
    "neighbouring key": slips.with_a_neighbouring_key,
    "space missing": slips.with_a_space_missing,
    "word doubled": slips.with_a_word_doubled,
    "lower case": letter_case.in_lower_case,
    "capitals": letter_case.in_capitals,
    "title case": letter_case.in_title_case,
    "order of sentences": order.first_sentence_last,
    "order of clauses": order.detail_elsewhere,
    "cGy": amounts.in_centigray,
    "gray": amounts.in_gray,
    "percent": amounts.in_percent,
    "numbers in words": amounts.in_words,
    "final point lost": marks.without_final_point,
    "commas lost": marks.without_commas,
    "spoken marks": marks.with_spoken_marks,
    "one line": marks.on_one_line,
    "line breaks": marks.on_many_lines,
    "folded lines": marks.folded,
    "odd spaces": marks.with_odd_spaces,
    "curly marks": marks.with_curly_marks,
    "apostrophes lost": marks.without_apostrophes,
    "bullets": marks.as_bullets,
    "small talk": asides.with_small_talk,
    "medical aside": asides.with_medical_aside,
    "polite frame": asides.with_polite_frame,
    "abbreviated": shorthand.abbreviated,
    "spelled out": shorthand.spelled_out,
    "chat spelling": shorthand.in_chat_spelling,
}
"""A human reader would give the same answer: no outcome may change."""

MAY_ONLY_ASK: Mapping[str, Reword] = {
    "negation misspelt": slips.with_a_negation_misspelt,
    "several slips": slips.with_several_slips,
}
"""Harder to read: the answer may turn into a question, never into a confident wrong one."""
