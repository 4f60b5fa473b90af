"""A release of UCDP's events, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.threat.sources.download.page_shelf import PageShelf
from jisr.threat.sources.download.patient_get import Patience, patient_get
from jisr.threat.sources.download.ucdp_page import UcdpPage, read_page
from jisr.threat.sources.ucdp_release import release_of

__all__ = ["FetchRequest", "FetchedRelease", "fetch_release"]

_SERVER = "https://ucdpapi.pcr.uu.se/api"
_HEADER = "x-ucdp-access-token"
_PAGE_SIZE = 1000
"""The largest page UCDP gives."""


@dataclass(frozen=True)
class FetchRequest:
    """Which events are asked for, of whom.

    Parameters: `version` as UCDP writes it (25.1, 26.0.8); `countries` Gleditsch–Ward numbers, none for the whole world;
    `server` another address of the same interface.

    Raises:
        ValueError: the version is none UCDP would publish, or a country is no number.
    """

    version: str
    token: str
    countries: tuple[str, ...] = ()
    server: str | None = None
    page_size: int = _PAGE_SIZE

    def __post_init__(self) -> None:
        release = release_of(f"v{self.version}")
        if release is None or release.version != self.version:
            msg = f"a release is written like 25.1 or 26.0.8, not {self.version}"
            raise ValueError(msg)
        wrong = [one for one in self.countries if not one.isdigit()]
        if wrong:
            msg = f"a country is a Gleditsch–Ward number such as 645, not {wrong[0]}"
            raise ValueError(msg)
        if not self.first_url.startswith(("https://", "http://")):
            msg = "the address of the server begins with https://"
            raise ValueError(msg)

    @property
    def first_url(self) -> str:
        """The address of the first page. It says no page number: whether the first is 0 or 1 is the server's affair."""
        query = {"pagesize": str(self.page_size)}
        if self.countries:
            query["Country"] = ",".join(self.countries)
        return f"{(self.server or _SERVER).rstrip('/')}/gedevents/{self.version}?{urlencode(query, safe=',')}"


@dataclass(frozen=True)
class FetchedRelease:
    """A whole release on the shelf: `events` that came, and how many the source `announced`.

    UCDP announces more than it gives where events of no published kind are counted too.
    """

    request: FetchRequest
    pages: int
    events: int
    announced: int

    def rows(self) -> Iterator[Mapping[str, Any]]:
        """The events, one page in memory at a time, in the order of the pages.

        Raises:
            OSError: a page is no longer on the shelf.
        """
        url, shelf = self.request.first_url, PageShelf.of(self.request.first_url)
        for number in range(1, self.pages + 1):
            answer = shelf.read(number)
            if answer is None:
                msg = "a page has gone from the cache folder while it was read; fetch again"
                raise OSError(msg)
            yield from read_page(answer, url).rows


def fetch_release(
    request: FetchRequest,
    patience: Patience,
    *,
    fresh: bool = False,
    progress: Callable[[int, int], None] | None = None,
) -> FetchedRelease:
    """Fetch what is not on the shelf yet; every page is kept as soon as it is there.

    A release that changes while it is fetched (another total, an event that comes twice) is begun again once.

    Parameters: `fresh` forgets what was kept.

    Raises:
        PlanError: S115 to S118 as `patient_get`; S119 when the release changed a second time. Pages that came are kept.
        OSError: the cache folder cannot be written.
    """
    shelf = PageShelf.of(request.first_url)
    if fresh:
        shelf.clear()
    try:
        return _pages(request, patience, shelf, progress)
    except _ChangedError:
        shelf.clear()
    try:
        return _pages(request, patience, shelf, progress)
    except _ChangedError as error:
        shelf.clear()
        raise PlanError([finding("S119", _place(request, error.page), error.found)]) from None


class _ChangedError(Exception):
    def __init__(self, page: int, found: str) -> None:
        super().__init__(found)
        self.page, self.found = page, found


def _place(request: FetchRequest, page: int) -> Place:
    return Place(f"gedevents/{request.version}", page)


def _pages(
    request: FetchRequest, patience: Patience, shelf: PageShelf, progress: Callable[[int, int], None] | None
) -> FetchedRelease:
    url: str | None = request.first_url
    number, first, seen = 0, None, set[object]()
    if progress is not None:
        progress(0, 1)  # the first answer may be waited for
    while url is not None and (first is None or number < first.pages):
        number += 1
        page = _page(request, patience, shelf, number, url)
        first = first or page
        if (page.total, page.pages) != (first.total, first.pages):
            raise _ChangedError(number, f"{first.total} → {page.total}")
        ids = [row["id"] for row in page.rows]
        again = seen.intersection(ids)
        if again or len(set(ids)) < len(ids):
            raise _ChangedError(number, f"id {min(map(str, again or ids))}")
        seen.update(ids)
        if progress is not None:
            progress(number, max(page.pages, number))
        url = page.next_url
    if first is None or number < first.pages:
        raise _ChangedError(number, f"{number} of {first.pages if first else 0} pages")
    return FetchedRelease(request, number, len(seen), first.total)


def _page(request: FetchRequest, patience: Patience, shelf: PageShelf, number: int, url: str) -> UcdpPage:
    kept = shelf.read(number)
    if kept is not None:
        try:
            return read_page(kept, url)
        except ValueError:
            pass  # a page that was spoiled on the shelf is fetched again
    if number > 1:
        patience.sleep(patience.pause)

    def read(answer: bytes) -> tuple[bytes, UcdpPage]:
        return answer, read_page(answer, url)

    headers = {_HEADER: request.token, "Accept": "application/json", "User-Agent": "jisr"}
    answer, page = patient_get(url, headers, read, patience, _place(request, number))
    shelf.keep(number, answer)
    return page
