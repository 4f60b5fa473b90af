"""The public Python API: one function per question of a user. The command line and the server use nothing else."""

from __future__ import annotations

import datetime as dt
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jisr.findings import Finding, PlanError, worst
from jisr.ids import Address
from jisr.plan import TABLES, Loaded, Partnership, Plan, read_workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jisr.assessment import Assessment, Board, Executor
    from jisr.explain import Explanation
    from jisr.transition import Measure

__all__ = [
    "EXAMPLES",
    "assess",
    "board",
    "check",
    "checked",
    "demo",
    "doctor",
    "explain",
    "load",
    "measures",
    "new",
    "open_plan",
    "report",
    "schema",
    "table_names",
]

EXAMPLES = ("three-areas", "iraq-2024")
"""The workspaces that come with the project."""


def open_plan(path: Path | str) -> Loaded:
    """What reading a workspace folder or a bundle gives: a plan if there is one, and what reading found.

    Raises:
        PlanError: the path is a file that is no bundle, or an altered one.
    """
    with _workspace(Path(path)) as folder:
        return read_workspace(folder)


def check(source: Path | str | Plan) -> tuple[Finding, ...]:
    """Everything wrong with a workspace, a bundle or a plan, at once; errors first, then by place."""
    return checked(source)[1]


def checked(source: Path | str | Plan) -> tuple[Plan | None, tuple[Finding, ...]]:
    """The plan, and everything found on reading and checking it."""
    try:
        loaded = Loaded(source, ()) if isinstance(source, Plan) else open_plan(source)
    except PlanError as error:
        return None, error.findings
    found = list(loaded.findings)
    if loaded.plan is not None:
        # rows that could not be read are missing: what refers to them would only repeat the first finding
        unread = {finding.place.file for finding in found if finding.severity == "error"}
        found += [finding for finding in _all_checks(loaded.plan) if not (unread and finding.rule in _NEEDS_ALL_ROWS)]
    return loaded.plan, tuple(sorted(found, key=Finding.sort_key))


_NEEDS_ALL_ROWS = frozenset({"reference", "address-target", "need-not-there", "need-unknown"})


def _all_checks(plan: Plan) -> Iterator[Finding]:
    from jisr import capability, inputs, programme, record, requirements, returns, threat, transition
    from jisr import plan as plan_room

    first = plan_room.checks(plan)
    yield from first
    rooms = (inputs, record, threat, requirements, capability, programme, returns, transition)
    yield from chain.from_iterable(room.checks(plan) for room in rooms)


def load(path: Path | str) -> Plan:
    """A plan that can be computed.

    Raises:
        PlanError: with every finding, when one is an error.
    """
    plan, findings = checked(path)
    if plan is None or worst(findings) == "error":
        raise PlanError(findings)
    return plan


def new(folder: Path | str, example: str = "three-areas") -> Path:
    """A new workspace to edit, made from an example.

    Raises:
        FileExistsError: the folder exists and is not empty; nothing is written.
        KeyError: there is no such example.
    """
    import shutil

    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(target)
    source = example_folder(example)
    target.parent.mkdir(parents=True, exist_ok=True)
    # copied beside, then moved: a half-written workspace is never left at the place asked for
    with tempfile.TemporaryDirectory(dir=target.parent, prefix=".jisr-new-") as scratch:
        made = Path(scratch) / "workspace"
        shutil.copytree(source, made, copy_function=shutil.copyfile)
        for one in (made, *made.rglob("*")):
            one.chmod(0o755 if one.is_dir() else 0o644)
        if target.exists():
            target.rmdir()
        made.rename(target)
    return target


def example_folder(example: str) -> Path:
    """Where an example is: inside the installed package, or in the checkout.

    Raises:
        KeyError: there is no such example.
    """
    package = Path(__file__).parent
    for root in (package / "_examples", package.parent.parent / "examples"):
        if example in EXAMPLES and (root / example / "partnership.yaml").is_file():
            return root / example
    raise KeyError(example)


def what_if(
    plan: Plan,
    *,
    draws: int | None = None,
    seed: int | None = None,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    sets: Mapping[str, str] | None = None,
) -> Plan:
    """The plan with other settings, an earlier cutoff, only what was known on a date, or other cells.

    Raises:
        KeyError, ValueError: an address names no cell, or a value does not fit it.
        PlanError: what is left cannot be computed.
    """
    from jisr.record import known_on as known

    changes: dict[Address, object] = {Address.parse(address): value for address, value in (sets or {}).items()}
    settings = {"draws": draws, "seed": seed, "cutoff": as_of}
    changes |= {Address("partnership", "", name): value for name, value in settings.items() if value is not None}
    changed = plan.replace(changes) if changes else plan
    if known_on is not None:
        changed = known(changed, known_on)
    if changed is plan:
        return plan
    findings = tuple(sorted(_all_checks(changed), key=Finding.sort_key))
    if worst(findings) == "error":
        raise PlanError(findings)
    return changed


