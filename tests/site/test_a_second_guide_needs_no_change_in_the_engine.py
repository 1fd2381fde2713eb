"""A guide of another subject in other languages, Uzbek among them, built by the same engine and theme."""

import shutil

import built_pages
import pytest
from lxml import html

ADDRESS = "https://kutubxona.example/qollanma/"


@pytest.fixture(scope="module")
def second(root, build, tmp_path_factory):
    folder = tmp_path_factory.mktemp("second") / "site"
    done = build(root / "tests/fixtures/second-guide/mkdocs.yml", folder)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return folder


def test_its_pages_lead_somewhere(second):
    assert built_pages.broken_links(second, base="/qollanma/") == []


def test_its_languages_are_told_apart(second):
    assert built_pages.wrong_languages(second, "uz", ["ru"]) == []
    assert built_pages.wrong_alternates(second, ADDRESS, "uz", ["ru"]) == []


def test_its_interface_is_in_uzbek(second):
    tree = built_pages.read(second / "lending/index.html")
    assert tree.cssselect("title")[0].text == "Kitob necha kunga beriladi? – Maktab kutubxonasi"
    assert "Bu yuridik maslahat emas." in tree.text_content()
    assert "14" in tree.cssselect(".kb-lead")[0].text_content()


def test_its_tables_can_be_downloaded_in_its_languages(second):
    tree = built_pages.read(second / "ru/numbers/books.html")
    assert tree.cssselect(".kb-download a")[0].get("href") == "../data/books.csv"
    assert (second / "data/books.excel.csv").read_text(encoding="utf-8-sig").startswith("Davr;")
    assert "1250" in (second / "ru/data/books.excel.csv").read_text(encoding="utf-8")


def test_a_page_that_is_not_translated_says_so_and_stays_out_of_the_lists(second):
    page = "ru/lending/lost-book.html"
    tree = built_pages.read(second / page)
    assert tree.get("lang") == "ru"
    assert tree.cssselect(".kb-notice")[0].text_content().startswith("Эта страница ещё не переведена")
    assert tree.cssselect("h1")[0].get("lang") == "uz"
    assert tree.cssselect(".kb-lead")[0].get("lang") == "uz"
    assert tree.cssselect('div[lang="uz"] h2')
    assert tree.cssselect('meta[name="robots"]')[0].get("content") == "noindex"
    assert tree.cssselect('link[rel="canonical"]')[0].get("href") == f"{ADDRESS}lending/lost-book.html"
    assert not tree.cssselect('link[rel="alternate"]')
    assert f"{ADDRESS}{page}" not in built_pages.sitemap(second)
    found = {language: built_pages.searched(second, language) for language in ("uz", "ru")}
    assert "lending/lost-book.html" in found["uz"] and found["ru"] and page not in found["ru"]


def test_the_page_it_was_not_translated_from_names_only_the_languages_there_are(second):
    links = built_pages.read(second / "lending/lost-book.html").cssselect('link[rel="alternate"]')
    assert [link.get("hreflang") for link in links] == ["uz", "x-default"]


def test_a_broken_file_leaves_the_old_site_as_it_was(root, build, tmp_path):
    guide = tmp_path / "guide"
    shutil.copytree(root / "tests/fixtures/second-guide", guide)
    config = guide / "mkdocs.yml"
    text = config.read_text(encoding="utf-8").replace("../../../", f"{root.as_posix()}/")
    config.write_text(text, encoding="utf-8")
    site = tmp_path / "site"
    assert build(config, site).returncode == 0
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    table = guide / "data/tables/books.yml"
    table.write_text(
        table.read_text(encoding="utf-8").replace("value: 800", "value: '800'").replace("450", "44O"), encoding="utf-8"
    )
    done = build(config, site)
    assert done.returncode == 1
    assert done.stderr.count("data/tables/books.yml:") >= 2, done.stderr
    assert {path: path.read_bytes() for path in site.rglob("*") if path.is_file()} == before


def test_the_order_of_a_title_and_its_section_in_the_menu_is_that_of_the_configuration(second):
    doors = built_pages.read(second / "index.html").cssselect(".kb-menu .md-nav__list > li > a")
    assert [html.HtmlElement.text_content(door) for door in doors] == [
        "Bosh sahifa",
        "Kitob olish",
        "Fondda nechta kitob bor?",
    ]
