"""What a message claims of shares, sentence by sentence, before it is settled into facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from assistant.reading.shares.absences import absent_structures, with_noughts
from assistant.reading.shares.asides import without_asides
from assistant.reading.shares.changes import Role, falls_to, role_of, turned
from assistant.reading.shares.evidence import evidence_of
from assistant.reading.shares.groups import group_around, is_plan
from assistant.reading.shares.headings import (
    Headings,
    Row,
    is_label,
    refers_back,
    subject_heading,
)
from assistant.reading.shares.lexer import Token
from assistant.reading.shares.lexicon import words
from assistant.reading.shares.mentions import Mention, Piece
from assistant.reading.shares.plans import Bound
from assistant.reading.shares.policy_talk import is_question, policy_talk
from assistant.reading.shares.quantities import LINES, Amount, Dose
from assistant.reading.shares.structures import dose_of, structure_of
from assistant.reading.shares.tables import is_rule
from assistant.reading.shares.wholes import with_wholes

_LONGEST_SENTENCE = 60  # pieces read at once: the time to read a message stays in proportion
_PERSONS = words("she he they i patient patient's she's he's i'm")


@dataclass(frozen=True, slots=True)
class Claim:
    """One figure with all that the message says of it.

    `plan` is three_d, imrt, other or "" where none was said; `role` share or reduction. `structure`
    is `None` where none was named in the message; `is_own` says that the figure's own sentence
    names it. `is_plain` says that no unknown word stands beside the figure, `is_answer` that it
    stands as an answer to a question for a share would, `is_absent` that the structure lies
    outside the field, `is_of_imrt` that no plan was named for it where only IMRT is spoken of.
    """

    figure: Amount
    role: Role
    plan: str
    structure: Mention | None
    is_own: bool
    dose: Dose | None
    start: int
    end: int
    is_plain: bool
    is_corrected: bool = False
    is_question: bool = False
    is_answer: bool = False
    is_absent: bool = False
    is_of_imrt: bool = False
    doubt: str = ""


@dataclass
class _Course:
    """What earlier sentences leave for later ones; `dose` is that said of the structure."""

    structure: Mention | None = None
    dose: Dose | None = None
    plans: set[str] = field(default_factory=set)
    headings: Headings = field(default_factory=Headings)
    claims: list[Claim] = field(default_factory=list)


def claims_of(pieces: Sequence[Piece], *, is_share_asked: bool) -> list[Claim]:
    """The claims of a message in order; "none" alone is one where a share was asked for."""
    course = _Course()
    for _, group in groupby(pieces, key=lambda piece: piece.sentence):
        sentence = list(group)
        for start in range(0, len(sentence), _LONGEST_SENTENCE):
            stretch = without_asides(sentence[start : start + _LONGEST_SENTENCE])
            told = with_wholes(with_noughts(stretch, is_share_asked=is_share_asked))
            _read_sentence(told, course)
    return course.claims


def _read_sentence(pieces: list[Piece], course: _Course) -> None:
    if is_rule(pieces):
        return
    course.headings.take(pieces)
    named = {piece.name for piece in pieces if isinstance(piece, Token) and is_plan(piece)}
    course.plans |= named
    is_of_imrt = "imrt" in named or course.plans == {"imrt"}
    for structure, first, last in absent_structures(pieces):
        course.claims.append(_absence(pieces, structure, first, last))
    figures = [i for i, piece in enumerate(pieces) if isinstance(piece, Amount)]
    roles = {i: role_of(pieces, i) for i in figures}
    shares = [i for i in figures if roles[i] is Role.SHARE and not _is_stray(pieces, i)]
    figures = [i for i in figures if roles[i] is not Role.SHARE or i in shares]
    row = course.headings.row(pieces, shares)
    talk = policy_talk(pieces)
    for place in figures:
        if roles[place] is Role.NOTHING or place in talk:
            continue
        claim = _claim(pieces, place, roles[place], row, course)
        if claim is not None:
            planless = is_of_imrt and not claim.plan
            course.claims.append(replace(claim, is_of_imrt=planless))
    _leave(pieces, course, has_figures=bool(figures))


def _leave(pieces: list[Piece], course: _Course, *, has_figures: bool) -> None:
    """Keep the structure and dose that a sentence ends with for those behind it."""
    mentions = [p for p in pieces if isinstance(p, Mention) and p.kind != "subject"]
    marked = [p for p in mentions if p.is_marked]
    doses = [p for p in pieces if isinstance(p, Dose) and not p.is_below]
    is_one_dose = len({dose.gray for dose in doses}) == 1
    if marked or mentions:
        course.structure = (marked or mentions)[-1]
        course.dose = doses[0] if is_one_dose else None
        if not has_figures and is_one_dose and refers_back(pieces):
            course.claims[:] = [_completed(claim, course) for claim in course.claims]
    elif heading := subject_heading(pieces):
        course.structure, course.dose = heading, None
    elif is_one_dose and not has_figures and is_label(pieces):
        course.dose = doses[0]


def _completed(claim: Claim, course: _Course) -> Claim:
    """A figure with the structure and dose that a later sentence names for it."""
    if claim.structure is not None or claim.dose is not None or not claim.plan:
        return claim
    return replace(claim, structure=course.structure, dose=course.dose)


def _claim(pieces: list[Piece], place: int, role: Role, row: Row, course: _Course) -> Claim | None:
    figure = pieces[place]
    if not isinstance(figure, Amount) or figure.is_negated:
        return None
    own = row.columns.get(place) or structure_of(pieces, place, is_carried=bool(course.structure))
    structure = own or course.structure
    if structure is not None and structure.kind == "subject":
        return None
    plan = row.plans.get(place) or _as_before(pieces, place, row.plans) or Bound("")
    if not plan.plan and role is Role.SHARE and falls_to(pieces, place):
        plan = Bound("imrt", None, "" if _names_imrt(pieces) else "the plan was not named")
    corrected = _is_corrected(pieces, place)
    doses, at = pieces, place
    if own is not None and place in row.columns:
        doses = course.headings.structure_line
        at = doses.index(own)
    dose = dose_of(doses, at, own) or _dose_of_all(pieces, own) or course.headings.dose
    if dose is None and own is None and not any(isinstance(piece, Dose) for piece in pieces):
        dose = course.dose
    last = course.claims[-1] if course.claims else None
    if corrected and last is not None and own is None:
        structure = last.structure
        plan = plan if plan.plan else Bound(last.plan)
    start, end = evidence_of(pieces, place, plan.place, [own, dose])
    is_minus = figure.high < 0 and role in {Role.REDUCTION, Role.POINTS_ALONE}
    if role is Role.RISE or is_minus:
        figure, role = turned(figure), Role.REDUCTION
    return Claim(
        figure=figure,
        role=role,
        plan=plan.plan,
        structure=structure,
        is_own=own is not None,
        dose=dose,
        start=start,
        end=end,
        is_plain=_is_plain(pieces, place, plan.place),
        is_corrected=corrected,
        is_question=is_question(pieces),
        is_answer=_is_answer(pieces, place),
        doubt=plan.doubt,
    )


def _dose_of_all(pieces: list[Piece], structure: Mention | None) -> Dose | None:
    """The only dose of a sentence, said last: "femur 3D 52 %, tibia 3D 66 % at 40 Gy"."""
    doses = [i for i, piece in enumerate(pieces) if isinstance(piece, Dose)]
    if structure is None or len(doses) != 1:
        return None
    dose = pieces[doses[0]]
    is_last = not any(isinstance(piece, Amount | Mention) for piece in pieces[doses[0] + 1 :])
    fits = isinstance(dose, Dose) and dose.gray == LINES.get(structure.kind)
    return dose if is_last and fits and isinstance(dose, Dose) else None


def _absence(pieces: list[Piece], structure: Mention, first: Token, last: Token) -> Claim:
    plans = {piece.name for piece in pieces if isinstance(piece, Token) and is_plan(piece)}
    zero = Decimal(0)
    start, end = min(first.start, structure.start), max(last.end, structure.end)
    figure = Amount(start, end, structure.sentence, zero, zero, "percent", is_absence=True)
    plan = "imrt" if plans == {"imrt"} and "imrt" in last.text else "three_d"
    return Claim(figure, Role.SHARE, plan, structure, True, None, start, end, True, is_absent=True)


def _is_stray(pieces: list[Piece], place: int) -> bool:
    """Whether a bare number is none of the sentence's figures: the 40 of "52 % at 40 with 3D"."""
    figure = pieces[place]
    if not isinstance(figure, Amount) or figure.unit != "bare":
        return False
    if not any(isinstance(p, Amount) and p.unit == "percent" for p in pieces):
        return False
    before = pieces[place - 1] if place else None
    follows_at = isinstance(before, Token) and before.text in {"at", "above", "over", "past"}
    return follows_at or figure.low != figure.high


