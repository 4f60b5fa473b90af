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
from jisr.plan.loading.control_characters import control_character

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
    """Read one YAML document; a second key of the same name and an alias that holds itself are findings."""
    try:
        node = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        place = Place(name, mark.line + 1, mark.column + 1) if mark else Place(name)
        return ReadYaml(None, {}, (finding("F109", place, error.problem or ""),))
    except yaml.YAMLError as error:
        return ReadYaml(None, {}, (finding("F109", Place(name), str(error)),))
    builder = _Builder(name)
    try:
        data = builder.build(node, ()) if node is not None else None
    except RecursionError:
        return ReadYaml(None, {}, (finding("F109", Place(name), "recursion"),))
    return ReadYaml(data, builder.places, tuple(builder.findings))


class _Builder:
    """Nodes → data, remembering where each stands."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.places: dict[Path, Place] = {}
        self.findings: list[Finding] = []

    def build(self, node: yaml.Node, path: Path) -> Any:
        """The data of a node; scalars stay text, null is None."""
        self.places[path] = self._place(node)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*path, i)) for i, item in enumerate(node.value)]
        if character := control_character(node.value):
            self.findings.append(finding("C219", self._place(node), character))
        plain = getattr(node, "style", None) is None
        return None if plain and node.value in {"", "~", "null"} else node.value

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                self.findings.append(finding("F109", self._place(key)))
            elif key.value in data:
                first = self.places[*path, key.value]
                self.findings.append(finding("R302", self._place(key), key.value, first=str(first)))
            else:
                data[key.value] = self.build(value, (*path, key.value))
        return {key: value for key, value in data.items() if value is not None}

    def _place(self, node: yaml.Node) -> Place:
        return Place(self.name, node.start_mark.line + 1, node.start_mark.column + 1)
