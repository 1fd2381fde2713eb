"""What pages link of their folder of assets: one style sheet, names with a hash, nothing unused, at any depth and root."""

import pytest

from rights_kb.site import assets
from rights_kb.site.stylesheets import Unfit

PAGE = """<html><head>
<link rel="stylesheet" href="{0}assets/one.css">
<link rel="stylesheet" href="{0}assets/deep/two.css">
<script defer src="{0}assets/a.js"></script>
</head><body><p class="b">text</p>
<a href="{0}other.html#x" data-worker="{0}assets/w.js?v=1#y">assets/a.js</a></body></html>"""
FILES = {
    "assets/one.css": "p{color:red}i{color:blue}",
    "assets/deep/two.css": ".b{top:0}",
    "assets/a.js": "'use strict'",
    "assets/w.js": "1",
    "assets/unused.js": "i",
}


@pytest.fixture
def site(tmp_path):
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    return tmp_path


def dressed(site, pages, address="https://guide.example/"):
    return assets.dressed(pages, site, assets.place(address))


def test_every_page_names_the_same_files_from_where_it_lies(site):
    made = dressed(site, {"a.html": PAGE.format(""), "ru/b/c.html": PAGE.format("../../"), "404.html": PAGE.format("/")})
    sheet, script, worker = (
        next(name for name in made.assets if name.startswith(f"assets/{part}.")) for part in ("kb", "a", "w")
    )
    for page, up in (("a.html", ""), ("ru/b/c.html", "../../"), ("404.html", "/")):
        html = made.pages[page]
        assert html.count("stylesheet") == 1
        assert f'<link rel="stylesheet" href="{up}{sheet}">' in html
        assert f'src="{up}{script}"' in html
        assert f'href="{up}other.html#x" data-worker="{up}{worker}?v=1#y">assets/a.js</a>' in html


def test_what_no_page_names_is_left_out_and_the_sheet_is_trimmed(site):
    made = dressed(site, {"a.html": PAGE.format("")})
    assert sorted(name.split(".")[0] for name in made.assets) == ["assets/a", "assets/kb", "assets/w"]
    assert next(text for name, text in made.assets.items() if name.endswith(".css")) == b"p{color:red}.b{top:0}"


def test_a_name_changes_with_what_is_in_the_file_and_only_then(site):
    before = set(dressed(site, {"a.html": PAGE.format("")}).assets)
    (site / "assets/w.js").write_text("2")
    after = set(dressed(site, {"a.html": PAGE.format("")}).assets)
    assert [name.split(".")[0] for name in before ^ after] == ["assets/w"] * 2


def test_a_site_below_the_root_of_its_host_is_found(site):
    made = dressed(site, {"404.html": PAGE.format("/guide/")}, "https://host.example/guide/")
    assert 'href="/guide/assets/kb.' in made.pages["404.html"]
    assert len(made.assets) == 3


def test_a_file_that_is_not_there_is_refused(site):
    (site / "assets/w.js").unlink()
    with pytest.raises(Unfit, match=r"assets/w\.js"):
        dressed(site, {"a.html": PAGE.format("")})


@pytest.mark.parametrize(
    "link",
    ['<link rel="stylesheet" href="//other.example/a.css">', '<link rel="stylesheet" media="print" href="assets/one.css">'],
)
def test_a_sheet_of_another_host_or_with_a_condition_is_refused(site, link):
    with pytest.raises(Unfit, match="style sheet"):
        dressed(site, {"a.html": f"<head>{link}</head>"})
