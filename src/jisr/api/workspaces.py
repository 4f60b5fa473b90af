"""A new workspace, and the examples."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jisr.templates import TaskTemplate

__all__ = ["EXAMPLES", "example_folder", "new", "task_templates"]


EXAMPLES = ("three-areas", "iraq-2024", "afghan-air-force-2021", "afghan-police-ratings", "iraqi-presence")
"""The workspaces that come with the project: one to learn on, the worked case, and cases of history to be held against."""


def new(folder: Path | str, example: str = "three-areas", *, templates: Sequence[str] = ()) -> Path:
    """A new workspace to edit, made from an example, or from task templates where some are named.

    Raises:
        FileExistsError: the folder exists and is not empty; nothing is written.
        KeyError: there is no such example or template.
        OSError: it cannot be written there.
    """
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(target)
    fill = _from_templates(templates) if templates else _from_example(example)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _fill_beside(target, fill)
    except FileExistsError:  # a file stands where a folder should
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target.parent)) from None
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from None
    return target


def task_templates() -> tuple[TaskTemplate, ...]:
    """The library of task templates: unit, drivers, service level, needs and sources of each."""
    from jisr.templates import task_templates as library

    return library()


def _from_example(example: str) -> Callable[[Path], object]:
    import shutil

    source = example_folder(example)
    return lambda made: shutil.copytree(source, made, copy_function=shutil.copyfile)


def _from_templates(templates: Sequence[str]) -> Callable[[Path], object]:
    from jisr.plan import write_workspace
    from jisr.templates import starting_plan

    plan = starting_plan(templates)
    return lambda made: write_workspace(plan, made)


def _fill_beside(target: Path, fill: Callable[[Path], object]) -> None:
    """Made beside, then moved: a half-written workspace is never left at the place asked for."""
    with tempfile.TemporaryDirectory(dir=target if target.exists() else target.parent, prefix=".jisr-new-") as scratch:
        made = Path(scratch) / "workspace"
        fill(made)
        for one in (made, *made.rglob("*")):
            one.chmod(0o755 if one.is_dir() else 0o644)
        if target.exists():
            for one in made.iterdir():
                one.rename(target / one.name)
        else:
            made.rename(target)


def example_folder(example: str) -> Path:
    """Where an example is: inside the installed package, or in the checkout.

    Raises:
        KeyError: there is no such example.
    """
    package = Path(__file__).parent.parent
    for root in (package / "_examples", package.parent.parent / "examples"):
        if example in EXAMPLES and (root / example / "partnership.yaml").is_file():
            return root / example
    raise KeyError(example)
