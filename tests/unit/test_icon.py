from urllib.parse import unquote

import pytest

from rights_kb.site import icon
from rights_kb.site.assets import place
from rights_kb.site.stylesheets import Unfit

PAGE = '<link rel="icon" href="{}">'
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg">\n  <path fill="#fff" d="M0 0h9%"/>\n</svg>\n'


@pytest.fixture
def site(tmp_path):
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/i.svg").write_text(DRAWING)
    return tmp_path


def test_the_drawing_stands_in_the_page(site):
    for page, address in (("index.html", "assets/i.svg"), ("a/b.html", "../assets/i.svg"), ("404.html", "/x/assets/i.svg")):
        made = icon.with_icon_inside(PAGE.format(address), page, site, place("https://guide.example/x/"))
        start, inside, end = made.split('"')[2:5]
        assert (start, end) == (" href=", ">")
        assert not set(inside) & set(" #<>\n")
        assert unquote(inside) == (
            "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><path fill='#fff' d='M0 0h9%'/></svg>"
        )


def test_an_icon_that_is_a_picture_or_in_the_page_already_stays(site):
    for address in ("assets/i.png", "data:image/svg+xml,i.svg"):
        page = PAGE.format(address)
        assert icon.with_icon_inside(page, "index.html", site, place("https://guide.example/")) == page


def test_an_icon_that_is_not_there_is_refused(site):
    with pytest.raises(Unfit, match=r"index\.html: its icon assets/j\.svg is no file"):
        icon.with_icon_inside(PAGE.format("assets/j.svg"), "index.html", site, place("https://guide.example/"))


def test_a_drawing_whose_text_would_change_is_refused():
    with pytest.raises(Unfit, match="single quotation marks"):
        icon.address("<svg><title>Child's rights</title></svg>")
