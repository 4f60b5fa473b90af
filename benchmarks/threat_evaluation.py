"""Evaluates a threat model on the windows 2018–2022, at most six times in all, and logs each time.

Everything about a model is chosen on windows that end before 2018 (benchmarks/threat_tuning.py). This reads the
country-month panel of state-based deaths (191 countries) and scores steps 3–14 after each October with 1,000 draws.

    python benchmarks/threat_evaluation.py FOLDER_OF_DATA
    python benchmarks/threat_evaluation.py FOLDER_OF_DATA DATE "what is evaluated"

The first reproduces the last evaluation of the log in docs/validation/threat.md: it forecasts the window of 2017, which is
no evaluation, and goes on only where that scores what the page says the logged configuration scores. The second adds a
line to the log; it refuses a configuration that is logged already, and a seventh.
"""

from __future__ import annotations

import re
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd

from jisr.api import threat_backtest
from jisr.assessment import ProcessPool
from jisr.threat import DEFAULT_MODEL, BacktestResult, ScoreRow

PAGE = Path(__file__).resolve().parent.parent / "docs" / "validation" / "threat.md"
CUTOFFS = [f"{year}-10" for year in range(2017, 2022)]
DECEMBER_2017 = 456
MOST = 6
LOG = "| date | configuration |"
MARK = re.compile(r"Configuration of the last line: `([^`]*)`")
GROUPS = ("all", "without-largest", "active", "quiet", "escalation", "de-escalation")


def main(folder: Path, date: str = "", configuration: str = "") -> None:
    text = PAGE.read_text(encoding="utf-8")
    here = mark(folder)
    refused = refusal(text, here, date, configuration)
    if refused:
        sys.exit(refused)
    start = time.perf_counter()
    result = evaluate(folder, CUTOFFS)
    print(f"{time.perf_counter() - start:.0f} s")
    line = f"| {date} | {configuration} | {summary(result)} |\n"
    if date:
        PAGE.write_text(logged(text, line, here), encoding="utf-8")
    print(line)


def refusal(text: str, here: str, date: str, configuration: str) -> str:
    """Why nothing is scored; empty where something may be."""
    done = [line for line in text[text.index(LOG) :].splitlines()[2:] if line.startswith("|")]
    known = MARK.search(text)
    same = known is not None and known[1] == here
    if not date:
        return "" if same else f"this is another configuration ({here}): name DATE and TEXT, and it is an evaluation"
    if not configuration:
        return "say what is evaluated"
    if same:
        return "this configuration is the last of the log; without DATE and TEXT it is reproduced"
    return "the windows 2018-2022 have been evaluated six times; there is no seventh" if len(done) >= MOST else ""


def logged(text: str, line: str, here: str) -> str:
    """The page with one more line at the end of the log, and what tells its configuration from others."""
    head, table = text[: text.index(LOG)], text[text.index(LOG) :]
    rows, _, rest = table.partition("\n\n")
    return MARK.sub(
        f"Configuration of the last line: `{here}`", f"{head}{rows}\n{line}" + (f"\n{rest}" if rest else "")
    )


def mark(folder: Path) -> str:
    """What tells one configuration from another, on a window before 2018: its scores after October 2016."""
    row = next(one for one in evaluate(folder, ["2016-10"], before=DECEMBER_2017).scores if one.model == DEFAULT_MODEL)
    return f"{row.crps:.5f} {row.ignorance:.5f} {row.sum_log_crps:.5f}"


def evaluate(folder: Path, cutoffs: list[str], before: int | None = None) -> BacktestResult:
    rows = pd.read_parquet(folder / "views_cm_sb_199001_202212.parquet")
    rows = rows if before is None else rows[rows["month_id"] <= before]
    tidy = rows[["country_id", "month_id", "ged_sb"]].set_axis(["unit", "month", "value"], axis=1)
    executor = ProcessPool(2)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            panel = Path(scratch) / "panel.parquet"
            tidy.to_parquet(panel, index=False)
            return threat_backtest(panel, cutoffs, models=[DEFAULT_MODEL, "conflictology"], executor=executor)[0]
    finally:
        executor.close()


def summary(result: BacktestResult) -> str:
    """Prints what docs/validation/threat.md says of these windows; the figures of a line of the log."""
    for name in GROUPS:
        rows = [row for row in result.scores if row.group == name]
        means = {row.model: row for row in result.means if row.group == name}
        own, other = means[DEFAULT_MODEL], means["conflictology"]
        print(
            f"{name}: mean CRPS {_said(own.crps)} / {_said(other.crps)}, IGN {_said(own.ignorance)}, MIS {_said(own.interval)}"
        )
        for what in ("crps_ratio", "interval_ratio"):
            print(f"   {what} {_said(getattr(own, what))}: {_each(rows, DEFAULT_MODEL, what)}")
        for what in ("coverage_90", "sum_coverage_90", "log_crps", "log_crps_median"):
            for model, mean in means.items():
                print(f"   {what} {model} {_said(getattr(mean, what))}: {_each(rows, model, what)}")
    own = {row.group: row for row in result.means if row.model == DEFAULT_MODEL}
    ratios = _each([row for row in result.scores if row.group == "all"], DEFAULT_MODEL, "crps_ratio")
    return " | ".join([*_figures(own["all"], own["active"]), ratios])


def _each(rows: list[ScoreRow], model: str, what: str) -> str:
    return " ".join(_said(getattr(row, what)) for row in rows if row.model == model)


def _said(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def _figures(mean: ScoreRow, active: ScoreRow) -> list[str]:
    shown = (
        (mean.crps, ".2f"),
        (mean.ignorance, ".4f"),
        (mean.interval, ".1f"),
        (mean.interval_ratio, ".3f"),
        (active.coverage_90, ".3f"),
        (active.sum_coverage_90, ".3f"),
    )
    return [f"{value:{form}}" if value is not None else "–" for value, form in shown]


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:4])
