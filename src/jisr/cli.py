"""The command line: one thin verb per user question; every rule lives in the rooms."""

from __future__ import annotations

import datetime as dt
import os
import sys
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from typer.exceptions import TyperException

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jisr.assessment import Executor
    from jisr.findings import Finding

__all__ = ["app", "main"]

DONE, FOUND, USAGE, UNFINISHED = 0, 1, 2, 3

app = typer.Typer(
    name="jisr",
    help="The open, reproducible workbench of a bilateral security-cooperation commission.",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

PathArgument = Annotated[Path, typer.Argument(metavar="PATH", help="A workspace folder or a bundle.")]
FormatOption = Annotated[str, typer.Option("--format", help="text or json.")]


@app.command()
def demo(out: Annotated[Path, typer.Option(help="Where the page and the bundle go.")] = Path("jisr-demo")) -> None:
    """The worked case, assessed and reported."""
    import jisr
    from jisr.report import demo_lines
    from jisr.words import Words

    with _progress() as progress, _processes() as executor:
        assessment, written = jisr.demo(out, progress, executor)
    for line in demo_lines(assessment, Words("en")):
        _say(line)
    for path in written:
        _say(f"  {path}")


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet.")],
    example: Annotated[str, typer.Option("--from", help="three-areas or iraq-2024.")] = "three-areas",
) -> None:
    """A small valid workspace to edit."""
    import jisr

    try:
        made = jisr.new(folder, example)
    except FileExistsError:
        _wrong(f"{folder} is there already and not empty")
    except KeyError:
        _wrong(f"there is no example {example}")
    _say(f"{made}")


@app.command()
def check(path: PathArgument, as_: FormatOption = "text") -> None:
    """Everything wrong with it, at once."""
    import jisr

    _format(as_)
    _report_findings(jisr.check(path), as_)


@app.command()
def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A table, or partnership.")] = None,
) -> None:
    """JSON Schema of a table or of partnership.yaml; without a name, the names."""
    import jisr

    if name is None:
        for table in ("partnership", *jisr.table_names()):
            _say(table)
        return
    try:
        _say(_json(jisr.schema(name)))
    except KeyError:
        _wrong(f"there is no table {name}")


