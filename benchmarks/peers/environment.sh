#!/bin/sh
# Makes the environment of the peers, benchmarks/peers/.venv, with uv where it is on the path, else with pip. Run from the root.
set -e
here=benchmarks/peers
if command -v uv >/dev/null 2>&1; then
    uv venv --quiet --allow-existing --python 3.11 "$here/.venv"
    uv pip install --quiet --python "$here/.venv" --require-hashes -r "$here/requirements.lock"
else
    python3 -m venv "$here/.venv"
    "$here/.venv/bin/pip" install --quiet --require-hashes -r "$here/requirements.lock"
fi
