"""One page of UCDP's interface, as its documentation describes it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit, urlunsplit

__all__ = ["COLUMNS", "UcdpPage", "read_page"]

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low", "gwnoa",
    "gwnob",
)  # fmt: skip
"""The columns of `GedDb` in UCDP's OpenAPI document, in its order."""
_NEEDED = ("id", "type_of_violence", "where_prec", "adm_1", "date_start", "date_end", "best", "low", "high")


@dataclass(frozen=True)
class UcdpPage:
    """`total` events and `pages` pages of the whole request; `next_url` None on the last page; the page's own rows."""

    total: int
    pages: int
    next_url: str | None
    rows: tuple[Mapping[str, Any], ...]


def read_page(answer: bytes, asked: str) -> UcdpPage:
    """A page of the shape `TotalCount, TotalPages, PreviousPageUrl, NextPageUrl, Result`.

    Source: UCDP, the public API (ucdp.uu.se/apidocs) and its OpenAPI document. The address of the next page is taken on
    the host that was asked, whatever scheme a server behind a proxy writes.

    Raises:
        ValueError: the answer is cut off, of another shape, or names a next page on another host.
    """
    try:
        read = json.loads(answer)
    except (ValueError, RecursionError):
        msg = f"no JSON, or cut off after {len(answer)} bytes"
        raise ValueError(msg) from None
    shape = read if isinstance(read, dict) else {}
    rows, total, pages = (shape.get(name) for name in ("Result", "TotalCount", "TotalPages"))
    if not (isinstance(rows, list) and isinstance(total, int) and isinstance(pages, int)):
        msg = "no Result, TotalCount and TotalPages"
        raise ValueError(msg)  # noqa: TRY004 - what was answered is a value
    lacking = [name for name in _NEEDED for row in rows if not isinstance(row, dict) or name not in row]
    if lacking:
        msg = f"events without {lacking[0]}"
        raise ValueError(msg)
    return UcdpPage(total, pages, _next(shape.get("NextPageUrl"), asked), tuple(rows))


def _next(url: object, asked: str) -> str | None:
    if not url:
        return None
    there, here = urlsplit(str(url)), urlsplit(asked)
    if there.hostname not in {None, here.hostname}:
        msg = f"the next page is on another host, {there.hostname}"
        raise ValueError(msg)
    return urlunsplit((here.scheme, here.netloc, there.path, there.query, ""))
