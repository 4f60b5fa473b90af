"""A new workspace, and the examples."""

from __future__ import annotations

import tempfile
from pathlib import Path

__all__ = ["EXAMPLES", "example_folder", "new"]


EXAMPLES = ("three-areas", "iraq-2024")
"""The workspaces that come with the project."""


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
    package = Path(__file__).parent.parent
    for root in (package / "_examples", package.parent.parent / "examples"):
        if example in EXAMPLES and (root / example / "partnership.yaml").is_file():
            return root / example
    raise KeyError(example)
