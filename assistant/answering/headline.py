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
    whose = f"{policy.payer_id.upper()}'s policy"
    sentences = {
        Outcome.CRITERIA_MET: f"Criteria met ({listed(met_labels)}): under {whose}, IMRT may be "
        "considered medically necessary.",
        Outcome.CRITERIA_NOT_MET: f"Criteria not met: under {whose}, IMRT is considered not "
        "medically necessary here.",
        Outcome.INFORMATION_NEEDED: f"I cannot tell yet: {_how_many(len(determination.missing))}.",
        Outcome.CLINICAL_REVIEW: f"This needs clinical review: {whose} leaves the case to "
        "judgement.",
        Outcome.VERSION_UNAVAILABLE: f"I cannot tell: I do not hold the text of {whose} in force "
        f"on {day}.",
        Outcome.NOT_IN_FORCE: f"{whose} was not in force on {day}; {_began(policy)}",
        Outcome.NOT_ADDRESSED: f"Not addressed: {whose} that I hold does not speak of this "
        "condition.",
    }
    return sentences[determination.outcome]


def _how_many(missing: int) -> str:
    if missing == 1:
        return "I need one more fact"
    return f"{missing} facts are still open, and I ask for the most helpful first"


def _began(policy: Policy) -> str:
    return f"it took effect on {in_words(policy.versions[0].effective_from)}."
