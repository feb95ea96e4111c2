"""What a policy says of billing codes: status, limits, and the sentences that go with each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

import rules
from assistant.answering.wording import in_words, listed
from assistant.answering.writing import HEADLINE_LIMIT
from assistant.draft import Draft, Line
from assistant.lookup.asked import Asked, Source, lookup, said
from assistant.lookup.log import remarks
from rules.determination import CodeFinding, CodeRequest, CodeStatus
from rules.policy import Policy

SAYS = {
    CodeStatus.LISTED: "on the list",
    CodeStatus.NOT_LISTED: "not on the list",
    CodeStatus.NON_COVERED: "on the list with a star: by the note not payable from age 21 on",
    CodeStatus.CASE_BY_CASE: "on the list with a star: under 21 reviewed case by case",
    CodeStatus.LIMIT_EXCEEDED: "on the list, but these units are over the limit",
    CodeStatus.INFORMATION_NEEDED: "on the list, but its status hangs on something not stated",
    CodeStatus.VERSION_UNAVAILABLE: "not to be told: the code list of that date is not held",
}


def codes(asked: Asked) -> Draft:
    """The status of each code named, of every listed code where none is."""
    return _answered(asked, limits_only=False)


def limits(asked: Asked) -> Draft:
    """How many units a policy allows of the codes named, of those it limits where none is."""
    return _answered(asked, limits_only=True)


def _answered(asked: Asked, *, limits_only: bool) -> Draft:
    lines: list[Line] = []
    found: list[tuple[Policy, tuple[CodeFinding, ...]]] = []
    for source in asked.sources:
        policy = source.policy
        if policy is None:
            continue
        requests = asked.codes or _all_codes(policy, limits_only=limits_only)
        findings = rules.code_findings(policy, asked.facts, asked.on, requests)
        found.append((policy, findings))
        lines.append(Line(f"{source.document.payer.name}, on {in_words(source.day)}:"))
        lines += _lines(source, findings)
        if not findings:
            lines.append(Line("Its text limits the units of no code.", is_item=True))
    draft = lookup(_headline(asked, found, limits_only=limits_only), lines, asked.sources)
    return replace(
        draft,
        codes=_agreed([findings for _, findings in found]),
        policy_id=found[0][0].id if found else "",
        asks_payer=bool(asked.codes) and len(found) > 1,
    )


def _agreed(by_policy: Sequence[Sequence[CodeFinding]]) -> tuple[CodeFinding, ...]:
    """The findings on which every policy asked agrees; a limit that only one gives is left out."""
    if not by_policy:
        return ()
    first, *others = ({finding.code: finding for finding in findings} for findings in by_policy)
    return tuple(
        replace(finding, limit=finding.limit if _is_shared(finding.limit, code, others) else None)
        for code, finding in first.items()
        if all(code in other and other[code].status is finding.status for other in others)
    )


def _is_shared(limit: str | None, code: str, others: Sequence[Mapping[str, CodeFinding]]) -> bool:
    return all(other[code].limit == limit for other in others)


def _all_codes(policy: Policy, *, limits_only: bool) -> tuple[CodeRequest, ...]:
    limited = {code for code, _ in policy.code_limits}
    return tuple(CodeRequest(c) for c in policy.codes if not limits_only or c in limited)


def _lines(source: Source, findings: Sequence[CodeFinding]) -> Iterator[Line]:
    """Each code, then once the sentences that the codes share."""
    for finding in findings:
        limit = f"; limit: {finding.limit}" if finding.limit else "; no unit limit is given"
        asks = "".join(f" ({fact.question})" for fact in finding.missing)
        own = tuple(source.quoted(quote) for quote in finding.quotes[:1])
        yield Line(f"{finding.code}: {SAYS[finding.status]}{limit}.{asks}", own, is_item=True)
        if finding.note:
            yield Line(finding.note, is_item=True, depth=1)
    shared = dict.fromkeys(quote for finding in findings for quote in finding.quotes)
    named = {quote for finding in findings for quote in finding.quotes[:1] if quote.label}
    for quote in shared:
        if quote not in named:
            yield said(source.quoted(quote), with_label=False)
    yield from (Line(remark) for remark in remarks(source))


def _headline(
    asked: Asked, found: list[tuple[Policy, tuple[CodeFinding, ...]]], *, limits_only: bool
) -> str:
    if not found or not any(findings for _, findings in found):
        return "The policy's text limits the units of no code."
    agreed = _agreed([findings for _, findings in found])
    if len(found) > 1 and asked.codes and len(agreed) == len(asked.codes) and not limits_only:
        parts = [f"{finding.code} is {SAYS[finding.status]}" for finding in agreed]
        return f"Under each policy I hold, {'; '.join(parts)}."[:HEADLINE_LIMIT]
    if len(found) > 1:
        return "It depends on the payer; each policy's list says this:"
    findings = found[0][1]
    payer = asked.sources[0].payer
    if limits_only and len(findings) == 1 and findings[0].status is CodeStatus.LISTED:
        limit = findings[0].limit
        return f"{payer}: {limit}." if limit else f"{payer} gives no unit limit for it."
    if not asked.codes and not limits_only:
        return f"{payer} lists {len(findings)} codes: {', '.join(f.code for f in findings)}."[:140]
    by_status: dict[CodeStatus, list[str]] = {}
    for finding in findings:
        by_status.setdefault(finding.status, []).append(finding.code)
    parts = [
        f"{listed(codes)} {'is' if len(codes) == 1 else 'are'} {SAYS[status]}"
        for status, codes in by_status.items()
    ]
    headline = f"{payer}: {'; '.join(parts)}."
    return (
        headline
        if len(headline) <= 140
        else f"{payer}: the codes differ in status; see each below."
    )
