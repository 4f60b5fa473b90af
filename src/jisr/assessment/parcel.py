"""A value that travels to other processes with the work that needs it."""

from __future__ import annotations

import os
import pickle
from collections import OrderedDict
from itertools import count
from typing import Generic, TypeVar

__all__ = ["Parcel"]

T = TypeVar("T")

_numbers = count()
_opened: OrderedDict[str, Parcel[object]] = OrderedDict()
_KEPT = 4
"""Parcels a process keeps open; the next runs rarely ask for older ones."""


class Parcel(Generic[T]):
    """Packed once however often it is sent, and opened once in each process it reaches.

    So what a worker finds out about a plan while it computes one block it still knows at the next.
    """

    def __init__(self, value: T) -> None:
        self.value = value
        self._name = f"{os.getpid()}-{next(_numbers)}"
        self._packed: bytes | None = None

    def __reduce__(self) -> tuple[object, tuple[str, bytes]]:
        """Its name and what is in it."""
        if self._packed is None:
            self._packed = pickle.dumps(self.value, protocol=pickle.HIGHEST_PROTOCOL)
        return _open, (self._name, self._packed)


def _open(name: str, packed: bytes) -> Parcel[object]:
    if name not in _opened:
        while len(_opened) >= _KEPT:
            _opened.popitem(last=False)
        _opened[name] = Parcel(pickle.loads(packed))  # noqa: S301 - packed by this program in the process that started this one
    return _opened[name]
