"""A page is told by its title, and its parts by their landmarks: no two of either are called the same."""

from collections import Counter
from pathlib import Path

import built_pages

LANDMARKS = {"header": "banner", "footer": "contentinfo", "main": "main", "nav": "navigation", "aside": "complementary"}
# Inside these a header or a footer belongs to a part and is no landmark.
PARTS = ("article", "section", "main", "nav", "aside")


def same_titles(site: Path) -> list[str]:
    """Titles that two pages of one language share, and pages without one."""
    titles = Counter()
    for page in built_pages.pages(site):
        tree = built_pages.read(site / page)
        titles[tree.get("lang"), " ".join((tree.findtext("head/title") or "").split())] += 1
    return sorted(
        f"{lang}: {title!r} stands on {count} pages" for (lang, title), count in titles.items() if count > 1 or not title
    )


def name(element) -> str:
    """What a screen reader calls a landmark."""
    label = element.get("aria-labelledby")
    if label:
        return " ".join(part.text_content() for part in element.getroottree().xpath("//*[@id=$id]", id=label))
    return element.get("aria-label", "")


def wrong_landmarks(site: Path) -> list[str]:
    """Pages that have not exactly one main part, or two landmarks of a kind under one name."""
    found = []
    for page in built_pages.pages(site):
        landmarks = Counter()
        for element in built_pages.read(site / page).iter(*LANDMARKS):
            inner = element.tag in ("header", "footer") and any(above.tag in PARTS for above in element.iterancestors())
            role = element.get("role", LANDMARKS[element.tag])
            if not inner and role in LANDMARKS.values():
                landmarks[role, " ".join(name(element).split())] += 1
        mains = sum(count for (role, _), count in landmarks.items() if role == "main")
        if mains != 1:
            found.append(f"{page}: {mains} main parts")
        found += [f"{page}: {count} × {role} “{called}”" for (role, called), count in landmarks.items() if count > 1]
    return found


def test_no_two_pages_have_the_same_title(site):
    assert same_titles(site) == []


def test_no_two_landmarks_have_the_same_name(site):
    assert wrong_landmarks(site) == []


def test_a_title_that_stands_twice_and_one_that_is_missing_are_found(tmp_path):
    for page, title in (("a", "<title>A</title>"), ("b", "<title> A </title>"), ("c", "")):
        text = f'<html lang="en"><head>{title}</head><body></body></html>'
        (tmp_path / f"{page}.html").write_text(text, encoding="utf-8")
    assert same_titles(tmp_path) == ["en: '' stands on 1 pages", "en: 'A' stands on 2 pages"]


def test_two_landmarks_of_one_name_and_a_missing_main_part_are_found(tmp_path):
    text = '<html><body><nav aria-label="M"></nav><nav aria-label="M"></nav><header></header></body></html>'
    (tmp_path / "a.html").write_text(text, encoding="utf-8")
    assert wrong_landmarks(tmp_path) == ["a.html: 0 main parts", "a.html: 2 × navigation “M”"]
