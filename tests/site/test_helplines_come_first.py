"""On a page on danger the helplines can be dialled before the first part of the article begins."""

import lxml.html
import pytest

from rights_kb.library import open_library
from rights_kb.site.addresses import address


def missing(html: str, numbers: set[str]) -> set[str]:
    """The numbers that are no link above the first heading of the article."""
    (article,) = lxml.html.document_fromstring(html).iter("article")
    found = set()
    for element in article.iter("a", "h2"):
        if element.tag == "h2":
            break
        found.add(element.get("href"))
    return {number for number in numbers if f"tel:{number}" not in found}


def test_every_page_on_danger_shows_them_first(site, root):
    library = open_library(root)
    numbers = {item.dial for item in library.helplines.values() if item.danger}
    pages = [key for key, page in library.pages.items() if page.danger]
    assert len(pages) >= 3 * len(library.languages)
    for language, slug in pages:
        html = (site / address(library.project, language, slug)).read_text(encoding="utf-8")
        assert missing(html, numbers) == set(), f"{language} {slug}"


@pytest.mark.parametrize(
    "html",
    ['<article><h1>A</h1><h2 id="a">B</h2><a href="tel:1">1</a></article>', "<article><h1>A</h1></article>"],
)
def test_a_page_that_hides_them_is_noticed(html):
    assert missing(html, {"1"}) == {"1"}
