from pathlib import Path

import built_pages
import pytest

from rights_kb.project import open_project


@pytest.fixture(scope="module")
def project(root):
    return open_project(root)


def test_every_page_says_which_language_it_is_in(site, project):
    assert built_pages.wrong_languages(site, project.default, list(project.codes[1:])) == []


def test_a_page_in_the_wrong_language_is_found(tmp_path: Path):
    (tmp_path / "ru").mkdir()
    (tmp_path / "ru" / "a.html").write_text('<html lang="ky"><body></body></html>')
    assert built_pages.wrong_languages(tmp_path, "ky", ["ru"]) == ['ru/a.html: lang="ky" instead of "ru"']


def test_versions_of_a_page_name_each_other_by_absolute_addresses(site, project):
    assert built_pages.wrong_alternates(site, project.site_url, project.default, list(project.codes[1:])) == []


def test_a_version_that_does_not_link_back_is_found(tmp_path: Path):
    head = '<link rel="canonical" href="https://x.example/a.html">'
    links = "".join(
        f'<link rel="alternate" hreflang="{code}" href="https://x.example/{path}">'
        for code, path in (("ky", "a.html"), ("ru", "ru/a.html"), ("x-default", "a.html"))
    )
    (tmp_path / "ru").mkdir()
    (tmp_path / "a.html").write_text(f"<html><head>{head}{links}</head><body></body></html>")
    (tmp_path / "ru" / "a.html").write_text(f"<html><head>{head}</head><body></body></html>")
    found = built_pages.wrong_alternates(tmp_path, "https://x.example/", "ky", ["ru"])
    assert "a.html: https://x.example/ru/a.html (ru) does not link back" in found
    assert "ru/a.html: does not name itself as its version in ru" in found


def test_the_sitemap_lists_every_page_with_its_versions(site, project):
    listed = built_pages.sitemap(site)
    indexed = {page for page in built_pages.pages(site) if page != "404.html" and not _noindex(site / page)}
    assert set(listed) == {project.site_url + page for page in indexed}
    for page in indexed:
        links = built_pages.read(site / page).cssselect('head link[rel="alternate"][hreflang]')
        assert listed[project.site_url + page] == {link.get("hreflang"): link.get("href") for link in links}


def _noindex(path: Path) -> bool:
    return bool(built_pages.read(path).cssselect('meta[name="robots"]'))


def test_there_is_one_sitemap_and_one_page_for_lost_readers(site):
    assert [path.relative_to(site).as_posix() for path in site.rglob("sitemap*")] == ["sitemap.xml"]
    assert [path.relative_to(site).as_posix() for path in site.rglob("404*")] == ["404.html"]


def test_a_lost_reader_is_met_in_every_language_with_the_helplines(site, project):
    tree = built_pages.read(site / "404.html")
    parts = tree.cssselect(".kb-lost")
    assert [part.get("lang") for part in parts] == list(project.codes)
    for part in parts:
        assert part.cssselect('a[href^="tel:"]')
    for link in tree.cssselect("a[href], link[href], script[src]"):
        address = link.get("href") or link.get("src")
        assert address.startswith(("/", "tel:", "#", "data:")), f"{address} works at the root of the site only"


def test_the_languages_are_plain_links_named_in_themselves(site, project):
    for page in built_pages.pages(site):
        links = built_pages.read(site / page).cssselect(".kb-languages a")
        assert [(link.get("hreflang"), link.get("lang"), link.text) for link in links] == [
            (language.code, language.code, language.name) for language in project.languages
        ], page
