"""The section of the threat: what was observed, what lies ahead, and how series meet."""

from __future__ import annotations

from jisr.assessment import Assessment, Calibration, DriverOutlook
from jisr.charts import (
    Cell,
    Column,
    Table,
    area_balance,
    area_fans,
    area_map,
    calibration_bins,
    past_forecasts,
    plain_table,
    threat_by_month,
)
from jisr.plan import Condition, Driver, Plan, Series, Uncertain
from jisr.report.report import Paragraph, Section, SectionBlock
from jisr.report.series_side_by_side import series_side_by_side
from jisr.report.threat_response import threat_response
from jisr.words import Words

__all__ = ["threat_section"]

_YEAR = 12
_NARROW, _WIDE = 0.85, 0.95
"""Coverage of nine in ten below which the ranges are called too narrow, and above which too wide."""


def threat_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without a forecast."""
    ahead = [one for one in assessment.drivers if one.kind == "forecast"]
    if not ahead:
        return None
    charts = (threat_by_month(assessment, one, words) for one in ahead)
    blocks: list[SectionBlock] = [one for one in charts if one is not None]
    blocks += threat_response(plan, assessment, words)
    blocks += _areas(plan, assessment, ahead, words)
    blocks += _calibration(assessment, words)
    blocks += [one for one in (series_side_by_side(plan, words), _bridges(plan, words)) if one is not None]
    return Section("threat", words.text("section-threat"), _lead(assessment, ahead[-1], words), tuple(blocks))


def _areas(plan: Plan, assessment: Assessment, ahead: list[DriverOutlook], words: Words) -> list[SectionBlock]:
    """Map, tiles and one area of the driver a condition asks about, else of the last that is forecast."""
    asked = {row.driver for row in plan.rows(Condition)}
    driver = next((one for one in ahead if one.id in asked), ahead[-1])
    found = (
        area_map(plan, assessment, driver, words),
        area_fans(plan, assessment, driver, words),
        area_balance(assessment, driver, words),
    )
    blocks: list[SectionBlock] = [one for one in found if one is not None]
    row = plan.get(Driver, driver.id)
    if blocks and row is not None and row.shares_series is not None:
        basis = words.text(f"basis-{row.basis or 'assumed'}")
        blocks.append(Paragraph(words.text("areas-split", basis=basis, reason=row.reason or "–")))
    return blocks


def _calibration(assessment: Assessment, words: Words) -> list[SectionBlock]:
    """What the model would have said before; where the history is too short for that, how short it is."""
    blocks: list[SectionBlock] = []
    for one in assessment.calibration:
        found = (past_forecasts(one, words), calibration_bins(one, words))
        blocks += [chart for chart in found if chart is not None]
        blocks.append(Paragraph(_told(one, words)))
    return blocks


def _told(one: Calibration, words: Words) -> str:
    name = words.name(one.name)
    if one.within_90 is None or one.within_50 is None or one.sums_within_90 is None:
        return words.text("calibration-short", name=name, known=words.number(one.known), least=words.number(one.least))
    verdict = "narrow" if one.within_90 < _NARROW else "wide" if one.within_90 > _WIDE else "even"
    return words.text(
        "calibration-told",
        name=name,
        windows=words.number(len(one.windows)),
        ninety=words.percent(one.within_90),
        half=words.percent(one.within_50),
        sums=words.percent(one.sums_within_90),
        verdict=words.text(f"calibration-{verdict}"),
    )


def _lead(assessment: Assessment, driver: DriverOutlook, words: Words) -> str:
    """The forecast of the last driver a year ahead, in a sentence."""
    at = min(_YEAR, len(assessment.plan.months)) - 1
    return words.text(
        "lead-threat",
        name=words.name(driver.name),
        month=words.month(assessment.plan.months[at]),
        median=words.quantity(driver.ahead.q50[at]),
        low=words.quantity(driver.ahead.q05[at]),
        high=words.quantity(driver.ahead.q95[at]),
        unit=driver.unit,
    )


def _bridges(plan: Plan, words: Words) -> Table | None:
    """Each driver that counts another thing than the series it follows."""
    definitions = {row.series: words.name(row.definition) for row in plan.rows(Series)}
    rows = [
        (
            Cell(words.name(row.name), address=f"driver/{row.driver}"),
            definitions.get(row.series or "", row.series or "–"),
            definitions.get(row.bridge_to or "", row.bridge_to or "–"),
            _ratio(row, words),
        )
        for row in plan.rows(Driver)
        if row.bridge_to is not None
    ]
    if not rows:
        return None
    columns = [
        Column(words.text("table-driver")),
        Column(words.text("table-follows")),
        Column(words.text("table-counts")),
        Column(words.text("table-bridge"), "number"),
    ]
    return plain_table("bridges", words.text("bridges-caption"), columns, rows)


def _ratio(row: Driver, words: Words) -> Cell:
    address = f"drivers/{row.driver}/bridge"
    if row.bridge is None or row.bridge.is_unknown:
        return Cell("?" if row.bridge is not None else "–", basis=row.basis or "", address=address)
    return Cell(_spread(row.bridge, words), value=row.bridge.mode, basis=row.basis or "", address=address)


def _spread(value: Uncertain, words: Words) -> str:
    if value.low == value.high:
        return words.quantity(value.mode)
    return words.isolated(" – ".join(words.quantity(one) for one in (value.low, value.mode, value.high)))
