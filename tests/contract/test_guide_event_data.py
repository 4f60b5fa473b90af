"""The guide to one's own event data, line by line as it stands there, in a folder whose path holds a blank."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from unit.threat.sources.download.replayed import TOKEN, Replayed, ged, serving

from jisr.api.fetching import UCDP_SERVER

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "guides" / "your-own-event-data.md"
NAMES = {"North province": "north", "South province": "south", "Old south province": "south"}


def commands() -> list[str]:
    """What the guide says to type before a plan comes in."""
    text = GUIDE.read_text(encoding="utf-8")
    blocks = re.findall(r"^ *```sh\n(.*?)^ *```", text[: text.index("## 3.")], re.DOTALL | re.MULTILINE)
    lines = "".join(blocks).replace("\\\n", " ").splitlines()
    return [line.strip() for line in lines if line.strip()]


def events() -> list[dict[str, object]]:
    """One a month in three places, one of them under two names, 2005 to 2024."""
    found = []
    for number in range(240):
        day = f"{2005 + number // 12}-{1 + number % 12:02d}-05T00:00:00"
        for place, name in enumerate(NAMES):
            if (name == "Old south province") != (number < 120) or place == 0:
                row = {"date_start": day, "date_end": day, "adm_1": name}
                found.append(ged(3 * number + place, **row) | {"best": 1 + number % 7, "low": 0, "high": 9})
    return found


@pytest.mark.slow
def test_every_line_works_as_it_stands(tmp_path: Path) -> None:
    folder = tmp_path / "my events"
    folder.mkdir()
    (folder / "jisr").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m jisr.cli "$@"\n', encoding="utf-8")
    (folder / "jisr").chmod(0o755)
    (folder / "names.csv").write_text(
        "reported,area\n" + "".join(f"{name},{area}\n" for name, area in NAMES.items()), encoding="utf-8"
    )
    typed = commands()
    assert [line.split()[0] for line in typed] == ["export", *["./jisr"] * 5]
    with serving(Replayed(events())) as server:
        script = "\n".join([typed[0].replace("…", TOKEN), *typed[1:]])
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
        environment |= {UCDP_SERVER: server.url}
        done = subprocess.run(
            ["sh", "-e", "-c", script], capture_output=True, text=True, cwd=folder, env=environment, check=False
        )
    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "2 units, Jan 2005 to Dec 2024: 480 unit-months observed" in done.stdout
    assert "left out" not in done.stdout
    drawn = pq.read_table(folder / "forecast.parquet").to_pylist()
    assert {row["unit"] for row in drawn} == {"north", "south"}
    assert (drawn[0]["month"], drawn[-1]["month"]) == ("2024-01", "2024-12")
    assert "mean     pool" in done.stdout
    assert "areas, mean" in done.stdout
