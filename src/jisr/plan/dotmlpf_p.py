"""The elements of DOTMLPF-P: what a capability gap lies in, and what an activity provides."""

from __future__ import annotations

from typing import Literal, get_args

__all__ = ["DOTMLPF_P", "DotmlpfPElement"]

DotmlpfPElement = Literal[
    "doctrine", "organisation", "training", "materiel", "leadership", "personnel", "facilities", "policy"
]
"""Source: the U.S. capability-analysis list (CJCSI 5123.01); leadership includes education. NATO's interoperability is a
function here, rated and aged, not an element."""

DOTMLPF_P: tuple[str, ...] = get_args(DotmlpfPElement)
