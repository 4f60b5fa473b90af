"""The launcher: what it takes for an environment to be finished, and what it says when one cannot be made."""

from __future__ import annotations

import ast
import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Any

import pytest

FILE = Path(__file__).resolve().parent.parent.parent / "jisr"
pytestmark = pytest.mark.skipif(os.name == "nt", reason="environments are laid out differently on Windows")


@pytest.fixture
def launcher(monkeypatch: pytest.MonkeyPatch) -> Any:
    """The launcher as a module."""
    loader = importlib.machinery.SourceFileLoader("launcher", str(FILE))
    spec = importlib.util.spec_from_loader("launcher", loader)
    assert spec is not None
    module = importlib.util.module_from_spec(spec)
    loader.exec_module(module)
    monkeypatch.delenv("JISR_ENVIRONMENT", raising=False)
    return module


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    """A lock file."""
    path = tmp_path / "requirements.lock"
    path.write_text("one==1\n")
    return path


@pytest.fixture
def environment(tmp_path: Path, launcher: Any, lock: Path) -> Path:
    """An environment that looks finished, in a path with a space and Arabic letters."""
    folder = tmp_path / "جسر here" / ".venv"
    (folder / "bin").mkdir(parents=True)
    (folder / "bin" / "python").symlink_to(sys.executable)
    (folder / "made").write_text(os.path.realpath(sys.executable))
    (folder / "requirements.stamp").write_text(launcher.stamp_of(folder, lock))
    return folder


def test_a_stamped_environment_is_ready(launcher: Any, environment: Path, lock: Path) -> None:
    assert launcher.ready(environment, lock)
    assert launcher.usable(environment)


def test_another_lock_is_not_ready_but_usable(launcher: Any, environment: Path, lock: Path) -> None:
    lock.write_text("one==2\n")
    assert not launcher.ready(environment, lock)
    assert launcher.usable(environment)


def test_the_stamp_is_of_the_python_inside(launcher: Any, environment: Path, lock: Path, tmp_path: Path) -> None:
    other = tmp_path / "python3.99"
    other.write_text("")
    (environment / "bin" / "python").unlink()
    (environment / "bin" / "python").symlink_to(other)
    assert not launcher.ready(environment, lock)
    assert not launcher.usable(environment)


def test_starting_with_another_python_changes_nothing(
    launcher: Any, environment: Path, lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", "/elsewhere/python3")
    assert launcher.ready(environment, lock)


@pytest.mark.parametrize("missing", ["requirements.stamp", "bin/python"])
def test_without_stamp_or_python_it_is_not_ready(launcher: Any, environment: Path, lock: Path, missing: str) -> None:
    (environment / missing).unlink()
    assert not launcher.ready(environment, lock)


def test_an_interrupted_set_up_is_made_again(launcher: Any, environment: Path, lock: Path) -> None:
    (environment / "unfinished").write_text("")
    assert not launcher.ready(environment, lock)
    assert not launcher.usable(environment)


def test_an_interruption_while_installing_leaves_no_stamp(
    launcher: Any, lock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    folder = tmp_path / "new"
    monkeypatch.setattr(launcher, "fill", interrupt)
    with pytest.raises(KeyboardInterrupt):
        launcher.set_up(folder, lock)
    assert (folder / "unfinished").exists()
    assert not launcher.ready(folder, lock)


def test_a_set_up_ends_ready_and_finds_the_source(
    launcher: Any, lock: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "جسر here" / "env"
    monkeypatch.setattr(launcher, "fill", lambda *_: None)
    launcher.set_up(folder, lock)
    assert launcher.ready(folder, lock)
    assert capsys.readouterr().err.splitlines()[-1] == "jisr: ready."
    question = "import importlib.util; print(ascii(importlib.util.find_spec('jisr').origin))"
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    command = [launcher.python_of(folder), "-c", question]
    origin = subprocess.run(command, capture_output=True, text=True, check=True, env=clean, cwd=tmp_path).stdout
    assert Path(ast.literal_eval(origin)).samefile(FILE.parent / "src" / "jisr" / "__init__.py")


def test_the_second_of_two_launchers_does_no_work(
    launcher: Any, environment: Path, lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "fill", lambda *_: pytest.fail("installed twice"))
    launcher.set_up(environment, lock)


def test_without_uv_and_ensurepip_it_says_what_to_install(
    launcher: Any, environment: Path, lock: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(launcher, "obtain_uv", lambda _: None)
    monkeypatch.setattr(launcher, "run", lambda _: (1, "No module named ensurepip"))
    with pytest.raises(launcher.CannotSetUp, match="apt-get install python3-venv"):
        launcher.fill(environment, lock)


def test_offline_it_says_so_and_exits_with_3(
    launcher: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def offline(command: list[object]) -> tuple[int, str]:
        return (0, "") if "--version" in command else (1, "cannot resolve")

    monkeypatch.setenv("JISR_ENVIRONMENT", str(tmp_path / "env"))
    monkeypatch.setattr(launcher, "run", offline)
    assert launcher.main(["demo"]) == 3
    said = capsys.readouterr().err
    assert "Is the package index reachable?" in said
    assert "cannot resolve" in said


def test_a_place_that_cannot_be_written_is_left_for_the_cache(
    launcher: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setattr(os, "access", lambda path, _: str(path).startswith(str(tmp_path)))
    here, cache = launcher.places()
    assert not launcher.writable(here)
    assert launcher.writable(cache)


def test_a_wrong_word_after_test_is_wrong_usage(launcher: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert launcher.main(["test", "--fast"]) == 2
    assert "usage" in capsys.readouterr().err


def test_the_gate_says_how_it_is_called(launcher: Any, capsys: pytest.CaptureFixture[str]) -> None:
    assert launcher.main(["test", "--help"]) == 0
    assert capsys.readouterr().out.startswith("usage: ./jisr test [--quick]")


def test_an_old_python_is_told_so(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 8))
    with pytest.raises(SystemExit) as stopped:
        exec(compile(FILE.read_bytes(), str(FILE), "exec"), {"__name__": "old", "__file__": str(FILE)})  # noqa: S102
    assert stopped.value.code == 3
    assert "Python 3.11 or newer is needed; this is 3.8" in capsys.readouterr().err


def test_an_old_python_can_read_it() -> None:
    ast.parse(FILE.read_text(encoding="ascii"), feature_version=(3, 6))


def test_it_imports_the_standard_library_only() -> None:
    names = {
        name.split(".")[0]
        for node in ast.walk(ast.parse(FILE.read_text(encoding="ascii")))
        for name in (
            [one.name for one in node.names] if isinstance(node, ast.Import) else [getattr(node, "module", None) or ""]
        )
    }
    assert names - {"", "fcntl"} <= set(sys.stdlib_module_names)
    assert sysconfig.get_path("stdlib")
