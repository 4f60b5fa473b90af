"""Releases fetched from a publisher's own interface: pages that are kept, so that an interrupted fetch goes on."""

from jisr.threat.sources.download.patient_get import Patience
from jisr.threat.sources.download.release_file import release_file
from jisr.threat.sources.download.ucdp_release_pages import FetchedRelease, FetchRequest, fetch_release

__all__ = ["FetchRequest", "FetchedRelease", "Patience", "fetch_release", "release_file"]
