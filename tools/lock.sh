#!/bin/sh
# Renews the locks: names, versions, hashes; no addresses. Run from the root with uv on the path.
set -e
flags="--universal --generate-hashes --no-annotate --no-header --no-emit-index-url --no-emit-find-links --python-version 3.11 --quiet"
uv pip compile $flags --extra fast pyproject.toml -o requirements.lock
uv pip compile $flags --extra dev --extra fast -c requirements.lock pyproject.toml -o requirements-dev.lock
uv pip compile $flags benchmarks/peers/requirements.in -o benchmarks/peers/requirements.lock
