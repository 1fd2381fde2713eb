"""The text of a code, article by article, and fingerprints that show which articles a newer text has changed.

The texts themselves are not kept in the guide. Of each article that a fact rests on it keeps one short hash a
clause: enough to see that the article changed and which clauses are new, without the words of the old text.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rights_kb import numbers
from rights_kb.library import Library
from rights_kb.models import Law, Penalty, Rule, Words

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
# Clauses do not depend on where a print breaks its lines. The number of a part ("2.") stays with its text.
CLAUSE_END = re.compile(r"(?<=[^\d\s][.;:])\s+")
HEADER_LINES = 60
HASH_LENGTH = 12


@dataclass(frozen=True)
class Change:
    """An article whose text is not the one that was read: the clauses that are new, and how many old ones are gone."""

    article: str
    new: tuple[str, ...]
    gone: int
    missing: bool


def articles(text: str, words: Words) -> dict[str, tuple[str, ...]]:
    """The clauses of each article by its number, superscripts flattened as prints do (102¹ → 1021).

    The language of the text decides which word begins an article: `law_text` in its words.
    """
    begins = re.compile(rf"^[ \t]*{words.article_word}[ \t]+([0-9]+)[⁰¹²³⁴⁵⁶⁷⁸⁹]*[.]?(?:[ \t]+(.*))?$")
    between = re.compile(rf"^[ \t]*(?:{'|'.join(map(re.escape, words.division_words))})\b") if words.division_words else None
    found: dict[str, list[str]] = {}
    current: list[str] | None = None
    for line in _without_page_marks(text).splitlines():
        match = begins.match(line)
        if match:
            # Where a table of contents names the article first, the text that comes later counts.
            current = found[match[1]] = [match[2] or ""]
        elif between and between.match(line):
            current = None
        elif current is not None:
            current.append(line)
    return {number: _clauses(" ".join(" ".join(lines).split())) for number, lines in found.items()}


def _without_page_marks(text: str) -> str:
    """The text without the first or last line of its pages where most pages have the same one."""
    pages = [page.strip("\n").split("\n") for page in text.split("\f")]
    for place in (0, -1):
        count = Counter(page[place].strip() for page in pages)
        line, times = count.most_common(1)[0]
        if line and len(pages) > 2 and 2 * times > len(pages):
            for page in pages:
                if page[place].strip() == line:
                    del page[place]
        pages = ["\n".join(page).strip("\n").split("\n") for page in pages]
    return "\n".join(line for page in pages for line in page)


def _clauses(text: str) -> tuple[str, ...]:
    return tuple(part for part in CLAUSE_END.split(text) if re.search(r"\w", part))


def fingerprint(clause: str) -> str:
    """A short hash of a clause that spaces, line breaks, dashes, quotes and letter case do not change."""
    plain = unicodedata.normalize("NFC", clause).casefold()
    plain = re.sub(r"[\W_]+", " ", plain).strip()
    return hashlib.sha256(plain.encode("utf-8")).hexdigest()[:HASH_LENGTH]


def law_of(text: str, library: Library) -> Law | None:
    """The law whose number and date the first lines of a text name first, or None.

    Amending laws are named in the head of a code too, but behind the code itself.
    """
    head = " ".join(" ".join(text.splitlines()[:HEADER_LINES]).split()).replace(numbers.NO_BREAK, " ")
    named: list[tuple[int, str]] = []
    for law in library.laws.values():
        if not law.date or len(law.date) != 10:
            continue
        for words in library.words.values():
            when = numbers.period(law.date, words).replace(numbers.NO_BREAK, " ")
            which = words.patterns["number"].format(number=law.number) if law.number else ""
            # The number stands right behind the date, or a word or a comma away.
            match = re.search(rf"{re.escape(when)}[^0-9]{{0,20}}{re.escape(which)}(?![0-9])", head)
            if match:
                named.append((match.start(), law.id))
    return library.laws[min(named)[1]] if named else None


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


def fingerprints(read: Mapping[str, tuple[str, ...]], wanted: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The clause hashes of the wanted articles; an article that the text does not have is left out."""
    return {number: tuple(map(fingerprint, read[number])) for number in wanted if number in read}


def changes(read: Mapping[str, tuple[str, ...]], known: Mapping[str, tuple[str, ...]]) -> list[Change]:
    """The articles whose text differs from their fingerprints, in the order of their numbers."""
    found = []
    for number in sorted(known, key=int):
        if number not in read:
            found.append(Change(number, (), len(known[number]), True))
            continue
        now = {fingerprint(clause): clause for clause in read[number]}
        if tuple(map(fingerprint, read[number])) != tuple(known[number]):
            new = tuple(clause for hash_, clause in now.items() if hash_ not in known[number])
            gone = sum(hash_ not in now for hash_ in known[number])
            found.append(Change(number, new, gone, False))
    return found
