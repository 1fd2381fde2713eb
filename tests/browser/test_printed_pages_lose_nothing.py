"""On paper stands the whole article in its order, folded parts and addresses of links too, and nothing else: no menu."""

import built_pages
import printed_pages
import pytest

FOLDED = "help/violence.html"


@pytest.mark.parametrize("address", printed_pages.IN_ALL_LANGUAGES)
def test_all_of_the_article_and_nothing_else_is_printed(printer, site, address):
    assert printed_pages.differences(built_pages.read(site / address), printed_pages.sheets(printer.pdf(address))) == []


def test_the_same_is_printed_without_scripts(printer, site):
    found = printed_pages.sheets(printer.pdf(FOLDED, scripts=False))
    assert printed_pages.differences(built_pages.read(site / FOLDED), found) == []


def test_the_same_is_printed_on_paper_of_another_size(printer, site):
    letter = printed_pages.sheets(printer.pdf(FOLDED, format="Letter"))
    assert {sheet.size for sheet in letter} == {(612, 792)}
    assert printed_pages.differences(built_pages.read(site / FOLDED), letter) == []


@pytest.mark.parametrize(
    ("css", "told"),
    [
        ("details::details-content { content-visibility: hidden !important }", "not printed: "),
        (".kb-laws li:last-child { display: none }", "not printed: "),
        ("a[data-note]::after { content: none !important }", "not printed: "),
        (".md-footer { display: block !important }", "printed, but not of the article: "),
    ],
    ids=["folded", "hidden", "numbers", "menu"],
)
def test_what_is_lost_or_left_over_is_noticed(printer, site, css, told):
    found = printed_pages.sheets(printer.pdf(FOLDED, spoilt_by=css))
    wrong = printed_pages.differences(built_pages.read(site / FOLDED), found)
    assert any(item.startswith(told) for item in wrong)
