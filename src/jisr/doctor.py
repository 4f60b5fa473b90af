"""What is installed here, and what is missing."""

from __future__ import annotations

import platform
import shutil
from importlib.metadata import PackageNotFoundError, version

__all__ = ["examine"]

_LIBRARIES = (
    "numpy",
    "scipy",
    "pydantic",
    "ortools",
    "vl-convert-python",
    "typst",
    "XlsxWriter",
    "fluent.runtime",
    "Babel",
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome")
_FONTS = ("Noto Sans", "Liberation Sans", "DejaVu Sans")
_OFFICES = ("soffice", "libreoffice")


def examine(own_version: str) -> dict[str, str]:
    """Name → version, or `missing`; `clash:…` names libraries known not to work together."""
    found = {"jisr": own_version, "python": platform.python_version()}
    for name in _LIBRARIES:
        found[name] = _version(name)
    found["browser"] = "found" if any(map(shutil.which, _BROWSERS)) else "missing"
    found["office"] = "found" if any(map(shutil.which, _OFFICES)) else "missing"
    found["font-latin"] = _latin_font()
    found["font-arabic"] = _arabic_font()
    highs = _version("highspy")
    if highs != "missing" and tuple(int(part) for part in highs.split(".")[:2]) >= (1, 15):
        # google/or-tools#5246: both carry a libhighs, and the second import fails
        found["clash:ortools-highspy"] = highs
    return found


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "missing"


def _latin_font() -> str:
    """The font documents are set in; without one of ours the compiler's own serif is taken."""
    try:
        import typst
    except ImportError:
        return "missing"
    families = typst.Fonts().families()
    return next((one for one in _FONTS if one in families), "built in (for another: fonts-noto-core)")


def _arabic_font() -> str:
    import subprocess

    command = shutil.which("fc-list")
    if command is None:
        return "unknown"
    done = subprocess.run([command, ":lang=ar", "family"], capture_output=True, text=True, check=False)  # noqa: S603
    return "found" if done.stdout.strip() else "missing (install fonts-noto-core)"
