"""A page takes no more sheets than it needs: none but the last is nearly empty."""

import printed_pages
import pytest


@pytest.mark.parametrize("address", (*printed_pages.ONE_OF_EACH, "rights/work.html"))
def test_no_sheet_is_nearly_empty(printer, site, address):
    found = printed_pages.sheets(printer.pdf(address))
    assert printed_pages.sparse(found) == []
    assert sum(len(sheet.text) for sheet in found) / len(found) > 800


def test_a_wasted_sheet_is_noticed(printer):
    wasteful = printer.pdf("index.html", spoilt_by="h2 { break-before: page }")
    assert printed_pages.sparse(printed_pages.sheets(wasteful))
