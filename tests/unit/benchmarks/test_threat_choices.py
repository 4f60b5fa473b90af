"""What the threat models were chosen on ends before 2018, and 2018–2022 are not looked at again by accident."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

PAGE = (
    "# Page\n\nConfiguration of the last line: `1 2 3`\n\n"
    "| date | configuration | CRPS |\n| --- | --- | --- |\n| 2025-01-01 | first | 2 |\n\nWhat follows.\n"
)


def panel_file(folder: Path, last: int, after: float = 0.0) -> Path:
    """Twelve countries, from January 1990 to a month number; another future after December 2017."""
    months = np.arange(121, last + 1)
    values = np.random.default_rng(2).poisson(2.0, (len(months), 12)) + np.where(months > 456, after, 0)[:, None]
    rows = {
        "month_id": np.repeat(months, 12),
        "country_id": np.tile(np.arange(12), len(months)),
        "ged_sb": values.ravel(),
    }
    pd.DataFrame(rows).to_parquet(folder / "views_cm_sb_199001_202212.parquet", index=False)
    return folder


def test_the_tables_of_choices_read_nothing_after_2017(benchmark_module: Callable[[str], Any], tmp_path: Path) -> None:
    tuning = benchmark_module("threat_tuning")
    one = tuning.values_before_2018(panel_file(tmp_path, 516))
    assert one.shape == (336, 12)  # January 1990 to December 2017
    other = tuning.values_before_2018(panel_file(tmp_path, 516, after=900))
    assert one.tobytes() == other.tobytes()
    assert tuning.case_of(one, 2017).actual.shape == (12, 12)


def test_a_window_that_ends_after_2017_is_refused(benchmark_module: Callable[[str], Any], tmp_path: Path) -> None:
    tuning, sigma = benchmark_module("threat_tuning"), benchmark_module("threat_sigma")
    values = tuning.values_before_2018(panel_file(tmp_path, 516))
    for year in (2018, 2022):
        with pytest.raises(ValueError, match="beyond December 2017"):
            tuning.case_of(values, year)
    months = np.arange(121, 457)
    assert len(sigma.windows_of(values, months, range(2016, 2018), years=1)) == 24
    with pytest.raises(ValueError, match="beyond December 2017"):
        sigma.windows_of(values, months, range(2016, 2018), years=2)
    with pytest.raises(ValueError, match="beyond December 2017"):
        sigma.windows_of(np.zeros((396, 12)), np.arange(121, 517), range(2016, 2017), years=1)


def test_what_is_logged_is_reproduced_and_not_evaluated_again(benchmark_module: Callable[[str], Any]) -> None:
    evaluation = benchmark_module("threat_evaluation")
    assert evaluation.refusal(PAGE, "1 2 3", "", "") == ""
    assert "reproduced" in evaluation.refusal(PAGE, "1 2 3", "2025-02-01", "again")


def test_another_configuration_is_an_evaluation_and_has_to_say_so(benchmark_module: Callable[[str], Any]) -> None:
    evaluation = benchmark_module("threat_evaluation")
    assert "another configuration (4 5 6)" in evaluation.refusal(PAGE, "4 5 6", "", "")
    assert evaluation.refusal(PAGE, "4 5 6", "2025-02-01", "") == "say what is evaluated"
    assert evaluation.refusal(PAGE, "4 5 6", "2025-02-01", "second") == ""
    after = evaluation.logged(PAGE, "| 2025-02-01 | second | 1 |\n", "4 5 6")
    assert after == PAGE.replace("1 2 3", "4 5 6").replace(
        "| first | 2 |\n", "| first | 2 |\n| 2025-02-01 | second | 1 |\n"
    )


def test_there_is_no_seventh_evaluation(benchmark_module: Callable[[str], Any]) -> None:
    evaluation, page = benchmark_module("threat_evaluation"), PAGE
    for number in range(2, 7):
        assert evaluation.refusal(page, "4 5 6", "2025-02-01", "next") == ""
        page = evaluation.logged(page, f"| 2025-02-01 | {number} | 1 |\n", f"{number}")
    assert "no seventh" in evaluation.refusal(page, "4 5 6", "2025-02-01", "next")
    assert evaluation.refusal(page, "6", "", "") == ""


def test_the_page_says_which_configuration_its_last_line_is(benchmark_module: Callable[[str], Any]) -> None:
    evaluation = benchmark_module("threat_evaluation")
    text = evaluation.PAGE.read_text(encoding="utf-8")
    assert len(evaluation.MARK.findall(text)) == 1
    assert text.index(evaluation.MARK.findall(text)[0]) < text.index(evaluation.LOG)
