"""Evaluates a threat model on the windows 2018–2022, at most six times in all, and logs each time.

Everything about a model is chosen on windows that end before 2018 (benchmarks/threat_tuning.py). This reads the
country-month panel of state-based deaths (191 countries), scores steps 3–14 after each October with 1,000 draws, and adds
a line to the table at the end of docs/validation/threat.md; where that has six lines it refuses.

Run: python benchmarks/threat_evaluation.py FOLDER_OF_DATA DATE "what was evaluated"
"""

from __future__ import annotations

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
MOST = 6
LOG = "| date | configuration |"


def main(folder: Path, date: str, configuration: str) -> None:
    text = PAGE.read_text(encoding="utf-8")
    done = [line for line in text[text.index(LOG) :].splitlines()[2:] if line.startswith("|")]
    if len(done) >= MOST:
        sys.exit("the windows 2018-2022 have been evaluated six times; there is no seventh")
    start = time.perf_counter()
    result = evaluate(folder)
    print(f"{time.perf_counter() - start:.0f} s")
    line = f"| {date} | {configuration} | {summary(result)} |\n"
    PAGE.write_text(text.rstrip("\n") + "\n" + line, encoding="utf-8")
    print(line)


def evaluate(folder: Path) -> BacktestResult:
    rows = pd.read_parquet(folder / "views_cm_sb_199001_202212.parquet")
    tidy = rows[["country_id", "month_id", "ged_sb"]].set_axis(["unit", "month", "value"], axis=1)
    executor = ProcessPool(2)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            panel = Path(scratch) / "panel.parquet"
            tidy.to_parquet(panel, index=False)
            return threat_backtest(panel, CUTOFFS, models=[DEFAULT_MODEL, "conflictology"], executor=executor)[0]
    finally:
        executor.close()


def summary(result: BacktestResult) -> str:
    own = [row for row in result.scores if row.model == DEFAULT_MODEL]
    for row in own:
        print(row.cutoff, row.group, row.crps, row.crps_ratio, row.ignorance, row.interval, row.interval_ratio)
        print("   ", row.log_crps_median, row.coverage_90, row.sum_coverage_90)
    everything = [row for row in own if row.group == "all"]
    mean = next(row for row in result.means if (row.model, row.group) == (DEFAULT_MODEL, "all"))
    active = next(row for row in result.means if (row.model, row.group) == (DEFAULT_MODEL, "active"))
    for row in result.means:
        print(row)
    ratios = " ".join(f"{row.crps_ratio:.3f}" for row in everything if row.crps_ratio)
    return " | ".join([*_figures(mean, active), ratios])


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
