"""No text is cut off at the edge of a sheet, however wide its table or long its address."""

import printed_pages
import pytest

# The widest tables, and the longest addresses.
PAGES = ("penalties/parents.html", "ru/figures/index.html", "en/about/sources.html")


@pytest.mark.parametrize("address", PAGES)
def test_no_text_reaches_into_the_margin(printer, address):
    assert printed_pages.beyond_the_edge(printer.pdf(address)) == []


def test_what_is_too_wide_is_noticed(printer):
    wide = printer.pdf("penalties/parents.html", spoilt_by="td { white-space: nowrap !important }")
    assert printed_pages.beyond_the_edge(wide)
