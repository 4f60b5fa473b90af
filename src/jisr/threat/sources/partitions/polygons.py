"""First-level areas from any GeoJSON."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.threat.sources.events import ADMIN1, Events
from jisr.threat.sources.partitions.partition import IMPRECISE, NO_AREA, Placement

if TYPE_CHECKING:
    from shapely import Geometry

__all__ = ["Polygons"]

_NAMES = ("name", "shapeName", "NAME_1", "ADM1_EN", "adm1_name", "iso_3166_2")
"""Properties that name a feature in the boundary sets people use (geoBoundaries, GADM, OCHA)."""


@dataclass(frozen=True)
class Polygons:
    """Units by the polygon a point lies in; on a common border the first of the file.

    Parameters: `least_precision` the coarsest precision still placed; by default the first-level area, since the point
    of an event known by country alone is the middle of the country.
    """

    units: tuple[str, ...]
    geometries: tuple[Geometry, ...]
    least_precision: int = ADMIN1

    @classmethod
    def read(cls, path: Path, name: str | None = None, least_precision: int = ADMIN1) -> Polygons:
        """The features of a GeoJSON file, named by a property, in the order of the file.

        Raises:
            PlanError: no GeoJSON of polygons, or features without a name of their own (S105, S106).
        """
        import shapely

        features = _features(path)
        used = name or next((one for one in _NAMES if all(one in _properties(each) for each in features)), "")
        units = tuple(str(_properties(each).get(used, "")).strip() for each in features)
        found = [_unnamed(path, units, used)] if "" in units or len(set(units)) < len(units) else []
        geometries: list[Geometry] = []
        for number, feature in enumerate(features, 1):
            try:
                geometry = shapely.make_valid(shapely.from_geojson(json.dumps(feature.get("geometry"))))
            except (shapely.GEOSException, TypeError, ValueError):
                geometry = None
            if geometry is None or shapely.get_dimensions(geometry) < 2:
                found.append(finding("S105", Place(path.name), number, case="feature"))
                continue
            geometries.append(geometry)
        if found:
            raise PlanError(found)
        return cls(units, tuple(geometries), least_precision)

    def place(self, events: Events) -> Placement:
        """The unit of each event. Equal points are looked up once."""
        import shapely

        unit_of = np.full(len(events), NO_AREA, dtype=np.int64)
        usable = np.isfinite(events.latitude) & np.isfinite(events.longitude)
        precise = events.precision <= self.least_precision
        points, position = np.unique((events.longitude + 1j * events.latitude)[usable & precise], return_inverse=True)
        tree = shapely.STRtree(self.geometries)
        hits = tree.query(shapely.points(points.real, points.imag), predicate="intersects")
        found = np.full(len(points), len(self.units), dtype=np.int64)
        np.minimum.at(found, hits[0], hits[1])
        found[found == len(self.units)] = NO_AREA
        unit_of[usable & precise] = found[position.reshape(-1)]
        unit_of[~precise] = IMPRECISE
        return Placement(self.units, unit_of)


def _features(path: Path) -> list[dict[str, Any]]:
    try:
        data = json.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise PlanError([finding("F101", Place(path.name), path.name, case="given")]) from None
    except (OSError, ValueError, RecursionError):  # brackets within brackets without end
        raise PlanError([finding("S105", Place(path.name), case="json")]) from None
    features = data.get("features") if isinstance(data, dict) else None
    if not isinstance(features, list) or not features or not all(isinstance(one, dict) for one in features):
        raise PlanError([finding("S105", Place(path.name), case="features")])
    return features


def _properties(feature: dict[str, Any]) -> dict[str, Any]:
    properties = feature.get("properties")
    return properties if isinstance(properties, dict) else {}


def _unnamed(path: Path, units: tuple[str, ...], used: str) -> Finding:
    twice = sorted({unit for unit in units if units.count(unit) > 1})
    return finding("S106", Place(path.name), " ".join(twice) or "?", column=used or "?", known=" ".join(_NAMES))
