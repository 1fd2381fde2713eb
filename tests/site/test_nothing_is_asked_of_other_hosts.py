from pathlib import Path

import built_pages


def test_no_page_or_style_sheet_asks_another_host_for_anything(site):
    assert built_pages.foreign_requests(site) == []


def test_a_font_from_another_host_is_found(tmp_path: Path):
    page = '<html><head><link rel="stylesheet" href="https://fonts.example/a.css"></head><body></body></html>'
    (tmp_path / "a.html").write_text(page)
    (tmp_path / "a.css").write_text('@import "//fonts.example/b.css";')
    assert len(built_pages.foreign_requests(tmp_path)) == 2


def test_the_site_says_nothing_about_what_made_it(site):
    for page in built_pages.pages(site):
        assert not built_pages.read(site / page).cssselect('meta[name="generator"]'), page
