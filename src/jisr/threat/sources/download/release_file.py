"""A fetched release as the file UCDP itself would publish."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from jisr.threat.sources.download.ucdp_page import COLUMNS
from jisr.threat.sources.download.ucdp_release_pages import FetchedRelease

__all__ = ["release_file"]

_ROWS = 2_000
"""Rows put into text at a time: a release is hundreds of megabytes."""


def release_file(fetched: FetchedRelease) -> tuple[str, Iterator[bytes]]:
    """The name that says which months it covers, and the CSV in parts; with countries, they are in the name."""
    request = fetched.request
    only = f"_country_{'_'.join(request.countries)}" if request.countries else ""
    return f"GEDEvent_v{request.version.replace('.', '_')}{only}.csv", _parts(fetched)


def _parts(fetched: FetchedRelease) -> Iterator[bytes]:
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    for number, row in enumerate(fetched.rows(), 1):
        writer.writerow(row)
        if number % _ROWS == 0:
            yield text.getvalue().encode()
            text.seek(0)
            text.truncate()
    yield text.getvalue().encode()
