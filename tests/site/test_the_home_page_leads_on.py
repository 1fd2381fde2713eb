"""The home page of each language leads to every section, and says what is behind each door."""

import lxml.html
import pytest

from rights_kb.library import open_library
from rights_kb.site.addresses import address, relative
from rights_kb.site.menu import sections


def lost(html: str, wanted: dict[str, str]) -> list[str]:
    """What has no door, by address, or a door without the question behind it."""
    doors = {link.get("href"): link.text_content() for link in lxml.html.document_fromstring(html).cssselect(".kb-doors a")}
    return [href for href, title in wanted.items() if title not in doors.get(href, "")]


def test_every_section_has_a_door(site, root):
    library = open_library(root)
    for language in library.languages:
        home = address(library.project, language, "index")
        wanted = {
            relative(address(library.project, language, section.door), home): library.pages[language, section.door].title
            for section in sections(library)
        }
        assert len(wanted) > 3
        assert lost((site / home).read_text(encoding="utf-8"), wanted) == [], language


@pytest.mark.parametrize(
    "html",
    ["<nav></nav>", '<nav class="kb-doors"><a href="a.html">A</a></nav>', '<nav><a href="a.html">A What?</a></nav>'],
)
def test_a_section_without_a_door_is_noticed(html):
    assert lost(html, {"a.html": "What?"}) == ["a.html"]


def test_every_page_has_the_helplines_at_its_head_or_foot(site, root):
    library = open_library(root)
    numbers = {f"tel:{item.dial}" for item in library.helplines.values() if item.danger}
    assert numbers
    for language, slug in library.pages:
        page = lxml.html.parse(site / address(library.project, language, slug)).getroot()
        assert numbers <= {link.get("href") for link in page.cssselect(".kb-calls a, footer a")}, f"{language} {slug}"
