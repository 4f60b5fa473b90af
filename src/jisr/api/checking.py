"""Reading a workspace or a bundle, and everything wrong with it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError, worst
from jisr.plan import EventFile, Loaded, Plan, read_workspace

__all__ = ["all_checks", "bundle_findings", "check", "checked", "load", "open_plan"]


def open_plan(path: Path | str) -> Loaded:
    """What reading a workspace folder or a bundle gives: a plan if there is one, and what reading found.

    Raises:
        PlanError: nothing is there, or something that is no workspace and no bundle, or an altered bundle.
    """
    if not _is_something(Path(path)):
        named = {"case": "empty"} if not str(path) else {}
        name = Path(path).name or str(path)
        raise PlanError([finding("F112", Place(name or "."), name, **named)])
    with workspace_folder(Path(path)) as folder:
        loaded = _with_events(read_workspace(folder), folder)
    return Loaded(loaded.plan, tuple(sorted([*loaded.findings, *bundle_findings(path)], key=Finding.sort_key)))


def bundle_findings(path: Path | str) -> tuple[Finding, ...]:
    """What is worth knowing of a bundle that can be read: that another version wrote it (B103)."""
    from jisr import __version__
    from jisr.assessment import written_by

    if not Path(path).is_file():
        return ()
    version = written_by(Path(path))
    if version in {None, __version__}:
        return ()
    return (finding("B103", Place(Path(path).name), version, version=__version__),)


def _with_events(loaded: Loaded, folder: Path) -> Loaded:
    """The plan with the counts of the event files it names, while its folder is there."""
    if loaded.plan is None or not loaded.plan.rows(EventFile):
        return loaded
    from jisr.threat import with_event_counts

    plan, found = with_event_counts(loaded.plan, folder)
    return Loaded(plan, tuple(sorted([*loaded.findings, *found], key=Finding.sort_key)))


def _is_something(path: Path) -> bool:
    """Whether there is a file, or a folder with at least a part of a workspace."""
    return path.is_file() or (path / "partnership.yaml").exists() or (path / "tables").is_dir()


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
        found += all_checks(loaded.plan)
    return loaded.plan, tuple(sorted(found, key=Finding.sort_key))


def all_checks(plan: Plan) -> Iterator[Finding]:
    """What every room finds in a plan, without what follows only from a row that could not be read."""
    from jisr import capability, inputs, programme, record, requirements, returns, templates, threat, transition
    from jisr import plan as plan_room

    missing = plan_room.check_targets(plan)
    yield from missing
    plan = plan_room.with_doubts(plan, missing)
    rooms = (plan_room, inputs, record, threat, requirements, capability, programme, returns, transition, templates)
    found = list(plan_room.run_checks(plan, [room.checks for room in rooms]))
    yield from found
    # what could not be read was found on loading, not here, and a plan without it cannot be computed
    is_whole = not plan.unread and worst([*missing, *found]) != "error"
    if is_whole and any(
        row.contributions == "task-units" or row.no_shortfall_on_record for row in plan.rows(plan_room.Task)
    ):
        from jisr import assessment
        from jisr.acceleration import numpy_only

        with numpy_only():  # one month of few draws: reading the compiled code would take longer
            yield from list(assessment.checks(plan))


def load(path: Path | str) -> Plan:
    """A plan that can be computed.

    Raises:
        PlanError: with every finding, when one is an error.
    """
    plan, findings = checked(path)
    if plan is None or worst(findings) == "error":
        raise PlanError(findings)
    return plan


@contextmanager
def workspace_folder(path: Path) -> Iterator[Path]:
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
