"""YAML 1.2 scalars on PyYAML's loader, with the place of every node and no silent duplicate.

PyYAML alone reads YAML 1.1 (`NO` is False, `12:30` is 750, `2024-09-30` a date) and keeps the last of two equal keys.
Scalars therefore stay text and the models read them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import yaml

from jisr.finding_codes import finding
from jisr.findings import Finding, Place

__all__ = ["ReadYaml", "read_yaml"]

Path = tuple[int | str, ...]


@dataclass(frozen=True)
class ReadYaml:
    """The data of a YAML file, the place of each value by path, and findings."""

    data: Any
    places: dict[Path, Place]
    findings: tuple[Finding, ...]

    def place(self, path: Path, name: str) -> Place:
        """The place of a value, or of the nearest thing that holds it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, Place(name))


def read_yaml(text: str, name: str) -> ReadYaml:
    """Read one YAML document; a second key of the same name and an alias are findings."""
    places: dict[Path, Place] = {}
    findings: list[Finding] = []
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        return ReadYaml(None, places, (finding("F109", place, error.problem or ""),))
    except yaml.YAMLError as error:
        return ReadYaml(None, places, (finding("F109", Place(name), str(error)),))

    def build(current: yaml.Node, path: Path) -> Any:
        places[path] = Place(name, current.start_mark.line + 1, current.start_mark.column + 1)
        if isinstance(current, yaml.MappingNode):
            return _mapping(current, path)
        if isinstance(current, yaml.SequenceNode):
            return [build(item, (*path, i)) for i, item in enumerate(current.value)]
        if current.tag == "tag:yaml.org,2002:null" or (
            getattr(current, "style", None) is None and current.value in {"", "~", "null"}
        ):
            return None
        return current.value

    def _mapping(current: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in current.value:
            if not isinstance(key, yaml.ScalarNode):
                findings.append(finding("F109", Place(name, key.start_mark.line + 1, key.start_mark.column + 1)))
                continue
            if key.value in data:
                place = Place(name, key.start_mark.line + 1, key.start_mark.column + 1)
                findings.append(finding("R302", place, key.value, first=str(places[(*path, key.value)])))
                continue
            data[key.value] = build(value, (*path, key.value))
        return {key: value for key, value in data.items() if value is not None}

    try:
        data = build(node, ()) if node is not None else None
    except RecursionError:
        return ReadYaml(None, places, (finding("F109", Place(name), "recursion"),))
    return ReadYaml(data, places, tuple(findings))
