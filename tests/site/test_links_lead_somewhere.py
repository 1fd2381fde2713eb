from pathlib import Path

import built_pages


def test_every_link_and_anchor_of_the_built_site_leads_somewhere(site):
    assert built_pages.broken_links(site) == []


def test_no_id_stands_twice_on_a_page(site):
    assert built_pages.repeated_ids(site) == []


def test_a_link_to_a_missing_page_is_found(tmp_path: Path):
    (tmp_path / "a.html").write_text('<html><body><a href="b.html">b</a></body></html>')
    assert built_pages.broken_links(tmp_path) == ["a.html: b.html leads to no file"]


def test_a_link_to_a_missing_anchor_is_found(tmp_path: Path):
    (tmp_path / "a.html").write_text('<html><body><p id="here"><a href="#there">b</a></p></body></html>')
    assert built_pages.broken_links(tmp_path) == ["a.html: #there leads to no place on that page"]


def test_an_id_that_stands_twice_is_found(tmp_path: Path):
    (tmp_path / "a.html").write_text('<html><body><p id="here"></p><p id="here"></p></body></html>')
    assert built_pages.repeated_ids(tmp_path) == ["a.html: the id here stands twice"]
