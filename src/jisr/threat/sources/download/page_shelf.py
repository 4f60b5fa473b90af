"""Pages of a release as they were answered, kept in the user's cache folder until the release is whole."""

from __future__ import annotations

import gzip
import hashlib
import os
import zlib
from dataclasses import dataclass
from pathlib import Path

from jisr.cache_folder import cache_folder

__all__ = ["PageShelf"]


@dataclass(frozen=True)
class PageShelf:
    """The pages of one request, numbered from 1; another server or another filter is another shelf."""

    folder: Path

    @classmethod
    def of(cls, url: str) -> PageShelf:
        """The shelf of the first page's address."""
        return cls(cache_folder() / f"pages-{hashlib.sha256(url.encode()).hexdigest()[:24]}")

    def read(self, number: int) -> bytes | None:
        """A page as it was answered; None when there is none, or it cannot be read."""
        try:
            return gzip.decompress(self._path(number).read_bytes())
        except (OSError, EOFError, zlib.error):
            return None

    def keep(self, number: int, answer: bytes) -> None:
        """Keep a page whole or not at all.

        Raises:
            OSError: the cache folder cannot be written: a fetch that could not go on where it was is not begun.
        """
        self.folder.mkdir(parents=True, exist_ok=True)
        scratch = self.folder / f".{number}.{os.getpid()}"
        scratch.write_bytes(gzip.compress(answer, compresslevel=6, mtime=0))
        scratch.replace(self._path(number))

    def clear(self) -> None:
        """Forget every page."""
        for path in self.folder.glob("page-*.json.gz"):
            path.unlink(missing_ok=True)

    def _path(self, number: int) -> Path:
        return self.folder / f"page-{number:05d}.json.gz"
