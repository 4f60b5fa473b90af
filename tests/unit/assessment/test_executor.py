from __future__ import annotations

import subprocess
import sys
from pathlib import Path

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
