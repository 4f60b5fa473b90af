"""`python -m jisr.cli`."""

from jisr.cli import main

main()
