"""Two links of the same words on a page lead to the same place, or what stands around them tells them apart."""

from collections import defaultdict
from pathlib import Path

import built_pages

# Inside these, what stands around a link says which one it is (WCAG 2.4.4): a row, a table, a line of a list, a sentence.
AROUND = ("tr", "figure", "li", "p", "dd", "dt", "summary", "td")


def name(link) -> str:
    return " ".join((link.get("aria-label") or link.text_content()).split())


def around(link) -> str:
    """The words next to a link, or those of the table it stands under."""
    near = next((above for above in link.iterancestors() if above.tag in AROUND), None)
    if near is None:
        return ""
    captions = ".//caption//text() | figcaption/p[1]//text()"
    caption = "".join(text for figure in near.iterancestors("figure") for text in figure.xpath(captions))
    # A menu says by its own name what its links are.
    menu = "".join(nav.get("aria-label", "") for nav in near.iterancestors("nav"))
    # So does a folded list by what unfolds it.
    menu += "".join(word for folded in near.iterancestors("details") for word in folded.xpath("summary//text()"))
    return " ".join(f"{menu} {caption} {near.text_content()}".split())


def unclear(site: Path) -> list[str]:
    """Links without words, and links that cannot be told apart."""
    found = []
    for page in built_pages.pages(site):
        places = defaultdict(set)
        for link in built_pages.read(site / page).xpath("//body//a[@href]"):
            if not name(link):
                found.append(f"{page}: a link without words to {link.get('href')}")
            places[name(link), around(link)].add(link.get("href"))
        found += [
            f"{page}: “{words}” leads to {', '.join(sorted(targets))}"
            for (words, _), targets in places.items()
            if words and len(targets) > 1
        ]
    return found


def unnamed_pictures(site: Path) -> list[str]:
    """Pictures and drawings, those of the search aside, with neither a name nor a mark that hides them from listeners."""
    found = []
    for page in built_pages.pages(site):
        tree = built_pages.read(site / page)
        found += [f"{page}: {picture.get('src')}" for picture in tree.xpath("//img[not(@alt)]")]
        for drawing in tree.xpath("//body//svg[not(ancestor::svg or ancestor::*[@role='search'])]"):
            hidden = drawing.xpath("ancestor-or-self::*[@aria-hidden='true' or @hidden]")
            named = drawing.get("aria-label") or drawing.get("aria-labelledby") or drawing.xpath("string(title)").strip()
            # An icon inside something that has a name of its own adds nothing to it.
            around = "ancestor::*[self::a or self::button or self::label]"
            icon = drawing.xpath(f"{around}[@title or @aria-label or normalize-space()]")
            if not (hidden or named or icon):
                found.append(f"{page}: a drawing without a name")
    return found


def test_links_can_be_told_apart(site):
    assert unclear(site) == []


def test_pictures_have_a_name(site):
    assert unnamed_pictures(site) == []


def test_links_that_cannot_be_told_apart_are_found(tmp_path: Path):
    text = '<p><a href="a.pdf">PDF</a></p><p><a href="b.pdf">PDF</a></p><p><a href="c.html"> </a></p>'
    (tmp_path / "a.html").write_text(f"<html><body>{text}</body></html>", encoding="utf-8")
    assert unclear(tmp_path) == ["a.html: a link without words to c.html", "a.html: “PDF” leads to a.pdf, b.pdf"]


def test_words_around_a_link_tell_it_apart(tmp_path: Path):
    text = '<p>Work: <a href="a.pdf">PDF</a></p><p>School: <a href="b.pdf">PDF</a></p>'
    (tmp_path / "a.html").write_text(f"<html><body>{text}</body></html>", encoding="utf-8")
    assert unclear(tmp_path) == []


def test_a_picture_without_a_name_is_found(tmp_path: Path):
    named = '<svg><title>Work</title></svg><a title="Menu"><svg></svg></a><img src="b" alt="">'
    text = f'<img src="a.png"><svg><path/></svg>{named}'
    (tmp_path / "a.html").write_text(f"<html><body>{text}</body></html>", encoding="utf-8")
    assert unnamed_pictures(tmp_path) == ["a.html: a.png", "a.html: a drawing without a name"]
