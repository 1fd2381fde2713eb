"""`kb law`: fingerprints of the articles that facts rest on, and what a newer text of a code changes."""

from __future__ import annotations

import sys
from pathlib import Path

from rights_kb import law_text
from rights_kb.library import Library
from rights_kb.models import Fingerprints, Law, Penalty, Place, Words


class CannotRead(Exception):
    """A text of a law cannot be used; the message says why and what to do."""


def read(path: Path, law_id: str | None, library: Library) -> tuple[Law, dict[str, tuple[str, ...]]]:
    """The law that a text is of, and its articles. Raises CannotRead."""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise CannotRead(f"{path}: {error.strerror}. Name a text file.") from error
    except UnicodeDecodeError as error:
        raise CannotRead(
            f"{path}: not a text in UTF-8. Save the law's text as UTF-8 (a PDF: `pdftotext -layout`)."
        ) from error
    law = library.laws.get(law_id) if law_id else law_text.law_of(text, library)
    if law is None:
        known = ", ".join(id_ for id_, known_law in library.laws.items() if known_law.edition)
        what = f"there is no law `{law_id}`" if law_id else "its first lines name no law of data/laws.yml"
        raise CannotRead(f"{path}: {what}. Write `--law ID` with one of: {known}.")
    articles = max((law_text.articles(text, words) for words in _languages(library)), key=len, default={})
    if not articles:
        raise CannotRead(f"{path}: no article was found. Give the whole text, in which articles begin with their own word.")
    return law, articles


def _languages(library: Library) -> list[Words]:
    return [words for words in library.words.values() if words.article_word]


def fingerprint(path: Path, law_id: str | None, library: Library, write: bool) -> int:
    """Show the fingerprints of a law's articles, or write them into data/fingerprints.yml; 1 when an article is missing."""
    law, articles = read(path, law_id, library)
    wanted = law_text.resting_on(library, law.id)
    found = law_text.fingerprints(articles, sorted(wanted, key=int))
    missing = sorted(set(wanted) - set(found), key=int)
    for number in missing:
        facts = ", ".join(_name(fact) for fact in wanted[number])
        print(f"{law.id}: article {number} is not in {path.name}; {facts} rest on it.", file=sys.stderr)
    if law.edition is None:
        raise CannotRead(f"data/laws.yml names no `edition` for `{law.id}`. Write the edition of the text there first.")
    if missing:
        print("Nothing was written. Look at the article numbers, or give the whole text.", file=sys.stderr)
        return 1
    entry = Fingerprints(law.id, law.edition, found, Place(path.name, 1))
    if write:
        target = library.project.data / "fingerprints.yml"
        kept = {**library.fingerprints, law.id: entry}
        target.write_text(_yaml(kept), encoding="utf-8", newline="\n")
        print(f"{len(found)} articles of `{law.id}` (edition {law.edition}) are in {library.project.name_of(target)}.")
    else:
        print(_yaml({law.id: entry}), end="")
    return 0


def _yaml(entries: dict[str, Fingerprints]) -> str:
    lines = [
        "# yaml-language-server: $schema=schema/fingerprints.json",
        "# Written by `kb law fingerprint FILE --write`: short hashes of the clauses of each article that a fact rests on.",
        "# `kb law check FILE` compares a newer text with them.",
    ]
    for law, entry in sorted(entries.items()):
        lines += [f"{law}:", f"  edition: {entry.edition}", "  articles:"]
        for number, hashes in sorted(entry.articles.items(), key=lambda item: int(item[0])):
            lines.append(f'    "{number}": [{", ".join(_quoted(hash_) for hash_ in hashes)}]')
    return "\n".join(lines) + "\n"


def _quoted(hash_: str) -> str:
    # A hash such as 123456789012 or 1e5 would be read as a number.
    return f'"{hash_}"'


def check(path: Path, law_id: str | None, library: Library) -> int:
    """List exactly the facts whose article differs in a newer text, with what is new; 1 when there is one."""
    law, articles = read(path, law_id, library)
    known = library.fingerprints.get(law.id)
    if known is None:
        raise CannotRead(
            f"There are no fingerprints of `{law.id}`. Run `kb law fingerprint FILE --write` on the text that was read."
        )
    changed = law_text.changes(articles, known.articles)
    wanted = law_text.resting_on(library, law.id)
    for change in changed:
        if change.missing:
            print(f"{law.id}, article {change.article}: it is not in this text any more.")
        else:
            print(f"{law.id}, article {change.article}: {len(change.new)} new clauses, {change.gone} gone.")
        for clause in change.new:
            print(f"  + {clause}")
        for fact in wanted.get(change.article, []):
            print(f"  {fact.place.file}:{fact.place.line}  {_name(fact)}: look at it again.")
    if not changed:
        print(f"{law.id}: none of the {len(known.articles)} articles that facts rest on has changed since {known.edition}.")
        return 0
    facts = sum(len(wanted.get(change.article, [])) for change in changed)
    print(f"\n{len(changed)} of {len(known.articles)} articles changed since {known.edition}; {facts} facts rest on them.")
    return 1


def _name(fact: object) -> str:
    return f"penalty `{fact.slug}`" if isinstance(fact, Penalty) else f"rule `{getattr(fact, 'id', '')}`"
