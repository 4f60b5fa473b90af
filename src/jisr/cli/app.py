"""The verbs, in the order of the contract."""

from __future__ import annotations

import typer

from jisr.cli.verbs.assess import assess
from jisr.cli.verbs.board import board
from jisr.cli.verbs.check import check
from jisr.cli.verbs.compare import compare
from jisr.cli.verbs.demo import demo
from jisr.cli.verbs.doctor import doctor
from jisr.cli.verbs.explain import explain
from jisr.cli.verbs.measures import measures
from jisr.cli.verbs.new import new
from jisr.cli.verbs.reach import reach
from jisr.cli.verbs.report import report
from jisr.cli.verbs.schema import schema
from jisr.cli.verbs.score import score
from jisr.cli.verbs.sensitivity import sensitivity
from jisr.cli.verbs.test import test
from jisr.cli.verbs.threat import threat

__all__ = ["app"]

app = typer.Typer(
    name="jisr",
    help="The open, reproducible workbench of a bilateral security-cooperation commission.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
VERBS = (demo, new, check, schema, assess, board, measures, explain, report, compare, reach, sensitivity, score, doctor)
for verb in VERBS:
    app.command()(verb)
app.add_typer(threat, name="threat")
app.command()(test)
