"""Outlines of the areas, from a GeoJSON file the plan names; drawn, never computed with."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from jisr.finding_codes import finding
from jisr.findings import Finding, Place

__all__ = ["Boundaries", "read_boundaries"]

Ring = tuple[tuple[float, float], ...]


@dataclass(frozen=True)
class Boundaries:
    """The text of the file as it was read, and the property that names each outline."""

    file: str
    property: str
    text: str

    @cached_property
    def outlines(self) -> Mapping[str, tuple[tuple[Ring, ...], ...]]:
        """Name → polygons, each of rings of (longitude, latitude) in degrees; the first ring is the outer one."""
        found: dict[str, tuple[tuple[Ring, ...], ...]] = {}
        for feature in json.loads(self.text)["features"]:
            name = str((feature.get("properties") or {}).get(self.property) or "")
            if name:
                found[name] = found.get(name, ()) + _polygons(feature["geometry"])
        return found


def read_boundaries(text: str, file: str, property_name: str) -> tuple[Boundaries | None, list[Finding]]:
    """The outlines, or the finding that says why they cannot be read (M101) or carry no such property (M102)."""
    place = Place(file)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        return None, [finding("M101", Place(file, error.lineno, error.colno), case="json")]
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets within brackets without end
        return None, [finding("M101", place, case="json")]
    if not isinstance(data, dict) or not isinstance(data.get("features"), list) or not data["features"]:
        found = data.get("type", "") if isinstance(data, dict) else ""
        return None, [finding("M101", place, found, case="type" if found else "other")]
    wrong = next((i for i, feature in enumerate(data["features"], 1) if not _is_outline(feature)), None)
    if wrong is not None:
        return None, [finding("M101", place, wrong, case="feature")]
    read = Boundaries(file, property_name, text)
    if not read.outlines:
        known = sorted({key for feature in data["features"] for key in feature.get("properties") or {}})
        return None, [finding("M102", place, property_name, known=", ".join(known) or "–")]
    return read, []


def _is_outline(feature: Any) -> bool:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    if not isinstance(geometry, dict) or geometry.get("type") not in ("Polygon", "MultiPolygon"):
        return False
    if not isinstance(feature.get("properties") or {}, dict):
        return False
    try:
        polygons = _polygons(geometry)
        return all(polygons) and bool(polygons) and all(len(ring) >= 4 for polygon in polygons for ring in polygon)
    except (TypeError, ValueError, KeyError, IndexError):
        return False


def _polygons(geometry: Mapping[str, Any]) -> tuple[tuple[Ring, ...], ...]:
    parts: Sequence[Any] = geometry["coordinates"]
    polygons = [parts] if geometry["type"] == "Polygon" else parts
    return tuple(tuple(_ring(ring) for ring in polygon) for polygon in polygons)


def _ring(ring: Sequence[Any]) -> Ring:
    points = tuple((float(point[0]), float(point[1])) for point in ring)
    if any(not (-180 <= x <= 180 and -90 <= y <= 90) for x, y in points):
        msg = "outside the degrees of the globe"
        raise ValueError(msg)
    return points
