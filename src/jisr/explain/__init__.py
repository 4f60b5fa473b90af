"""The chain from inputs to one number, with basis, evidence and age.

Not for: computing (the value stands in the assessment) or sentences (`words`). In: a plan, its assessment, an address.
Out: an `Explanation`, whose parts have addresses of their own. May enter: the pages, the command line.
"""

from jisr.explain.explain import addresses, explain
from jisr.explain.explanation import EXPLAIN_SCHEMA, Explanation

__all__ = ["EXPLAIN_SCHEMA", "Explanation", "addresses", "explain"]
