"""The library that comes with the project."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from jisr.templates.task_template import Library, TaskTemplate

__all__ = ["library", "task_templates"]


@cache
def library() -> Library:
    """The library, read once: `library.yaml` beside this file."""
    import yaml

    return Library.model_validate(yaml.safe_load((files("jisr.templates") / "library.yaml").read_text("utf-8")))


def task_templates() -> tuple[TaskTemplate, ...]:
    """The templates, in the order of the library."""
    return library().templates
