"""The first sentence: the outcome, in at most 140 characters, fit to be read aloud.

"Met / not met", never "approved", "denied" or "covered": an answer is no authorization.
"""

from __future__ import annotations

from assistant.answering.wording import in_words, listed
from rules.determination import Determination, Outcome
from rules.policy import Policy


def headline(determination: Determination, policy: Policy, met_labels: tuple[str, ...]) -> str:
    """The outcome of a determination as one sentence.

    `met_labels` are the criteria that are met, in the policy's own numbering.
    """
    day = in_words(determination.date_of_service)
    payer = policy.payer_id.upper()
    match determination.outcome:
        case Outcome.CRITERIA_MET:
            return (
                f"Criteria met ({listed(met_labels)}): under {payer}'s policy, IMRT "
                "may be considered medically necessary."
            )
        case Outcome.CRITERIA_NOT_MET:
            return (
                f"Criteria not met: under {payer}'s policy, IMRT is considered "
                "not medically necessary here."
            )
        case Outcome.INFORMATION_NEEDED:
            return f"I cannot tell yet: {_how_many(len(determination.missing))}."
        case Outcome.CLINICAL_REVIEW:
            return f"This needs clinical review: {payer}'s policy leaves the case to judgement."
        case Outcome.VERSION_UNAVAILABLE:
            return f"I cannot tell: I do not hold {payer}'s text in force on {day}."
        case Outcome.NOT_IN_FORCE:
            return f"{payer}'s policy was not in force on {day}; {_began(policy)}"
        case Outcome.NOT_ADDRESSED:
            return f"Not addressed: {payer}'s policy that I hold does not speak of this condition."


def _how_many(missing: int) -> str:
    if missing == 1:
        return "I need one more fact"
    return f"{missing} facts are still open, and I ask for the most helpful first"


def _began(policy: Policy) -> str:
    return f"it took effect on {in_words(policy.versions[0].effective_from)}."
