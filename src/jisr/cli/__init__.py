"""The command line: one thin verb per user question, one verb per file; every rule lives in the rooms.

Not for: rules, numbers, sentences about results. In: arguments. Out: text, JSON, files, an exit code. May enter: nobody;
this is a door to the street. It uses the public Python API.
"""

from jisr.cli.app import app
from jisr.cli.main import main

__all__ = ["app", "main"]
