"""A file that is whole or not there."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

__all__ = ["check_target", "write_whole"]


def write_whole(path: Path, content: bytes | Iterable[bytes]) -> Path:
    """Write beside and rename; the folder is made when it is missing. Returns the path.

    Parameters: `content` in parts where it is too large to be held at once.

    Raises:
        OSError: the file cannot be written; it names the file asked for, and nothing is left behind.
    """
    made: Path | None = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=".jisr-", delete=False) as scratch:
            made = Path(scratch.name)
            for part in [content] if isinstance(content, bytes) else content:
                scratch.write(part)
        made.chmod(0o644)
        made.replace(path)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path.parent)) from None
    except BaseException as error:
        if made is not None:
            made.unlink(missing_ok=True)
        if not isinstance(error, OSError):
            raise
        raise OSError(error.errno, error.strerror, str(path)) from None
    return path


def check_target(path: Path) -> None:
    """Before long work: whether a file can be written there at all.

    Raises:
        OSError: it is a folder, or stands below something that is no folder or cannot be written.
    """
    existing = path.parent
    while not existing.exists() and existing != existing.parent:
        existing = existing.parent
    kind = None
    if path.is_dir():
        kind = errno.EISDIR
    elif not existing.is_dir():
        kind = errno.ENOTDIR
    elif not os.access(existing, os.W_OK):
        kind = errno.EACCES
    if kind is not None:
        raise OSError(kind, os.strerror(kind), str(path if kind == errno.EISDIR else existing))
