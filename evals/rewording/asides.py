"""Sentences that cannot bear on the case, before, between or after what is said of it."""

from __future__ import annotations

import random

from evals.rewording.sentences import ANSWERS, ended, sentences_of

_SMALL_TALK = (
    "Thank you for looking into it.",
    "The call came in at the front desk.",
    "Our fax machine is working again.",
    "Parking at the clinic is free.",
    "I will write the answer into the file.",
    "The weather was bad on the way here.",
    "Sorry for the many messages today.",
    "I am calling from the front office.",
    "My extension is on the cover sheet.",
    "Our system was down this morning.",
    "The family would like to hear back soon.",
    "I could not find this in the portal.",
    "We have been on hold for a while.",
    "Please excuse my typing.",
    "I am new in this office.",
    "The doctor asked me to check with you.",
    "We close early today.",
    "I have the chart open in front of me.",
)
_MEDICAL = (
    "Takes metformin for diabetes.",
    "Follow-up in 2 weeks.",
    "The daughter drives the patient to appointments.",
    "Blood pressure is well controlled on lisinopril.",
    "Allergic to penicillin.",
    "Quit smoking in 1998.",
    "Uses a hearing aid.",
    "Labs were drawn on Monday.",
    "Appetite is good.",
    "Had a flu shot in October.",
    "Lives alone on the second floor.",
    "Wears glasses.",
    "The port was flushed.",
    "Sleeps well and walks every day.",
    "Consent was signed.",
    "Next visit with the dentist is scheduled.",
    "Appendix removed as a child.",
    "Vital signs are stable.",
    "Interpreter was present.",
    "Takes atorvastatin at night.",
)
_FRAMES = (
    ("Hi, quick question: ", " Thanks!"),
    ("Hello, ", " Thank you so much."),
    ("Good morning, hope you are well. ", " Thanks in advance."),
    ("Hi there! ", " Appreciate your help."),
    ("Hey, ", " thx"),
    ("Dear team, ", " Best regards"),
    ("Sorry to bother you again. ", " Please let me know."),
    ("Good afternoon, this is Pat from the billing office. ", " Have a nice day!"),
    ("", " Please advise."),
    ("Hi, ", " Let me know, thank you!"),
)
_FEWEST_WORDS = 5  # a bare answer stays one


def with_small_talk(turn: str, draw: random.Random) -> str:
    """A sentence that has nothing to do with medicine."""
    return _with(draw.choice(_SMALL_TALK), turn, draw)


def with_medical_aside(turn: str, draw: random.Random) -> str:
    """A sentence from the chart on which no criterion depends."""
    return _with(draw.choice(_MEDICAL), turn, draw)


def with_polite_frame(turn: str, draw: random.Random) -> str:
    """A greeting before and thanks behind."""
    if len(turn.split()) < _FEWEST_WORDS:
        return turn
    before, after = draw.choice(_FRAMES)
    if ANSWERS.match(turn):
        before = ""
    return f"{before}{ended(turn)}{after}"


def _with(aside: str, turn: str, draw: random.Random) -> str:
    if len(turn.split()) < _FEWEST_WORDS:
        return turn
    sentences = sentences_of(turn)
    places = [at for at, one in enumerate(sentences) if not ANSWERS.match(one)]
    at = draw.choice([*places, len(sentences)])
    around = [*sentences[:at], aside, *sentences[at:]]
    return " ".join([*map(ended, around[:-1]), around[-1]])
