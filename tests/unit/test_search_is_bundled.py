"""The scripts of the search that are committed are those that the sources in search/ give."""

import re
import shutil
from pathlib import Path

import javascript
import pytest

BUNDLES = javascript.ROOT / "theme/assets/search"


@pytest.fixture(scope="module", autouse=True)
def packages():
    javascript.need_packages()


def bundled(folder: Path, sources: Path = javascript.ROOT) -> dict[str, bytes]:
    """The scripts that the sources in `sources` give, by their names."""
    done = javascript.run(sources / "search/build.js", folder, folder=sources)
    assert done.returncode == 0, done.stderr
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def differing(made: dict[str, bytes]) -> list[str]:
    """The names of the scripts that are not as they are committed."""
    committed = {path.name: path.read_bytes() for path in BUNDLES.iterdir()}
    return sorted(name for name in {*made, *committed} if made.get(name) != committed.get(name))


def test_the_committed_scripts_are_those_of_the_sources(tmp_path):
    assert differing(bundled(tmp_path)) == [], "Run: npm run build"


def test_a_changed_source_is_noticed(tmp_path):
    copy = tmp_path / "project"
    shutil.copytree(javascript.ROOT / "search", copy / "search")
    shutil.copy(javascript.ROOT / "package.json", copy)
    (copy / "node_modules").symlink_to(javascript.ROOT / "node_modules", target_is_directory=True)
    path = copy / "search/engine.js"
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(r"const REGISTER = [\d.]+;", "const REGISTER = 0.25;", text), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text
    assert differing(bundled(tmp_path / "made", copy)) == ["worker.js"]


def test_the_lock_file_names_no_host():
    assert "://" not in (javascript.ROOT / "package-lock.json").read_text(encoding="utf-8")