@app.command()
def assess(  # noqa: PLR0913, PLR0917 - the options of the contract
    path: PathArgument,
    draws: Annotated[int | None, typer.Option(min=100, help="Number of draws.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Seed.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="An earlier cutoff.")] = None,
    known_on: Annotated[str | None, typer.Option("--known-on", metavar="DATE", help="Only what was known.")] = None,
    option: Annotated[str | None, typer.Option(help="A row of `options`.")] = None,
    sets: Annotated[list[str] | None, typer.Option("--set", metavar="ADDRESS=VALUE", help="Another value.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write a re-runnable bundle.")] = None,
    as_: FormatOption = "text",
) -> None:
    """The whole computation."""
    import jisr
    from jisr.assessment import ASSESSMENT_SCHEMA, bundle_bytes, to_json
    from jisr.report import assess_text
    from jisr.words import Words

    _format(as_)
    changes = _changes(sets or [])
    with _progress() as progress, _usage(), _processes() as executor:
        plan, assessment = jisr.assess(
            path,
            draws=draws,
            seed=seed,
            as_of=_date(as_of),
            known_on=_date(known_on),
            option=option,
            sets=changes,
            executor=executor,
            progress=progress,
        )
    if out is not None:
        _write(out, bundle_bytes(plan, assessment, jisr.__version__))
    if as_ == "json":
        _say(to_json(ASSESSMENT_SCHEMA, assessment).rstrip("\n"))
    else:
        _say(assess_text(assessment, Words("en")))


@app.command()
def board(
    path: PathArgument,
    at: Annotated[str | None, typer.Option(metavar="YYYY-MM", help="The month to look at.")] = None,
    as_: FormatOption = "text",
) -> None:
    """Every gate and condition: state, deciding record, age, owner, blocker; probability by date."""
    from jisr.api import assessment_of
    from jisr.assessment import BOARD_SCHEMA, to_json
    from jisr.assessment import board as board_of
    from jisr.report import board_text
    from jisr.words import Words

    _format(as_)
    with _progress() as progress, _usage(), _processes() as executor:
        assessment = assessment_of(path, progress, executor)[1]
        found = board_of(assessment, at)
    _say(to_json(BOARD_SCHEMA, found).rstrip("\n") if as_ == "json" else board_text(assessment, found, Words("en")))


@app.command()
def measures(path: PathArgument, as_: FormatOption = "text") -> None:
    """Every measure a condition can test, with unit, dimensions, direction, meaning."""
    import jisr
    from jisr.words import Words

    _format(as_)
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
        _say(_json({"schema": "jisr/measures/1", "plan": plan.partnership.id, "measures": rows}))
        return
    for row in rows:
        _say(f"{row['id']}  [{row['unit']}]  {' '.join(row['dimensions'])}  {row['direction']} is better")
        _say(f"    {row['meaning']}")


@app.command()
def explain(
    path: PathArgument,
    address: Annotated[str, typer.Argument(metavar="ADDRESS", help="gate/…, condition/…, task/…, or a cell.")],
    as_: FormatOption = "text",
) -> None:
    """The chain from inputs to one number, with basis and evidence."""
    from jisr.api import assessment_of
    from jisr.assessment import to_json
    from jisr.explain import EXPLAIN_SCHEMA
    from jisr.explain import explain as chain_of
    from jisr.report import explain_text
    from jisr.words import Words

    _format(as_)
    with _progress() as progress, _processes() as executor:
        plan, assessment = assessment_of(path, progress, executor)
    try:
        chain = chain_of(plan, assessment, address)
    except KeyError:
        _wrong(f"nothing has the address {address}")
    _say(to_json(EXPLAIN_SCHEMA, chain).rstrip("\n") if as_ == "json" else explain_text(chain, Words("en")))


@app.command()
def report(
    path: PathArgument,
    to: Annotated[str, typer.Option(help="html.")] = "html",
    lang: Annotated[str, typer.Option(help="en.")] = "en",
    out: Annotated[Path, typer.Option(help="The folder.")] = Path("jisr-report"),
) -> None:
    """Documents."""
    from jisr.api import assessment_of, write_report

    with _progress() as progress, _processes() as executor:
        plan, assessment = assessment_of(path, progress, executor)
    try:
        written = write_report(plan, assessment, out, to=to.split(","), languages=lang.split(","))
    except KeyError as error:
        _wrong(f"there is no {error.args[0]}")
    for one in written:
        _say(str(one))


@app.command()
def doctor(as_: FormatOption = "text") -> None:
    """Versions, fonts, browser, known clashes."""
    import jisr

    _format(as_)
    found = jisr.doctor()
    if as_ == "json":
        _say(_json({"schema": "jisr/doctor/1", **found}))
    else:
        for name, value in found.items():
            _say(f"{name:22} {value}")
    if any(name.startswith("clash:") for name in found):
        raise typer.Exit(FOUND)


@app.command(name="test", hidden=True)
def test() -> None:
    """Run the gate (through the launcher: ./jisr test)."""
    _wrong("the gate is run by the launcher of a checkout: ./jisr test")


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a verb; findings, wrong usage and interruptions become exit codes, never a traceback."""
    from jisr.findings import PlanError

    code = DONE
    try:
        code = app(args=None if arguments is None else list(arguments), standalone_mode=False) or DONE
    except PlanError as error:
        _say_findings(error.findings, "text")
        code = FOUND
    except KeyboardInterrupt:
        code = _complain("interrupted; what was finished is kept")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        code = _complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
    except Exception as error:  # noqa: BLE001 - the edge: a defect becomes one line and exit code 3
        code = _unexpected(error)
    sys.stdout.flush()
    sys.exit(code)


def _unexpected(error: Exception) -> int:
    """Usage errors of the parser say what was wrong; anything else is a defect, said in one line."""
    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort):
        return _complain("interrupted; what was finished is kept")
    if isinstance(error, TyperException):
        show = getattr(error, "show", None)
        if show is not None:
            show()
        return USAGE
    if os.environ.get("JISR_DEBUG"):
        raise error
    return _complain(f"unexpected: {type(error).__name__}: {error} (JISR_DEBUG=1 shows where; please report it)")


def _complain(text: str) -> int:
    print(f"jisr: {text}", file=sys.stderr)  # noqa: T201 - this is the command line
    return UNFINISHED


def _say(text: str) -> None:
    print(text)  # noqa: T201 - this is the command line


def _wrong(text: str) -> NoReturn:
    print(f"jisr: {text}", file=sys.stderr)  # noqa: T201 - this is the command line
    raise typer.Exit(USAGE)


@contextmanager
def _usage() -> Iterator[None]:
    """What does not fit the plan in an option is wrong usage, not a defect."""
    try:
        yield
    except (KeyError, ValueError) as error:
        first = str(error.args[0] if error.args else error).splitlines()[0]
        _wrong(f"{first}")


def _format(value: str) -> None:
    if value not in {"text", "json"}:
        _wrong(f"--format is text or json, not {value}")


def _date(text: str | None) -> dt.date | None:
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError:
        _wrong(f"expected a date YYYY-MM-DD, found {text}")


def _changes(sets: Sequence[str]) -> dict[str, str]:
    changes = {}
    for one in sets:
        address, equals, value = one.partition("=")
        if not equals:
            _wrong(f"expected ADDRESS=VALUE, found {one}")
        changes[address.strip()] = value.strip()
    return changes


def _report_findings(findings: Sequence[Finding], as_: str) -> None:
    from jisr.findings import worst

    _say_findings(findings, as_)
    if worst(findings) == "error":
        raise typer.Exit(FOUND)


def _say_findings(findings: Sequence[Finding], as_: str) -> None:
    from jisr.words import Words, finding_text

    if as_ == "json":
        rows = [
            {
                "code": one.code,
                "severity": one.severity,
                "place": {"file": one.place.file, "line": one.place.line, "column": one.place.column},
                "rule": one.rule,
                "found": one.found,
                "values": dict(sorted(one.values.items())),
            }
            for one in findings
        ]
        _say(_json({"schema": "jisr/findings/1", "findings": rows}))
        return
    words = Words("en")
    for one in findings:
        _say(finding_text(one, words))
    numbers = [sum(one.severity == kind for one in findings) for kind in ("error", "warning", "note")]
    _say(words.text("findings-total", errors=numbers[0], warnings=numbers[1], notes=numbers[2]))


def _json(value: Any) -> str:
    import json

    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False)


def _write(path: Path, content: bytes) -> None:
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    scratch.write_bytes(content)
    scratch.replace(path)


@contextmanager
def _processes() -> Iterator[Executor]:
    """As many processes as may run here, started with the first work and stopped at the end."""
    from jisr.assessment import default_executor

    executor = default_executor()
    try:
        yield executor
    finally:
        executor.close()


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None] | None]:
    """A bar on standard error where somebody looks at it; nothing where output is kept."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, of: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=of)
            bar.update(tasks[stage], completed=done, total=of)

        yield show


if __name__ == "__main__":
    main()
