"""The pseudo-locale: what a translation does to a layout, before there is one."""

from __future__ import annotations

__all__ = ["pseudo"]

_ACCENTS = str.maketrans("AEIOUYaeiouycnsz", "ÅÉÎÖÜÝåéîöüýçñšž")
_LONGER = 0.4


def pseudo(text: str) -> str:
    """Accented, bracketed and about 40 per cent longer text.

    Examples:
        >>> pseudo("Gate")
        '[Gåté··]'
    """
    padding = "·" * max(1, round(len(text) * _LONGER))
    return f"[{text.translate(_ACCENTS)}{padding}]"
