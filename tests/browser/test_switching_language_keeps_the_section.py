"""One tap on a language leads to the same section of the article, from every language to every other, also from a folder."""

import itertools

import pytest

from rights_kb.library import open_library
from rights_kb.project import open_project
from rights_kb.site.addresses import address


def pytest_generate_tests(metafunc):
    if "direction" in metafunc.fixturenames:
        directions = list(itertools.permutations(open_project(metafunc.config.rootpath).codes, 2))
        metafunc.parametrize("direction", directions, ids=[f"{start}-{end}" for start, end in directions])


@pytest.fixture(scope="module")
def library(root):
    return open_library(root)


@pytest.fixture
def folder(site):
    """The address of the built site as a folder of this computer."""
    return f"{site.as_uri()}/"


@pytest.fixture(params=["http", "file"])
def base(request, phone, folder):
    """Where the site is opened: from a server, and from a folder."""
    return phone.base if request.param == "http" else folder


def article(library, danger=False):
    """An article in the depth of the guide, about danger or not."""
    found = {slug for (_, slug), page in library.pages.items() if bool(page.danger) == danger and not slug.endswith("index")}
    return sorted(found)[-1]


def sections(phone):
    """The anchors of the headings of the article that is open."""
    return phone.page.locator("article :is(h2, h3)[id]").evaluate_all("found => found.map(({id}) => id)")


def choose(phone, language, base):
    """Tap a language, which is in reach without opening anything, and wait for the other page."""
    link = phone.page.locator(f'.kb-languages a[hreflang="{language}"]')
    before = phone.page.url.partition("#")[0]
    link.click()
    phone.page.wait_for_url(lambda url: url.partition("#")[0] != before)
    return phone.page.url.removeprefix(base)


def test_the_section_of_the_address_is_kept(phone, library, base, direction):
    start, end = direction
    slug = article(library)
    phone.page.goto(base + address(library.project, start, slug))
    section = sections(phone)[2]
    phone.page.goto(f"{base}{address(library.project, start, slug)}#{section}")
    assert choose(phone, end, base) == f"{address(library.project, end, slug)}#{section}"
    assert section in sections(phone)
    assert phone.page.get_attribute("html", "lang") == end


def test_the_section_that_is_being_read_is_kept(phone, library, base, direction):
    # On a wide screen the languages stay in reach while the text scrolls.
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    start, end = direction
    slug = article(library)
    phone.page.goto(base + address(library.project, start, slug))
    section = sections(phone)[2]
    phone.page.evaluate("id => document.getElementById(id).scrollIntoView()", section)
    assert choose(phone, end, base) == f"{address(library.project, end, slug)}#{section}"


def test_who_scrolled_away_from_the_section_of_the_address_keeps_what_is_being_read(phone, library):
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    start, end = library.languages[:2]
    page = address(library.project, start, article(library))
    phone.page.goto(phone.base + page)
    first, *_, last = sections(phone)
    phone.page.goto(f"{phone.base}{page}#{first}")
    phone.page.evaluate("id => document.getElementById(id).scrollIntoView()", last)
    assert choose(phone, end, phone.base).partition("#")[2] != first


def test_who_has_not_scrolled_gets_the_beginning(phone, library, base, direction):
    start, end = direction
    phone.page.goto(base + address(library.project, start, article(library)))
    assert choose(phone, end, base) == address(library.project, end, article(library))


def test_without_scripts_the_article_is_kept(phone_without_scripts, library, folder, direction):
    start, end = direction
    phone = phone_without_scripts
    for base in (phone.base, folder):
        phone.page.goto(base + address(library.project, start, article(library)))
        assert choose(phone, end, base) == address(library.project, end, article(library))


def test_a_page_about_danger_keeps_the_section_and_adds_no_entry(phone, library, direction):
    phone.page.set_viewport_size({"width": 1280, "height": 800})
    start, end = direction
    slug = article(library, danger=True)
    phone.page.goto(phone.base + address(library.project, start, slug))
    section = sections(phone)[1]
    phone.page.evaluate("id => document.getElementById(id).scrollIntoView()", section)
    before = phone.page.evaluate("history.length")
    assert choose(phone, end, phone.base) == f"{address(library.project, end, slug)}#{section}"
    assert phone.page.evaluate("history.length") == before


def test_a_language_is_in_reach_of_one_tap_on_the_first_screen(phone, library):
    for language in library.languages:
        phone.page.goto(phone.base + address(library.project, language, article(library)))
        for link in phone.page.locator(".kb-languages a").all():
            box = link.bounding_box()
            assert box["x"] >= 0 and box["x"] + box["width"] <= 360 and box["y"] + box["height"] <= 640
            assert box["height"] >= 24 and box["width"] >= 24
