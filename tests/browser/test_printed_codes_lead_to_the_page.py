"""The QR code of a page can be read from a sheet at 150 dots an inch, and says the address of the page."""

import printed_pages
import pytest

ADDRESS = "https://bala-ukuktary.example/"


@pytest.mark.parametrize("address", ["index.html", "ru/penalties/crimes-against-children.html", "en/help/violence.html"])
def test_the_code_says_the_address(printer, address):
    assert printed_pages.codes(printer.pdf(address)) == [ADDRESS + address]


def test_a_code_that_cannot_be_read_is_noticed(printer):
    small = printer.pdf("index.html", spoilt_by=".kb-paper svg { inline-size: 4mm !important; margin: 0 !important }")
    assert printed_pages.codes(small) == []
