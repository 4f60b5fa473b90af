"""The table of a file that may be an archive."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError

__all__ = ["unpacked"]


@contextmanager
def unpacked(path: Path) -> Iterator[Path]:
    """The table itself: the file, or the one table of an archive, unpacked while it is read.

    Raises:
        PlanError: the archive is cut off or altered, or holds no table or several (S101).
    """
    if not (zipfile.is_zipfile(path) or path.suffix == ".zip"):
        yield path
        return
    with tempfile.TemporaryDirectory(prefix="jisr-") as scratch:
        yield _unpacked(path, Path(scratch))


def _unpacked(path: Path, folder: Path) -> Path:
    """The one table of an archive.

    Raises:
        PlanError: the archive is cut off or altered, or holds no table or several (S101).
    """
    try:
        with zipfile.ZipFile(path) as archive:
            tables = [one for one in archive.infolist() if one.filename.lower().endswith((".csv", ".parquet"))]
            if len(tables) != 1:
                names = " ".join(one.filename for one in archive.infolist())
                raise PlanError([finding("S101", Place(path.name), names or "empty")])
            target = folder / Path(tables[0].filename).name
            with archive.open(tables[0]) as packed, target.open("wb") as out:
                shutil.copyfileobj(packed, out)
            return target
    except (zipfile.BadZipFile, EOFError, zlib.error, NotImplementedError, RuntimeError) as error:
        raise PlanError([finding("S101", Place(path.name), f"{error or type(error).__name__}")]) from None
