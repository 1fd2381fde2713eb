"""One number changed in one YAML file changes exactly the pages that show it, in every language, and nothing else."""

import shutil

import pytest

import macros
from rights_kb.articles import filled
from rights_kb.library import open_library
from rights_kb.render.context import Context, MacroError

TABLE = "data/tables/child-labour.yml"
OLD, NEW = "{period: 2023, area: naryn, value: 30.8}", "{period: 2023, area: naryn, value: 31.9}"


@pytest.fixture(scope="module")
def changed(root, tmp_path_factory):
    """A copy of the project in which one figure is another one."""
    copy = tmp_path_factory.mktemp("changed")
    for name in ("content", "data", "theme", "macros"):
        shutil.copytree(root / name, copy / name)
    for name in ("mkdocs.yml", "mkdocs_hooks.py"):
        shutil.copy(root / name, copy / name)
    path = copy / TABLE
    text = path.read_text(encoding="utf-8")
    assert text.count(OLD) == 1
    path.write_text(text.replace(OLD, NEW), encoding="utf-8")
    return copy


def shown(root) -> dict[tuple[str, str], str]:
    """What every article says, its macros done."""
    library = open_library(root)

    def result(call, page):
        try:
            return macros.MACROS[call.name](Context(library, page.language, page.slug), *call.arguments, **call.options)
        except MacroError as error:
            raise AssertionError(f"{page.file}: {error}") from error

    return {
        key: filled("\n".join((page.title, page.summary, page.body)), lambda call, page=page: result(call, page))
        for key, page in library.pages.items()
    }


def test_exactly_those_pages_change(site, root, build, changed, tmp_path):
    before, after = shown(root), shown(changed)
    expected = {
        f"{slug}.html" if language == "ky" else f"{language}/{slug}.html"
        for (language, slug), text in before.items()
        if after[language, slug] != text
    }
    assert len(expected) >= 3
    assert len({name.rpartition("/")[2] for name in expected}) < len(before) / 3
    new = tmp_path / "site"
    done = build(changed / "mkdocs.yml", new)
    assert done.returncode == 0, done.stderr
    pages = {path.relative_to(site).as_posix() for path in site.rglob("*.html")}
    assert pages == {path.relative_to(new).as_posix() for path in new.rglob("*.html")}
    assert {name for name in pages if (site / name).read_bytes() != (new / name).read_bytes()} == expected
