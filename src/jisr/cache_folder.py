"""Where things are kept that can be made or fetched again: the user's cache folder, never a workspace."""

from __future__ import annotations

import os
from pathlib import Path

__all__ = ["cache_folder"]


def cache_folder() -> Path:
    """The folder of this program in the user's cache (`XDG_CACHE_HOME`, else `~/.cache`); it need not exist yet."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "jisr"
