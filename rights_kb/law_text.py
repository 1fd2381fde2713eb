"""The text of a code, article by article, and fingerprints that show which articles a newer text has changed.

The texts themselves are not kept in the guide. Of each article that a fact rests on it keeps one short hash a
paragraph: enough to see that an article changed and which paragraphs are new, without the words of the old text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rights_kb.library import Library
from rights_kb.models import Penalty, Rule

ARTICLE = re.compile(r"^[ \t]*Статья[ \t]+([0-9]+)(?:[¹²³⁴⁵⁶⁷⁸⁹⁰]*)?[.]?[ \t]*(.*)$")
# An indented line begins a paragraph in the official print; a part or point begins one wherever it stands.
PARAGRAPH = re.compile(r"^(?:[ \t]{3,}\S|[ \t]*[0-9]+[.)][ \t])")
# Headings between articles end the article before them.
BETWEEN = re.compile(r"^[ \t]*(?:Глава|ГЛАВА|РАЗДЕЛ|Раздел|ОБЩАЯ ЧАСТЬ|ОСОБЕННАЯ ЧАСТЬ)\b")
SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
HASH_LENGTH = 12


@dataclass(frozen=True)
class Change:
    """An article whose text is not the one that was read: what is new, and how many old paragraphs are gone."""

    article: str
    new: tuple[str, ...]
    gone: int
    missing: bool


def articles(text: str) -> dict[str, tuple[str, ...]]:
    """The paragraphs of each article by its number, superscripts flattened as the official print does (102¹ → 1021)."""
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    lines: list[str] = []

    def close() -> None:
        if current is not None and lines:
            current.append(" ".join(" ".join(lines).split()))
        lines.clear()

    for line in text.splitlines():
        match = ARTICLE.match(line)
        if match:
            close()
            # Where a table of contents names the article first, the text that comes later counts.
            current = found[match[1]] = []
            lines.append(match[2])
        elif BETWEEN.match(line):
            close()
            current = None
        elif current is not None:
            if PARAGRAPH.match(line) and lines:
                close()
            if line.strip():
                lines.append(line)
    close()
    return {number: tuple(part for part in parts if part) for number, parts in found.items()}


def fingerprint(paragraph: str) -> str:
    """A short hash of a paragraph that spaces, line breaks, dashes, quotes and letter case do not change."""
    plain = unicodedata.normalize("NFC", paragraph).casefold()
    plain = re.sub(r"[«»„“”\"'’]", "", plain)
    plain = re.sub(r"[‐‑‒–—−-]+", "-", plain)
    plain = re.sub(r"\W+", " ", plain).strip()
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()[:HASH_LENGTH]


def numbers_of(article: str) -> Iterator[str]:
    """The article numbers that a citation names, flattened: "41, 42" gives 41 and 42, "205¹(2)" gives 2051."""
    for part in re.split(r"[,–]\s*", re.sub(r"\([^)]*\)", "", article)):
        if part.strip():
            yield part.strip().translate(SUPERSCRIPTS)


def resting_on(library: Library, law: str) -> dict[str, list[Rule | Penalty]]:
    """The rules and penalties of a law by the flattened number of the article they rest on."""
    found: dict[str, list[Rule | Penalty]] = {}
    facts: Iterable[Rule | Penalty] = [*library.rules.values(), *library.penalties.values()]
    for fact in facts:
        if fact.law == law and fact.article and fact.status != "superseded":
            for number in numbers_of(fact.article):
                found.setdefault(number, []).append(fact)
    return found


def fingerprints(text: str, wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The paragraph hashes of the wanted articles; an article that the text does not have is left out."""
    read = articles(text)
    return {number: tuple(map(fingerprint, read[number])) for number in wanted if number in read}


def changes(text: str, known: Mapping[str, tuple[str, ...]]) -> list[Change]:
    """The articles of which the text differs from the fingerprints, in the order of their numbers."""
    read = articles(text)
    found = []
    for number in sorted(known, key=int):
        if number not in read:
            found.append(Change(number, (), len(known[number]), True))
            continue
        now = {fingerprint(paragraph): paragraph for paragraph in read[number]}
        if tuple(map(fingerprint, read[number])) != tuple(known[number]):
            new = tuple(paragraph for hash_, paragraph in now.items() if hash_ not in known[number])
            gone = sum(hash_ not in now for hash_ in known[number])
            found.append(Change(number, new, gone, False))
    return found
