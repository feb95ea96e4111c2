"""Coverage rules: policy text as functions of the facts of a case, one per dated version.

`evaluate` is pure: equal facts, date and policy give equal determinations. What is not known is a
value (`Truth.UNKNOWN`, `Outcome.INFORMATION_NEEDED`); only misuse raises:

    RulesError (a ValueError; `fact` names what was misused)
    ├── UnknownFact     no policy asks for a fact of that name
    ├── WrongFactType   true/false for a number, a word for a share, not-a-number
    └── FactOutOfRange  a share over 100 percent, a choice not offered, a bone not asked about
"""

from rules.errors import FactOutOfRange, RulesError, UnknownFact, WrongFactType
from rules.evaluation import code_findings, evaluate
from rules.fact_values import JsonValue, fact_to_json, parse_fact, parse_value
from rules.policies import FACTS, POLICIES, policy_of
from rules.policy import Policy

__all__ = [
    "FACTS",
    "POLICIES",
    "FactOutOfRange",
    "JsonValue",
    "Policy",
    "RulesError",
    "UnknownFact",
    "WrongFactType",
    "code_findings",
    "evaluate",
    "fact_to_json",
    "parse_fact",
    "parse_value",
    "policy_of",
]
