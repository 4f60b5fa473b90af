"""How the docs are built: offline, from Markdown; `./jisr test` builds them with warnings as errors."""

import re
from pathlib import Path
from typing import Any

project = "Jisr"
author = "The Jisr founders"
copyright = "2026, the Jisr founders"
extensions = ["myst_parser"]
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_static_path = []
myst_enable_extensions = ["dollarmath", "deflist"]
myst_heading_anchors = 3


def leave_out_empty_sections(_: Any, page: str, source: list[str]) -> None:
    """A section without pages yet is left out: Sphinx warns of it, in a way that cannot be silenced by its kind."""

    def kept(section: re.Match[str]) -> str:
        return section[0] if any(Path(__file__).parent.joinpath(section[1]).glob("*.md")) else ""

    if page == "index":
        source[0] = re.sub(r"^```\{toctree\}\n[^`]*?^(\w+)/\*\n```\n", kept, source[0], flags=re.MULTILINE)


def setup(app: Any) -> None:
    """Sphinx calls this."""
    app.connect("source-read", leave_out_empty_sections)