def assess(  # noqa: PLR0913 - the options of the verb
    source: Path | str | Plan,
    *,
    draws: int | None = None,
    seed: int | None = None,
    as_of: dt.date | None = None,
    known_on: dt.date | None = None,
    option: str | None = None,
    sets: Mapping[str, str] | None = None,
    executor: Executor | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[Plan, Assessment]:
    """The whole computation, and the plan it was made for. `sets` maps addresses to values.

    Parameters: `executor` says where it is computed, by default in this process; `ProcessPool(2)` takes two, and as with
    every pool of processes a script that uses one keeps its own work under `if __name__ == "__main__":`.

    Raises:
        PlanError: the plan cannot be computed.
        KeyError, ValueError: an option or address that does not exist, or a value that does not fit.
    """
    from jisr import assessment as room

    used = executor or room.Serial()
    used.warm()
    plan = source if isinstance(source, Plan) else load(source)
    plan = what_if(plan, draws=draws, seed=seed, as_of=as_of, known_on=known_on, sets=sets)
    return plan, room.assess(plan, used, option=option, progress=progress)


def assessment_of(
    path: Path | str, progress: Callable[[str, int, int], None] | None = None, executor: Executor | None = None
) -> tuple[Plan, Assessment]:
    """The assessment of a workspace, through the cache; of a bundle, the one it holds.

    Raises:
        PlanError: the plan cannot be computed, or the bundle was altered.
    """
    from jisr import assessment as room

    plan = load(path)
    if room.is_bundle(Path(path)):
        return plan, room.read_bundle(Path(path)).assessment
    kept = room.read_kept(plan)
    if kept is not None:
        return plan, kept
    _, computed = assess(plan, progress=progress, executor=executor)
    room.keep(plan, computed)
    return plan, computed


def board(path: Path | str, at: str | None = None) -> Board:
    """Every gate and condition, for a month `YYYY-MM` or each gate's own.

    Raises:
        PlanError: the plan cannot be computed.
        ValueError: the month is not within the horizon.
    """
    from jisr import assessment as room

    return room.board(assessment_of(path)[1], at)


def measures() -> tuple[Measure, ...]:
    """Every measure a condition can test."""
    from jisr.transition import MEASURES

    return tuple(MEASURES.values())


def explain(path: Path | str, address: str) -> Explanation:
    """The chain from inputs to one number.

    Raises:
        PlanError: the plan cannot be computed.
        KeyError: nothing has that address.
    """
    from jisr.explain import explain as chain_of

    plan, assessment = assessment_of(path)
    return chain_of(plan, assessment, address)


def report(
    path: Path | str, folder: Path | str, *, to: Sequence[str] = ("html",), languages: Sequence[str] = ("en",)
) -> list[Path]:
    """Write the documents of an assessment into a folder; returns their paths.

    Raises:
        PlanError: the plan cannot be computed.
        KeyError: no such format or language.
        OSError: the folder cannot be written.
    """
    plan, assessment = assessment_of(path)
    return write_report(plan, assessment, Path(folder), to=to, languages=languages)


def write_report(
    plan: Plan,
    assessment: Assessment,
    folder: Path,
    *,
    to: Sequence[str] = ("html",),
    languages: Sequence[str] = ("en",),
) -> list[Path]:
    """Write the documents of an assessment that is already there."""
    from jisr.report import RENDERERS
    from jisr.words import LANGUAGES, Words

    unknown = [one for one in to if one not in RENDERERS] + [one for one in languages if one not in LANGUAGES]
    if unknown:
        raise KeyError(unknown[0])
    written = []
    for kind in to:
        for language in languages:
            name = f"{assessment.plan.id}{'' if language == 'en' else '-' + language}.{kind}"
            content = RENDERERS[kind](plan, assessment, Words(language))
            written.append(_write(folder / name, content))
    return written


def demo(
    folder: Path | str = "jisr-demo",
    progress: Callable[[str, int, int], None] | None = None,
    executor: Executor | None = None,
) -> tuple[Assessment, list[Path]]:
    """The worked case, assessed and reported: the page and the bundle.

    Raises:
        OSError: the folder cannot be written.
    """
    from jisr import __version__
    from jisr.assessment import bundle_bytes

    plan, assessment = assessment_of(example_folder("iraq-2024"), progress, executor)
    written = write_report(plan, assessment, Path(folder))
    bundle = bundle_bytes(plan, assessment, __version__)
    return assessment, [*written, _write(Path(folder) / f"{assessment.plan.id}.jisr", bundle)]


def schema(name: str) -> dict[str, Any]:
    """JSON Schema of a table's row, or of `partnership.yaml` (`partnership`).

    Raises:
        KeyError: no such table.
    """
    model = Partnership if name == "partnership" else TABLES[name]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}


def table_names() -> tuple[str, ...]:
    """The names of the tables, in the order of the reference."""
    return tuple(TABLES)


def doctor() -> dict[str, str]:
    """Versions of what is installed, and what is missing for documents and pages."""
    from jisr import __version__
    from jisr.doctor import examine

    return examine(__version__)


def _write(path: Path, content: bytes) -> Path:
    """Write beside and rename: a file is whole or not there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".jisr-", delete=False) as scratch:
        scratch.write(content)
        made = Path(scratch.name)
    made.chmod(0o644)
    made.replace(path)
    return path


@contextmanager
def _workspace(path: Path) -> Iterator[Path]:
    """A folder as it is, or the workspace of a bundle unpacked for as long as it is read."""
    if not path.is_file():
        yield path
        return
    from jisr.assessment import read_bundle

    with tempfile.TemporaryDirectory(prefix="jisr-") as scratch:
        for name, text in read_bundle(path).files.items():
            target = (Path(scratch) / name).resolve()
            if Path(scratch).resolve() in target.parents:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(text.encode())
        yield Path(scratch)
