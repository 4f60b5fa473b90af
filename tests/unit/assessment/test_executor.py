from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import jisr
from jisr.assessment import ASSESSMENT_SCHEMA, ProcessPool, to_json

ROOT = Path(__file__).resolve().parents[3]
EXAMPLE = ROOT / "examples" / "three-areas"


def test_where_it_is_computed_changes_no_byte() -> None:
    pool = ProcessPool(2)
    try:
        _, shared = jisr.assess(EXAMPLE, draws=700, executor=pool)
    finally:
        pool.close()
    _, alone = jisr.assess(EXAMPLE, draws=700)
    assert to_json(ASSESSMENT_SCHEMA, shared) == to_json(ASSESSMENT_SCHEMA, alone)


def test_a_script_needs_no_main_guard(tmp_path: Path) -> None:
    script = tmp_path / "mine.py"
    script.write_text(
        "import jisr, sys\nprint(jisr.assess(sys.argv[1], draws=100)[1].gates[0].gate)\n", encoding="utf-8"
    )
    done = subprocess.run(
        [sys.executable, str(script), str(EXAMPLE)],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "step-one"), done.stderr


INTERRUPTED = """
import time
from jisr.assessment import ProcessPool


def work(number):
    time.sleep(0.3)
    return number


if __name__ == "__main__":
    pool = ProcessPool(2)
    try:
        for one in pool.map_blocks(work, range(200)):
            print(one, flush=True)
    except KeyboardInterrupt:
        print("interrupted")
    finally:
        pool.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="a terminal elsewhere interrupts in another way")
def test_an_interruption_from_a_terminal_reaches_the_workers_too_and_ends_it(tmp_path: Path) -> None:
    """A terminal interrupts every process of the group: a worker that dies while it holds a lock would stop all."""
    script = tmp_path / "long.py"
    script.write_text(INTERRUPTED, encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "0\n"
        os.killpg(running.pid, signal.SIGINT)
        try:
            rest, wrong = running.communicate(timeout=40)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise
    assert rest.endswith("interrupted\n"), wrong
