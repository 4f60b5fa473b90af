"""The terms of demand of a plain plan, grouped so that the terms of one driver and window are found together."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Rows = list[dict[str, Any]]


def requirement(plan: dict[str, Any], kind: type) -> dict[str, Any]:  # noqa: ARG001 - one signature for all parts
    """Terms by driver, by window, and where they go."""
    wanted, tasks = plan["requirement"], plan["tasks"]
    terms = wanted["terms"]
    places = _places(tasks)
    by_driver: dict[bool, dict[int, tuple[Array, Array]]] = {}
    given: dict[bool, dict[tuple[int, tuple[int, float]], tuple[Array, Array]]] = {}
    forecast = [i for i, driver in enumerate(wanted["drivers"]) if driver["given"]]
    window = list(zip(wanted["windows"], wanted["services"], strict=True))
    for is_local in (True, False):
        own = [i for i, term in enumerate(terms) if tasks[term["task"]]["local"] == is_local]
        by_driver[is_local] = {
            driver: _chosen(terms, [i for i in own if terms[i]["driver"] == driver], places)
            for driver in range(-1, len(wanted["drivers"]))
        }
        given[is_local] = {
            (forecast.index(driver), key): chosen
            for driver in forecast
            for key in dict.fromkeys(window)
            for chosen in [
                _chosen(
                    terms,
                    [i for i in own if terms[i]["driver"] == driver and window[terms[i]["task"]] == key],
                    places,
                )
            ]
            if len(chosen[0])
        }
    return {
        "window": wanted["window"],
        "rate": np.array([term["rate"] for term in terms]),
        "given": forecast,
        "attributes": wanted["drivers"],
        "local_terms": by_driver[True],
        "mobile_terms": by_driver[False],
        "windows": list(dict.fromkeys(window)),
        "local_given": given[True],
        "mobile_given": given[False],
    }


def _places(tasks: Rows) -> list[int]:
    """Position of each task among the local or among the mobile ones."""
    seen = {True: 0, False: 0}
    places = []
    for task in tasks:
        places.append(seen[task["local"]])
        seen[task["local"]] += 1
    return places


def _chosen(terms: Rows, chosen: list[int], places: list[int]) -> tuple[Array, Array]:
    tasks = [places[terms[i]["task"]] for i in chosen]
    if len(set(tasks)) < len(tasks):
        msg = "a task asks for a driver once"
        raise ValueError(msg)
    return np.array(tasks, dtype=np.int64), np.array(chosen, dtype=np.int64)
