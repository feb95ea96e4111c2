"""The policies held, an explicit list, and every fact that any of them asks for."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from rules.bcbsnc import imrt_sarcoma_extremities
from rules.facts import Fact
from rules.lhcc import la_cp_mp_69_imrt
from rules.policy import Policy

_HELD = (imrt_sarcoma_extremities.POLICY, la_cp_mp_69_imrt.POLICY)

POLICIES: Mapping[str, Policy] = MappingProxyType({policy.id: policy for policy in _HELD})
FACTS: Mapping[str, Fact] = MappingProxyType(
    {fact.name: fact for policy in _HELD for fact in policy.facts}
)


def policy_of(payer_id: str) -> Policy | None:
    """The policy held for a payer, `None` where there is none."""
    return next((policy for policy in _HELD if policy.payer_id == payer_id), None)
