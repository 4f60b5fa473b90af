"""A new workspace, and the examples."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path

__all__ = ["EXAMPLES", "example_folder", "new"]


EXAMPLES = ("three-areas", "iraq-2024", "afghan-air-force-2021", "afghan-police-ratings", "iraqi-presence")
"""The workspaces that come with the project: one to learn on, the worked case, and cases of history to be held against."""


def new(folder: Path | str, example: str = "three-areas") -> Path:
    """A new workspace to edit, made from an example.

    Raises:
        FileExistsError: the folder exists and is not empty; nothing is written.
        KeyError: there is no such example.
        OSError: it cannot be written there.
    """
    target = Path(folder)
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise FileExistsError(target)
    source = example_folder(example)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _copy(source, target)
    except FileExistsError:  # a file stands where a folder should
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(target.parent)) from None
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(target)) from None
    return target


def _copy(source: Path, target: Path) -> None:
    """Copied beside, then moved: a half-written workspace is never left at the place asked for."""
    import shutil

    with tempfile.TemporaryDirectory(dir=target if target.exists() else target.parent, prefix=".jisr-new-") as scratch:
        made = Path(scratch) / "workspace"
        shutil.copytree(source, made, copy_function=shutil.copyfile)
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
