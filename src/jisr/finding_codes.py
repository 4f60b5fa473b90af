"""The stable codes of findings: one letter for the family, three digits; never reused.

F files, B bundles, C cells, R references, P plan logic, E evidence and record, T threat, Q requirements, K capability,
A activities and money, G gates and conditions, V returns. The severity is part of the contract; the sentence and the
remedy are in the catalogues of `words` under `finding-<code>` and `remedy-<code>`; each code has an anchor in
`docs/reference/findings.md`.
"""

from __future__ import annotations

from collections.abc import Mapping

from jisr.findings import Finding, Place, Severity

__all__ = ["CODES", "finding"]

CODES: Mapping[str, tuple[Severity, str]] = {
    "B101": ("error", "not-a-bundle"),
    "B102": ("error", "bundle-altered"),
    "F101": ("error", "missing-file"),
    "F102": ("error", "empty-file"),
    "F103": ("error", "encoding"),
    "F105": ("error", "unknown-column"),
    "F106": ("error", "missing-column"),
    "F107": ("error", "row-width"),
    "F108": ("warning", "unknown-file"),
    "F109": ("error", "yaml"),
    "F110": ("error", "unit-in-header"),
    "F111": ("error", "duplicate-column"),
    "C201": ("error", "missing-value"),
    "C202": ("error", "not-a-number"),
    "C203": ("error", "decimal-comma"),
    "C204": ("error", "formula"),
    "C205": ("error", "low-above-high"),
    "C206": ("error", "out-of-range"),
    "C207": ("error", "month"),
    "C208": ("error", "date"),
    "C209": ("error", "choice"),
    "C210": ("error", "id"),
    "C211": ("error", "address"),
    "C212": ("error", "uncertain-form"),
    "C213": ("error", "not-whole"),
    "C214": ("error", "flag"),
    "C215": ("error", "provenance"),
    "C216": ("error", "value"),
    "C217": ("error", "unknown-key"),
    "R301": ("error", "reference"),
    "R302": ("error", "duplicate-key"),
    "R303": ("error", "address-target"),
    "E401": ("error", "unknown-without-range"),
    "E402": ("note", "evidence-after-cutoff"),
    "E403": ("note", "later-vintage"),
    "E404": ("note", "rating-after-cutoff"),
    "E405": ("warning", "too-little-evidence"),
    "E406": ("error", "level-not-on-scale"),
    "E407": ("note", "count-after-cutoff"),
    "E408": ("warning", "known-before-published"),
    "T501": ("error", "too-few-months"),
    "T502": ("error", "two-series-without-bridge"),
    "T503": ("error", "driver-column"),
    "T504": ("error", "threat-model"),
    "T505": ("note", "attribute-blank"),
    "T506": ("error", "shares-differ"),
    "Q101": ("warning", "task-without-demand"),
    "Q102": ("error", "area-on-mobile-task"),
    "Q103": ("error", "no-shortfall-without-evidence"),
    "K601": ("error", "no-count"),
    "K602": ("warning", "function-never-rated"),
    "K603": ("error", "element-shares-above-one"),
    "K604": ("error", "task-cycle"),
    "K605": ("error", "support-shares"),
    "K606": ("error", "need-not-there"),
    "K607": ("warning", "no-mandatory-need"),
    "K608": ("error", "no-anchor"),
    "K609": ("warning", "task-without-line"),
    "K610": ("error", "open-end-without-reason"),
    "K611": ("error", "payer-shares-above-one"),
    "K612": ("error", "sustainment-of-nothing"),
    "K613": ("error", "more-qualified-than-assigned"),
    "A801": ("warning", "mandatory-dropped"),
    "A802": ("error", "activity-cycle"),
    "A803": ("note", "activity-without-money"),
    "A804": ("error", "no-exchange-rate"),
    "A805": ("warning", "payer-without-budget"),
    "A806": ("error", "effect-not-carried-out"),
    "A807": ("error", "need-unknown"),
    "A808": ("error", "latest-before-earliest"),
    "A809": ("warning", "earliest-before-cutoff"),
    "A810": ("note", "after-horizon"),
    "A811": ("error", "need-cancelled"),
    "G701": ("error", "phase-without-gate"),
    "G702": ("error", "phase-chain"),
    "G703": ("error", "unknown-measure"),
    "G704": ("error", "measure-selector"),
    "G705": ("error", "gate-expression"),
    "G706": ("error", "gate-without-date"),
    "G707": ("error", "gate-without-review"),
    "G708": ("error", "phase-cycle"),
    "G709": ("error", "threshold-outside-measure"),
    "G710": ("note", "assessment-before-cutoff"),
    "G711": ("error", "core-conditions"),
    "G712": ("warning", "gate-date-before-cutoff"),
    "G713": ("error", "phase-order"),
    "G714": ("warning", "core-condition-left-out"),
    "G715": ("warning", "gate-dates-backwards"),
    "G716": ("warning", "gate-date-beyond-horizon"),
    "G717": ("warning", "exit-threshold-tighter"),
    "G718": ("error", "position-not-runnable"),
    "G719": ("error", "measure-of-nothing"),
    "V901": ("error", "flow-cycle"),
    "V902": ("error", "camp-without-persons"),
    "V903": ("error", "flow-out-of-community"),
    "V904": ("error", "half-a-convoy"),
    "V905": ("warning", "overfull-site"),
    "P401": ("error", "value-does-not-fit"),
    "P402": ("error", "name-missing"),
    "P403": ("note", "name-untranslated"),
    "P404": ("error", "party-roles"),
    "P405": ("error", "party-twice"),
    "P406": ("error", "tile-taken"),
    "P407": ("error", "window-backwards"),
    "P408": ("warning", "observed-after-cutoff"),
    "P409": ("error", "due-date"),
}
"""Code → severity and slug of the rule. Rooms add theirs here, beside the check that raises them."""


def finding(code: str, place: Place, found: object = "", **values: object) -> Finding:
    """A finding under a registered code.

    Raises:
        KeyError: the code is not in `CODES`.
    """
    severity, rule = CODES[code]
    return Finding(code, severity, place, rule, str(found), {key: str(value) for key, value in values.items()})
