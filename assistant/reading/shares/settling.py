"""Claims become facts: which fact, of which structure, how sure; or not taken, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assistant.reading.shares.changes import Role
from assistant.reading.shares.claims import Claim
from assistant.reading.shares.mentions import Mention
from assistant.reading.shares.quantities import LINES
from rules.facts import FactValue

_PERCENT_OR_POINTS = "percent of the share and percentage points are not the same"
_SUFFIX = {"three_d": "share_3d", "imrt": "share_imrt"}


@dataclass(frozen=True, slots=True)
class Settled:
    """A claim with its fact and structure; `why` is set where it is not taken."""

    claim: Claim
    fact: str
    name: str
    doubt: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """The fact and the structure that the figure is of."""
        return self.fact, self.name


class Settling:
    """Settles the claims of one message against the ledger and the question asked."""

    def __init__(
        self,
        claims: Sequence[Claim],
        mentions: Sequence[Mention],
        known: Mapping[str, FactValue],
        pending: str | None,
    ) -> None:
        self._claims = claims
        self._mentions = mentions
        self._known = known
        self._pending = pending or ""
        self._pending_kind = self._pending.partition("_")[0] if self._asks_share() else ""
        self._dosed = {
            claim.structure.kind
            for claim in claims
            if claim.structure is not None
            and claim.dose is not None
            and claim.dose.gray == LINES.get(claim.structure.kind)
        }

    def settled(self) -> list[Settled]:
        """Every claim that says something of a share, one entry a structure."""
        found: list[Settled] = []
        for claim in self._claims:
            found.extend(self._settle(claim))
        return found

    def _asks_share(self) -> bool:
        return self._pending.startswith(("bone_", "joint_"))

    def _settle(self, claim: Claim) -> list[Settled]:
        structure = claim.structure
        if claim.plan == "other":
            return []
        if structure is not None and structure.kind == "unheld":
            is_told = bool(claim.plan or claim.dose) and not claim.is_question
            refused = self._refused(claim, self._fact(claim, "bone"), structure.why)
            return [refused] if is_told else []
        kind, kind_doubt = self._kind(claim)
        if not kind:
            return self._without_structure(claim)
        fact = self._fact(claim, kind)
        if not fact or not self._is_figure(claim, kind):
            return [] if fact else self._without_plan(claim, kind)
        names = self._names(claim, kind)
        why = claim.figure.fault or self._other_dose(claim, kind)
        if claim.role is Role.UNCLEAR_CHANGE:
            why = _PERCENT_OR_POINTS
        if why:
            return [self._refused(claim, fact, why, names[0])]
        told = "" if self._pending == fact else claim.doubt
        doubts = [told, kind_doubt, *self._doubts(claim, kind, fact, names)]
        doubt = next((doubt for doubt in doubts if doubt), "")
        return [Settled(claim, fact, name, doubt) for name in names]

    def _kind(self, claim: Claim) -> tuple[str, str]:
        """Whether the figure is of a bone or a joint, and what is doubtful about that."""
        structure = claim.structure
        if structure is not None and (claim.is_own or structure.is_marked):
            return structure.kind, ""
        by_dose = next(
            (kind for kind, gray in LINES.items() if claim.dose and claim.dose.gray == gray), ""
        )
        if self._pending_kind and claim.is_answer:
            return self._asked_kind(claim)
        if by_dose and (claim.plan or claim.role is Role.REDUCTION):
            return by_dose, "no structure was named beside the figure"
        if structure is not None:
            return structure.kind, ""
        kind, doubt = self._known_kind(claim)
        later = {c.structure.kind for c in self._claims if c.structure is not None}
        if not kind and claim.plan and len(later) == 1 and later <= set(LINES):
            return later.pop(), "no structure was named beside the figure"
        return kind, doubt

    def _asked_kind(self, claim: Claim) -> tuple[str, str]:
        """The kind that the question asked for, unless another figure is corrected."""
        if not claim.is_corrected:
            return self._pending_kind, ""
        if not claim.plan:
            has_shares = any(self._shares(f"{kind}_share_3d") for kind in LINES)
            doubt = "it is not clear which figure this corrects" if has_shares else ""
            return self._pending_kind, doubt
        kinds = [kind for kind in LINES if self._shares(f"{kind}_{_SUFFIX[claim.plan]}")]
        return kinds[0] if len(kinds) == 1 else self._pending_kind, ""

    def _known_kind(self, claim: Claim) -> tuple[str, str]:
        """The structure of the conversation whose figure this can be, the last one first."""
        is_told = claim.plan or claim.role is Role.REDUCTION
        if not is_told or not claim.is_answer:
            return "", ""
        kinds = [fact.partition("_")[0] for fact in self._known if fact.endswith("share_3d")]
        if claim.plan == "imrt":
            told = [kind for kind in kinds if self._shares(f"{kind}_share_imrt")]
            if len(told) == 1 and not self._asks_share():
                return told[0], ""
            kinds = [kind for kind in kinds if self._awaits_imrt(kind)] or kinds
        if not kinds:
            return "", ""
        return kinds[-1], "no structure was named" if len(kinds) > 1 else ""

    def _awaits_imrt(self, kind: str) -> bool:
        at_imrt = self._shares(f"{kind}_share_imrt")
        return any(name not in at_imrt for name in self._shares(f"{kind}_share_3d"))

    def _fact(self, claim: Claim, kind: str) -> str:
        if claim.role in {Role.REDUCTION, Role.POINTS_ALONE, Role.UNCLEAR_CHANGE}:
            return f"{kind}_reduction"
        if claim.plan:
            return f"{kind}_{_SUFFIX[claim.plan]}"
        if self._pending.startswith(kind) and self._is_single_answer(claim):
            return self._pending
        if claim.figure.is_absence:
            return f"{kind}_share_3d"
        return ""

    def _is_single_answer(self, claim: Claim) -> bool:
        planless = [c for c in self._claims if not c.plan and c.role is Role.SHARE]
        named = claim.is_own and claim.structure is not None
        return len(planless) == 1 and (claim.is_answer or named)

    def _is_figure(self, claim: Claim, kind: str) -> bool:
        """Whether the number is told as a share at all: a bare one needs more beside it."""
        figure, structure = claim.figure, claim.structure
        if claim.role is Role.POINTS_ALONE:
            is_told = claim.is_own and structure is not None and structure.is_marked
            return self._pending == f"{kind}_reduction" or is_told
        if figure.unit != "bare":
            return True
        if self._pending_kind == kind and claim.is_answer:
            return True
        is_told = structure is not None and (structure.is_marked or claim.dose is not None)
        is_told = is_told or self._is_spoken_of(claim, kind)
        return bool(claim.plan) and claim.is_plain and is_told

    def _is_spoken_of(self, claim: Claim, kind: str) -> bool:
        """Whether the conversation holds shares of what the figure is of: "sorry, IMRT 20"."""
        known = {*self._shares(f"{kind}_share_3d"), *self._shares(f"{kind}_share_imrt")}
        if claim.is_own and claim.structure is not None:
            return bool(known & set(claim.structure.names))
        return bool(known) and claim.is_answer

    def _names(self, claim: Claim, kind: str) -> tuple[str, ...]:
        structure = claim.structure
        if structure is not None and structure.kind == kind and structure.names:
            return structure.names
        if structure is not None and claim.figure.is_absence and claim.is_own:
            return ("",)
        told = [mention for mention in self._mentions if mention.kind == kind and mention.names]
        before = [mention for mention in told if mention.start <= claim.end]
        named = before[-1:] or told[:1]
        return (named[0].names[0],) if named else (self._known_name(claim, kind),)

    def _known_name(self, claim: Claim, kind: str) -> str:
        at_3d, at_imrt = self._shares(f"{kind}_share_3d"), self._shares(f"{kind}_share_imrt")
        is_3d = claim.plan == "three_d" or (not claim.plan and self._pending.endswith("3d"))
        first, second = (at_imrt, at_3d) if is_3d else (at_3d, at_imrt)
        names = [name for name in first if name not in second] or list(first) or list(second)
        return names[-1] if names else ""

    def _shares(self, fact: str) -> Sequence[str]:
        value = self._known.get(fact)
        return list(value) if isinstance(value, Mapping) else []

    def _other_dose(self, claim: Claim, kind: str) -> str:
        if claim.dose is None or claim.is_absent:
            return ""
        line = LINES[kind]
        if claim.dose.is_below:
            return f"said of less than {claim.dose.gray.normalize():f} Gy"
        if claim.dose.gray != line:
            said = f"{claim.dose.gray.normalize():f}"
            return f"said at {said} Gy, the policy asks at {line} Gy"
        return ""

    def _doubts(self, claim: Claim, kind: str, fact: str, names: tuple[str, ...]) -> list[str]:
        is_asked = self._pending_kind == kind and (claim.is_answer or claim.is_own)
        doubts: list[str] = []
        structure = claim.structure
        if not claim.is_own and not claim.is_plain and not is_asked:
            doubts.append("it is not clear what the figure is of")
        is_weak = structure is not None and not structure.is_marked and not claim.is_own
        if is_weak and not is_asked:
            doubts.append("no structure was named beside the figure")
        if len(names) > 1 and claim.figure.high > 0:
            doubts.append("one figure was said of two structures")
        if claim.role is Role.POINTS_ALONE and self._pending != fact:
            doubts.append("it was not said that the share falls by these points")
        if claim.role is Role.SHARE and not self._has_dose(claim, kind, names) and not is_asked:
            doubts.append("no dose was said")
        if claim.figure.is_absence and claim.is_of_imrt and self._pending != fact:
            doubts.append("the plan was not named")
        if self._pending == f"{kind}_reduction" == fact and claim.figure.unit == "percent":
            doubts.append(_PERCENT_OR_POINTS)
        return doubts

    def _has_dose(self, claim: Claim, kind: str, names: tuple[str, ...]) -> bool:
        if claim.dose is not None or claim.is_absent or kind in self._dosed:
            return True
        known = {*self._shares(f"{kind}_share_3d"), *self._shares(f"{kind}_share_imrt")}
        return bool(known & set(names))

    def _without_plan(self, claim: Claim, kind: str) -> list[Settled]:
        structure = claim.structure
        is_told = structure is not None and (structure.is_marked or claim.dose is not None)
        is_pair_of_dose = claim.is_own and claim.dose is not None and claim.dose.is_share
        is_told = is_told and (claim.figure.unit != "bare" or (is_pair_of_dose and claim.is_plain))
        if claim.is_question or not (is_told or (self._pending_kind == kind and claim.is_answer)):
            return []
        names = self._names(claim, kind)
        is_3d_known = set(names) <= set(self._shares(f"{kind}_share_3d"))
        fact = f"{kind}_share_imrt" if is_3d_known else f"{kind}_share_3d"
        why = claim.figure.fault or self._other_dose(claim, kind) or "the plan was not said"
        return [self._refused(claim, fact, why, names[0])]

    def _without_structure(self, claim: Claim) -> list[Settled]:
        kind = self._pending_kind or "bone"
        if claim.is_question or (claim.figure.unit == "bare" and not self._pending_kind):
            return []
        if not (claim.plan or claim.role is Role.REDUCTION or self._pending_kind):
            return []
        if claim.role is Role.POINTS_ALONE or (
            claim.role is not Role.SHARE and not self._pending_kind
        ):
            return []
        why = claim.figure.fault or "it was not said of which bone or joint"
        fact = self._fact(claim, kind) or self._pending
        return [self._refused(claim, fact, why)] if fact else []

    @staticmethod
    def _refused(claim: Claim, fact: str, why: str, name: str = "") -> Settled:
        return Settled(claim, fact or "bone_share_3d", name, why=why)
