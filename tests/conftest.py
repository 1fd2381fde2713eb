"""What several kinds of tests share: where the project is, and a site built once a run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings

# The same examples on every run, and none kept on the disk: a test depends on nothing but the code, and on no clock.
settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.load_profile("steady")

ROOT = Path(__file__).resolve().parent.parent

Build = Callable[..., "subprocess.CompletedProcess[str]"]


def run_build(config: Path, site: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs build --strict` as a maintainer would, from the folder of the guide."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(config), "--site-dir", str(site)]
    variables = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8", **environment}
    return subprocess.run(command, cwd=config.parent, env=variables, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def build() -> Build:
    """The function that builds a guide."""
    return run_build


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The real site, built once a run, also where several processes share the tests."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, told = shared / "built" / "site", shared / "built.txt"
    with FileLock(shared / "built.lock"):
        if not told.exists():
            done = run_build(ROOT / "mkdocs.yml", folder, PYTHONHASHSEED="1")
            told.write_text(f"{done.stdout}\n{done.stderr}" if done.returncode else "", encoding="utf-8")
    trouble = told.read_text(encoding="utf-8")
    assert not trouble, f"The site cannot be built:\n{trouble}"
    return folder
