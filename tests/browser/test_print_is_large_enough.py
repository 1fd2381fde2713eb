"""No letter on paper is smaller than 11 points."""

import printed_pages
import pytest


@pytest.mark.parametrize("address", printed_pages.ONE_OF_EACH)
def test_nothing_is_smaller(printer, address):
    assert printed_pages.too_small(printed_pages.sheets(printer.pdf(address))) == []


@pytest.mark.parametrize(
    "css", [".md-typeset .kb-table table td { font-size: 10pt !important }", "@page { @bottom-left { font-size: 9pt } }"]
)
def test_what_is_smaller_is_noticed(printer, css):
    assert printed_pages.too_small(printed_pages.sheets(printer.pdf("figures/child-labour.html", spoilt_by=css)))
