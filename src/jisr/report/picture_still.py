"""A chart as a still picture: for print, and where no script runs."""

from __future__ import annotations

import base64
import json
import re
from functools import lru_cache

from jisr.charts import Chart, shared_data

__all__ = ["picture_dots", "picture_lines", "picture_still"]

_WIDTH = 620
"""Pixels: half the page on a desk, the width of a sheet in print."""
_SCALE = 2.0


_ID = re.compile(r'id="([a-z_-]*)(\d+)"')


def picture_still(chart: Chart) -> str:
    """The chart without its title as an SVG in a `data:` address."""
    return "data:image/svg+xml;base64," + base64.b64encode(picture_lines(chart)).decode()


def picture_lines(chart: Chart) -> bytes:
    """The chart without its title as lines and letters (SVG). Drawn once for page and document."""
    return _drawn(_specification(chart))


def picture_dots(chart: Chart) -> bytes:
    """The chart without its title as dots (PNG), at twice the size: its letters stay as the chart's renderer joins them."""
    import vl_convert

    return bytes(vl_convert.vegalite_to_png(_specification(chart), scale=_SCALE))


def _specification(chart: Chart) -> str:
    body = {key: value for key, value in chart.specification.items() if key != "title"}
    return json.dumps(shared_data(body) | {"width": _WIDTH}, ensure_ascii=False, sort_keys=True)


@lru_cache(maxsize=128)
def _drawn(specification: str) -> bytes:
    import vl_convert

    return _numbered(str(vl_convert.vegalite_to_svg(specification))).encode()


def _numbered(svg: str) -> str:
    """The picture with its inner ids counted from nought: the renderer counts them over all it has drawn."""
    found = dict.fromkeys(_ID.findall(svg))
    for i, (name, number) in enumerate(found):
        svg = re.sub(rf'(id="|#){re.escape(name)}{number}(?=["\')])', rf"\g<1>{name}-{i}", svg)
    return svg
