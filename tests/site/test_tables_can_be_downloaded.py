"""The built site holds the files of every table in every language, and each whole table leads to its own."""

import built_pages
import real_guide

from rights_kb.site.downloads import table_files


def test_every_file_is_there_with_its_very_text(site):
    wanted = table_files(real_guide.library())
    assert wanted
    wrong = [name for name, text in wanted.items() if (site / name).read_bytes() != text.encode("utf-8")]
    assert wrong == []


def test_every_table_is_led_to_in_every_language(site):
    led = {
        (page.parent / link.get("href")).resolve().relative_to(site.resolve()).as_posix()
        for page in site.rglob("*.html")
        if page.name != "404.html"
        for link in built_pages.read(page).cssselect(".kb-download a")
    }
    assert led <= set(table_files(real_guide.library()))
    library = real_guide.library()
    assert len(led) == 3 * len(library.tables) * len(library.languages)


def test_the_files_that_describe_all_tables_are_led_to_in_every_language(site):
    led = {
        (page.parent / link.get("href")).resolve().relative_to(site.resolve()).as_posix()
        for page in site.rglob("*.html")
        if page.name != "404.html"
        for link in built_pages.read(page).cssselect(".kb-data-files a")
    }
    assert led == {name for name in table_files(real_guide.library()) if name.endswith(("package.json", "-metadata.json"))}
