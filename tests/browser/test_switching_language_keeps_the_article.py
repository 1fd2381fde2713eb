import itertools

import pytest

from rights_kb.library import open_library
from rights_kb.project import open_project
from rights_kb.site.addresses import address


def _directions(root):
    return list(itertools.permutations(open_project(root).codes, 2))


def pytest_generate_tests(metafunc):
    if "direction" in metafunc.fixturenames:
        directions = _directions(metafunc.config.rootpath)
        metafunc.parametrize("direction", directions, ids=[f"{start}-{end}" for start, end in directions])


@pytest.fixture(scope="module")
def library(root):
    return open_library(root)


def _article(library):
    """An article that lies deepest, since there an address relative to the page can go wrong most."""
    return max(library.slugs(), key=lambda slug: slug.count("/"))


def test_with_scripts(phone, library, direction):
    _switch(phone, library, direction)


def test_without_scripts(phone_without_scripts, library, direction):
    _switch(phone_without_scripts, library, direction)


def _switch(phone, library, direction):
    start, end = direction
    slug = _article(library)
    phone.open(address(library.project, start, slug))
    phone.page.click(f'.kb-languages a[hreflang="{end}"]')
    phone.page.wait_for_load_state("networkidle")
    assert phone.page.url == phone.base + address(library.project, end, slug)
    assert phone.page.get_attribute("html", "lang") == end
    assert phone.troubles == []
