"""The head of a table stands on every sheet that the table reaches, and no row is split between two."""

import built_pages
import printed_pages
import pytest

LONG = "penalties/parents.html"


def reached(printer, site, spoilt_by=""):
    page = built_pages.read(site / LONG)
    found = printed_pages.sheets(printer.pdf(LONG, spoilt_by=spoilt_by))
    return printed_pages.headless(page.cssselect("table.kb-penalties")[0], found, page.get("data-foot"))


def test_the_head_is_repeated(printer, site):
    count, missing = reached(printer, site)
    assert count > 2 and missing == []


@pytest.mark.parametrize("address", [LONG, "figures/index.html", "ru/figures/violence.html"])
def test_rows_stay_whole(printer, site, address):
    assert printed_pages.split_rows(built_pages.read(site / address), printed_pages.sheets(printer.pdf(address))) == []


def test_a_head_that_is_not_repeated_is_noticed(printer, site):
    count, missing = reached(printer, site, "thead { display: table-row-group !important }")
    assert count > 2 and len(missing) == count - 1


def test_a_row_that_is_split_is_noticed(printer, site):
    found = printed_pages.sheets(printer.pdf(LONG, spoilt_by="tr { break-inside: auto !important; orphans: 1; widows: 1 }"))
    assert printed_pages.split_rows(built_pages.read(site / LONG), found)
