"""Where the spread of results comes from, as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from jisr.comparison import GroupShare, Sensitivity, SeriesSensitivity
from jisr.words import Words

__all__ = ["sensitivity_text"]

_WIDTH = 110
_MOST = 8
"""Groups listed for a gate."""
_OF_A_TASK = 3
"""Groups named for a task."""
_LEAST = 0.01
"""Smaller shares are not named there."""
_SURE = 2.0
_NAME = 50


def sensitivity_text(found: Sensitivity, words: Words) -> str:
    """By gate: groups by kind and by basis with errors; by task: the groups that most comes from. 110 columns."""
    lines = textwrap.wrap(
        words.text(
            "sensitivity-lead",
            draws=words.number(found.draws),
            groups=words.number(len(found.groups)),
            runs=words.number(found.runs),
        ),
        _WIDTH,
        subsequent_indent="  ",
    )
    for one in found.series:
        if one.kind == "gate":
            lines += ["", *_gate(found, one, words)]
    lines += ["", words.text("sensitivity-tasks")]
    for one in found.series:
        if one.kind != "gate":
            lines += _task(one, words)
    return "\n".join(lines)


def _gate(found: Sensitivity, one: SeriesSensitivity, words: Words) -> Iterator[str]:
    month = one.month or ""
    chance = one.mean[found.months.index(month)]
    yield words.text(
        "sensitivity-gate",
        gate=words.name(one.name).upper(),
        month=words.month(month),
        chance=words.chance(chance, found.draws),
    )
    shares = one.at_month
    if not shares:
        yield f"  {words.text('sensitivity-none')}"
        shares = one.overall
    if shares and not one.at_month:
        yield f"  {words.text('sensitivity-all-months')}"
    for by in ("kind", "basis") if shares else ():
        yield from _table([share for share in shares if share.by == by], by, words)


def _table(shares: Sequence[GroupShare], by: str, words: Words) -> Iterator[str]:
    first, total = words.text("sensitivity-first"), words.text("sensitivity-total")
    yield f"  {words.text(f'sensitivity-by-{by}'):{_NAME}} {first:>16} {total:>16}"
    for share in shares[:_MOST]:
        alone, whole = _figure(share.first, share.first_error, words), _figure(share.total, share.total_error, words)
        yield f"    {_group(share, words):{_NAME - 2}} {alone:>16} {whole:>16}"
    if len(shares) > _MOST:
        most = max(share.total for share in shares[_MOST:])
        yield f"    {words.text('sensitivity-rest', n=len(shares) - _MOST, most=words.number(max(most, 0.0), 2))}"


def _figure(value: float, error: float, words: Words) -> str:
    sign = "−" if round(value, 2) < 0 else ""
    return f"{sign}{words.number(abs(value), 2)} ±{words.number(_SURE * error, 2)}"


def _group(share: GroupShare, words: Words) -> str:
    return words.text(f"group-{share.group}")


def _task(one: SeriesSensitivity, words: Words) -> list[str]:
    name = words.name(one.name) or words.text("sensitivity-uncovered")
    shares = [share for share in one.overall if share.by == "kind" and share.total >= _LEAST][:_OF_A_TASK]
    if not shares:
        return [f"  {name}: {words.text('sensitivity-same')}"]
    named = words.text("comma").join(
        f"{_group(share, words)} {_figure(share.total, share.total_error, words)}" for share in shares
    )
    return textwrap.wrap(f"{name}: {named}", _WIDTH, initial_indent="  ", subsequent_indent="    ")
