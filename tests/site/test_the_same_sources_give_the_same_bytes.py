import hashlib
from pathlib import Path


def _sums(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_the_same_bytes(site, root, build, tmp_path):
    # Another seed for hashes and another zone of time: neither the order of a set nor the clock may show.
    again = tmp_path / "again"
    done = build(root / "mkdocs.yml", again, PYTHONHASHSEED="2", TZ="Pacific/Auckland")
    assert done.returncode == 0, done.stderr
    assert _sums(again) == _sums(site)


def test_another_byte_is_noticed(tmp_path):
    for name, text in (("one", "a"), ("two", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.html").write_text(text)
    assert _sums(tmp_path / "one") != _sums(tmp_path / "two")
