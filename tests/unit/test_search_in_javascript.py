"""The tests of the code that searches in the reader's browser."""

import javascript
import pytest

SEARCH = javascript.ROOT / "search"


@pytest.fixture(scope="module", autouse=True)
def packages():
    javascript.need_packages()


def test_all_of_them_pass():
    files = sorted(SEARCH.rglob("*.test.js"))
    assert files
    done = javascript.run("--test", *files)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_failure_is_noticed(tmp_path):
    wrong = tmp_path / "wrong.test.js"
    wrong.write_text('require("node:test").test("wrong", () => { throw new Error("wrong"); });\n')
    assert javascript.run("--test", wrong).returncode != 0