def _as_before(pieces: list[Piece], place: int, bound: dict[int, Bound]) -> Bound | None:
    """The plan of the figure just denied: "IMRT is not 40 % but 30 %"."""
    for i in range(place - 1, -1, -1):
        piece = pieces[i]
        if isinstance(piece, Amount):
            earlier = bound.get(i)
            return replace(earlier, place=None) if earlier and piece.is_negated else None
    return None


def _names_imrt(pieces: list[Piece]) -> bool:
    return any(isinstance(p, Token) and p.kind == "plan" and p.name == "imrt" for p in pieces)


def _is_corrected(pieces: list[Piece], place: int) -> bool:
    group = group_around(pieces, place)
    before = [pieces[i] for i in range(place) if isinstance(pieces[i], Token)]
    near = [p for p in before if p.start >= pieces[group[0]].start - 12]
    said = any(isinstance(p, Token) and p.kind == "corrects" for p in near)
    first = pieces[0]
    opens_with_no = isinstance(first, Token) and first.text == "no" and len(pieces) > 1
    behind = pieces[1] if len(pieces) > 1 else None
    return said or (opens_with_no and isinstance(behind, Token) and behind.kind == "break")


def _is_answer(pieces: list[Piece], place: int) -> bool:
    """Whether the figure stands among no words but those in which shares are told.

    A bare number asks that of its whole sentence unless it corrects another, and that no person is
    its subject.
    """
    group = group_around(pieces, place)
    figure = pieces[place]
    is_bare = isinstance(figure, Amount) and figure.unit == "bare"
    is_whole = is_bare and not _takes_back(pieces, place)
    near = pieces if is_whole else [pieces[i] for i in group]
    words = [piece for piece in near if isinstance(piece, Token)]
    if any(word.kind in {"word", "unit", "other"} for word in words):
        return False
    if is_bare and any(word.text in _PERSONS for word in words) and not falls_to(pieces, place):
        return False
    return not any(isinstance(p, Mention) and p.kind == "subject" for p in pieces)


def _takes_back(pieces: list[Piece], place: int) -> bool:
    """Whether the sentence corrects another figure by this one, or says that it is right."""
    behind = pieces[place + 1 : place + 2]
    return any(isinstance(p, Token) and p.kind == "corrects" for p in [*pieces[:place], *behind])


def _is_plain(pieces: list[Piece], place: int, plan: int | None) -> bool:
    """Whether no unknown word stands right before the figure or between it and its plan."""
    low, high = sorted((place, place if plan is None else plan))
    between = [*pieces[max(0, low - 2) : low], *pieces[low:high]]
    return not any(isinstance(p, Token) and p.kind == "word" for p in between)
