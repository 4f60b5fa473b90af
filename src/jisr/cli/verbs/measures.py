"""What a condition can test."""

from __future__ import annotations

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.terminal import as_json, say, say_version

__all__ = ["measures"]


def measures(path: PathArgument, as_: FormatOption = "text") -> None:
    """Every measure a condition can test, with unit, dimensions, direction, meaning."""
    import jisr
    from jisr.words import Words

    check_format(as_)
    say_version(path)
    plan = jisr.load(path)
    words = Words("en")
    rows = [
        {
            "id": one.id,
            "unit": one.unit,
            "dimensions": list(one.dimensions),
            "direction": "higher" if one.direction > 0 else "lower",
            "selects": list(one.selects),
            "meaning": words.text(f"measure-{one.id}"),
        }
        for one in jisr.measures()
    ]
    if as_ == "json":
        say(as_json({"schema": "jisr/measures/1", "plan": plan.partnership.id, "measures": rows}))
        return
    for row in rows:
        say(f"{row['id']}  [{row['unit']}]  {' '.join(row['dimensions'])}  {row['direction']} is better")
        say(f"    {row['meaning']}")
