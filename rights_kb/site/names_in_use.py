"""Which names of tags, classes, ids, attributes and variables the pages and scripts of a site know."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

TAG = re.compile(r"<([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:=(?:\"[^\"]*\"|'[^']*'|[^\s>\"']+))?)*)\s*/?>")
ATTRIBUTE = re.compile(r"([^\s=>/]+)(?:=(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+)))?")
STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
# A browser builds these where a page leaves them out, or sets them itself.
TAGS_OF_BROWSERS = frozenset({"html", "head", "body", "tbody"})
ATTRIBUTES_OF_BROWSERS = frozenset({"open"})
# The words that a script may set: whatever is named as classes are (with a hyphen or an underscore), and the words of
# texts that hold nothing but names.
LIKE_A_CLASS = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_]+[A-Za-z0-9]+)+")
NAMES_ALONE = re.compile(r"""(["'`])((?:[A-Za-z][\w-]*)(?:\s+[A-Za-z][\w-]*)*)\1""")
VARIABLE = re.compile(r"--[A-Za-z][\w-]*")


@dataclass(frozen=True)
class NamesInUse:
    """The names that a rule of a style sheet can be about; `said` are the words that scripts may set."""

    tags: frozenset[str]
    classes: frozenset[str]
    ids: frozenset[str]
    attributes: frozenset[str]
    values: frozenset[tuple[str, str]]
    variables: frozenset[str]
    said: frozenset[str]

    def has_tag(self, name: str) -> bool:
        """Whether there is, or may be, such an element."""
        return name.lower() in self.tags or name.lower() in self.said

    def has_class(self, name: str) -> bool:
        """Whether there is, or may be, an element of such a class."""
        return name in self.classes or name in self.said

    def has_id(self, name: str) -> bool:
        """Whether there is, or may be, an element of such an id."""
        return name in self.ids or name in self.said

    def has_attribute(self, name: str, value: str | None) -> bool:
        """Whether there is, or may be, an element with such an attribute, of just this value where one is given."""
        if name in self.said or name in ATTRIBUTES_OF_BROWSERS:
            return True
        return name in self.attributes and (value is None or (name, value) in self.values)


def names_in_use(pages: Collection[str], scripts: Iterable[str]) -> NamesInUse:
    """The names in these pages, and the words in these scripts."""
    tags: set[str] = set(TAGS_OF_BROWSERS)
    classes: set[str] = set()
    ids: set[str] = set()
    attributes: set[str] = set()
    values: set[tuple[str, str]] = set()
    variables: set[str] = set()
    said: set[str] = set()
    # Most tags stand on many pages alike.
    seen = {found for page in pages for found in TAG.findall(page)}
    for tag, inside in seen:
        tags.add(tag.lower())
        for name, *forms in ATTRIBUTE.findall(inside):
            value = "".join(forms)
            attributes.add(name)
            values.add((name, value))
            if name == "class":
                classes.update(value.split())
            elif name == "id":
                ids.add(value)
        if "--" in inside:
            variables.update(VARIABLE.findall(inside))
    for page in pages:
        for style in STYLE.findall(page):
            variables.update(VARIABLE.findall(style))
    for script in scripts:
        variables.update(VARIABLE.findall(script))
        said.update(LIKE_A_CLASS.findall(script))
        said.update(word for _, words in NAMES_ALONE.findall(script) for word in words.split())
    return NamesInUse(
        tags=frozenset(tags),
        classes=frozenset(classes),
        ids=frozenset(ids),
        attributes=frozenset(attributes),
        values=frozenset(values),
        variables=frozenset(variables),
        said=frozenset(said),
    )
