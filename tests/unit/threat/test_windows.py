from __future__ import annotations

import datetime as dt

from jisr.months import Month
from jisr.threat.windows import Window, pieces_of


def window(first: str, last: str, total: float, key: str = "") -> Window:
    return Window(dt.date.fromisoformat(first), dt.date.fromisoformat(last), total, key)


def told(windows: list[Window]) -> tuple[list[tuple[str, float, dict[str, int]]], list[str]]:
    pieces, faults = pieces_of(windows)
    return [(str(one.first), one.total, {str(month): held for month, held in one.days.items()}) for one in pieces], [
        one.kind for one in faults
    ]


def test_a_quarter_is_its_three_months() -> None:
    assert told([window("2024-01-01", "2024-03-31", 30)]) == (
        [("2024-01-01", 30, {"2024-01": 31, "2024-02": 29, "2024-03": 31})],
        [],
    )


def test_what_is_known_more_finely_is_taken_out_of_the_whole() -> None:
    year = window("2023-01-01", "2023-12-31", 100)
    months = [window("2023-02-01", "2023-02-28", 7), window("2023-12-25", "2023-12-31", 3)]
    pieces, faults = pieces_of([*months, year])
    assert faults == []
    assert [one.total for one in pieces] == [90, 7, 3]
    whole = pieces[0]
    assert Month.parse("2023-02") not in whole.days
    assert whole.days[Month.parse("2023-12")] == 24


def test_a_year_to_date_becomes_its_differences() -> None:
    running = [
        window("2024-01-01", f"2024-0{month}-{day}", total)
        for month, day, total in ((1, 31, 5), (2, 29, 5), (4, 30, 12))
    ]
    assert told(running) == (
        [
            ("2024-01-01", 5, {"2024-01": 31}),
            ("2024-01-01", 0, {"2024-02": 29}),
            ("2024-01-01", 7, {"2024-03": 31, "2024-04": 30}),
        ],
        [],
    )  # fmt: skip


def test_a_running_total_that_falls_is_found() -> None:
    pieces, faults = pieces_of([window("2024-01-01", "2024-01-31", 9), window("2024-01-01", "2024-02-29", 7, "second")])
    assert [(one.kind, one.window.key, one.amount) for one in faults] == [("exceeds", "second", 9)]
    assert [one.total for one in pieces] == [9]


def test_windows_that_overlap_in_part_are_found_and_the_later_left_out() -> None:
    pieces, faults = pieces_of(
        [window("2024-01-01", "2024-03-31", 30, "a"), window("2024-03-15", "2024-04-30", 10, "b")]
    )
    assert [(one.kind, one.window.key, one.other.key if one.other else "") for one in faults] == [("overlap", "b", "a")]
    assert [one.total for one in pieces] == [30]


def test_the_finer_figures_hold_where_they_fill_the_whole() -> None:
    halves = [window("2024-01-01", "2024-01-15", 4), window("2024-01-16", "2024-01-31", 5)]
    assert told([*halves, window("2024-01-01", "2024-01-31", 9)])[1] == []
    pieces, faults = told([*halves, window("2024-01-01", "2024-01-31", 11)])
    assert faults == ["differs"]
    assert sum(total for _, total, _ in pieces) == 9


def test_of_two_figures_for_one_window_the_last_holds() -> None:
    assert told([window("2024-01-01", "2024-03-31", 1), window("2024-01-01", "2024-03-31", 2)])[0][0][1] == 2
