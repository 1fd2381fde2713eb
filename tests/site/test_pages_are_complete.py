from pathlib import Path

import built_pages
import pytest

from rights_kb.library import open_library
from rights_kb.site.addresses import address


@pytest.fixture(scope="module")
def library(root):
    return open_library(root)


def test_every_article_is_built_in_every_language(site, library):
    project = library.project
    wanted = {address(project, language, slug) for slug in library.slugs() for language in library.languages}
    assert set(built_pages.pages(site)) == wanted | {"404.html"}


def test_no_page_shows_braces_of_a_macro(site):
    assert built_pages.unmade_macros(site) == []


def test_braces_that_stayed_are_found(tmp_path: Path):
    (tmp_path / "a.html").write_text("<html><body><p>{{ kb_newest('x') }}</p></body></html>")
    assert built_pages.unmade_macros(tmp_path) == ["a.html"]


def test_every_page_has_one_heading_of_the_first_level_and_a_summary(site):
    for page in built_pages.pages(site):
        tree = built_pages.read(site / page)
        assert len(tree.cssselect("h1")) == 1, page
        if page != "404.html":
            assert tree.cssselect("p.kb-lead")[0].text_content().strip(), page
            assert tree.cssselect('meta[name="description"]')[0].get("content").strip(), page


def test_every_page_says_when_it_was_checked_and_that_it_is_not_legal_advice(site, library):
    for slug in library.slugs():
        for language in library.languages:
            page = address(library.project, language, slug)
            text = built_pages.read(site / page).cssselect(".kb-basis")[0].text_content()
            labels = library.words[language].labels
            assert labels["dates"] in text and labels["not_advice"] in text, page


def test_pages_about_danger_show_helplines_that_a_phone_can_dial(site, library):
    dialled = [f"tel:{line.dial}" for line in library.helplines.values() if line.danger]
    assert dialled
    for slug in library.slugs():
        for language in library.languages:
            page = library.page(language, slug)
            tree = built_pages.read(site / address(library.project, language, slug))
            shown = [link.get("href") for link in tree.cssselect(".kb-calls a")]
            assert shown == (dialled if page and page.danger else []), (language, slug)


def test_no_page_repeats_the_whole_menu(site, library):
    for page in built_pages.pages(site):
        assert len(built_pages.read(site / page).cssselect(".kb-menu__pages li")) <= 15, page
