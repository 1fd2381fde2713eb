"""The guide to the macros explains every macro, and what it shows is what a reader sees today.

A section is a heading with the name of a macro, its one example in a block of `jinja`, and then either what each
language shows, as a quoted list, or – for a table or a list – a paragraph that begins with "Shows".
"""

import html
import re

import pytest
import real_guide

import macros

README = real_guide.ROOT / "macros" / "README.md"
TEXT = README.read_text(encoding="utf-8")
FOUND = re.findall(r"^### (kb_\w+)\n(.*?)(?=^#|\Z)", TEXT, re.MULTILINE | re.DOTALL)
SECTIONS = dict(FOUND)
EXAMPLE = re.compile(r"^```jinja\n(.*?)\n```$", re.MULTILINE | re.DOTALL)
BLOCK = re.compile(r"<(?:figure|section|div|dl|ul|ol|details|table)\b")
LANGUAGES = real_guide.library().languages
# A page that has its own claims and penalties; the examples name other pages where they need them.
PAGE = "rights/work"

for_every_macro = pytest.mark.parametrize("name", macros.MACROS)


def rendered(name: str, language: str) -> str:
    return macros.render(EXAMPLE.findall(SECTIONS[name])[0], real_guide.context(language, PAGE))


def seen(name: str) -> str:
    """What a reader of each language sees, as it stands in the README."""
    return "\n".join(f"> - {language}: {html.unescape(macros.plain(rendered(name, language)))}" for language in LANGUAGES)


def test_every_macro_is_explained_once_and_nothing_else_is():
    assert sorted(name for name, _ in FOUND) == sorted(macros.MACROS)


@for_every_macro
def test_a_macro_has_exactly_one_example_which_calls_it(name):
    (example,) = EXAMPLE.findall(SECTIONS[name])
    assert re.fullmatch(r"\{\{ (kb_\w+)\(.*\) \}\}", example)[1] == name


@pytest.mark.parametrize("language", LANGUAGES)
@for_every_macro
def test_the_example_can_be_rendered(name, language):
    assert macros.plain(rendered(name, language)).strip()


@for_every_macro
def test_the_section_shows_what_a_reader_sees_now(name):
    section = SECTIONS[name]
    if BLOCK.match(rendered(name, LANGUAGES[0])):
        assert re.search(r"^Shows .+\.$", section, re.MULTILINE), f"Write “Shows …” under the example of {name}."
        assert "\n>" not in section, f"{name} shows a block: describe it, do not quote it."
        return
    shown = "\n".join(re.findall(r"^> - .*$", section, re.MULTILINE))
    assert shown == seen(name), f"Paste this under the example of {name} in macros/README.md:\n\n{seen(name)}\n"
