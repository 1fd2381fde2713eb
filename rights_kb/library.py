"""Everything the guide knows, read once: facts, words and articles, and every problem met on the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from rights_kb import articles, documents
from rights_kb.documents import Document
from rights_kb.models import (
    Amount,
    Case,
    Change,
    Checked,
    Claim,
    DangerWords,
    Dimension,
    Exception_,
    Fingerprints,
    Helpline,
    Hours,
    Indicator,
    Known,
    Law,
    Member,
    Name,
    Observation,
    Official,
    Page,
    Penalty,
    Place,
    Revision,
    Rule,
    Sanction,
    Source,
    Span,
    Suffixes,
    Sum,
    Table,
    Term,
    Text,
    Value,
    Words,
)
from rights_kb.problem import Problem
from rights_kb.project import Project, open_project


@dataclass(frozen=True)
class Library:
    """The facts by kind and id, the articles by language and slug, and the documents they came from."""

    project: Project
    documents: tuple[Document, ...]
    sources: Mapping[str, Source]
    laws: Mapping[str, Law]
    rules: Mapping[str, Rule]
    penalties: Mapping[str, Penalty]
    claims: Mapping[str, Claim]
    changes: Mapping[str, Change]
    tables: Mapping[str, Table]
    dimensions: Mapping[str, Dimension]
    helplines: Mapping[str, Helpline]
    glossary: Mapping[str, Term]
    indicator: Indicator | None
    words: Mapping[str, Words]
    fingerprints: Mapping[str, Fingerprints]
    names: Mapping[str, Name]
    exceptions: tuple[Exception_, ...]
    danger_words: tuple[DangerWords, ...]
    # What readers of a language type, by the slug of the page that answers it.
    asked: Mapping[str, Mapping[str, tuple[str, ...]]]
    pages: Mapping[tuple[str, str], Page]
    problems: tuple[Problem, ...]

    @property
    def languages(self) -> tuple[str, ...]:
        return self.project.codes

    def page(self, language: str, slug: str) -> Page | None:
        """The article in that language, or None where it is not translated."""
        return self.pages.get((language, slug))

    def slugs(self) -> tuple[str, ...]:
        """The slugs of all articles of all languages: in the order of the menu, then by name."""
        known = {slug for _, slug in self.pages}
        in_menu = [slug for slug in self.project.menu if slug in known]
        return (*in_menu, *sorted(known - set(in_menu)))


def open_library(root: Path) -> Library:
    """Read the guide in `root`. Raises NotAProject; every other problem is in `problems`."""
    project = open_project(root)
    pages, page_problems = articles.read_all(project)
    return _library(project, documents.read_all(project), pages, page_problems)


def open_table(root: Path, slug: str, words: bool = False) -> Library:
    """Read one table, its dimensions and, if asked, the words: for work on that table alone. Raises NotAProject."""
    project = open_project(root)
    return _library(project, documents.read_table(project, slug, words), {}, ())


def _library(
    project: Project,
    read: tuple[Document, ...],
    pages: Mapping[tuple[str, str], Page],
    page_problems: Iterable[Problem],
) -> Library:
    shelves = _Shelves(read)
    return Library(
        project=project,
        documents=read,
        sources=shelves.by_id("sources", _source),
        laws=shelves.by_id("laws", _law),
        rules=shelves.by_id("rules", _rule),
        penalties=shelves.by_slug("penalty", _penalty),
        claims=shelves.by_id("claims", _claim),
        changes=shelves.by_id("changes", _change),
        dimensions=shelves.dimensions(),
        tables=shelves.tables(),
        helplines=shelves.by_id("helplines", _helpline),
        glossary=shelves.by_id("glossary", _term),
        indicator=shelves.single("indicator", _indicator),
        words=shelves.by_slug("words", _words),
        fingerprints=shelves.fingerprints(),
        names=shelves.by_id("names", _name),
        exceptions=tuple(shelves.entries("exceptions", _exception)),
        danger_words=tuple(shelves.entries("danger-words", _danger_words)),
        asked=shelves.by_slug("asked", _asked),
        pages=pages,
        problems=tuple(
            problem
            for group in ([document.problems for document in read], [page_problems])
            for part in group
            for problem in part
        ),
    )


class _Shelves:
    """Makes models of sound documents; what does not fit its schema is left out, and is a problem already."""

    def __init__(self, read: tuple[Document, ...]) -> None:
        self.read = read

    def of(self, kind: str) -> Iterator[Document]:
        return (document for document in self.read if document.kind == kind and document.sound)

    def entries(self, kind: str, build: Callable[[Any, Place], Any]) -> Iterator[Any]:
        for document in self.of(kind):
            for position, entry in enumerate(document.data):
                if position not in document.bad_entries:
                    yield build(entry, Place(document.file, entry.line))

    def by_id(self, kind: str, build: Callable[[Any, Place], Any]) -> dict[str, Any]:
        shelf: dict[str, Any] = {}
        for entry in self.entries(kind, build):
            shelf.setdefault(entry.id, entry)
        return shelf

    def by_slug(self, kind: str, build: Callable[[str, Any, Place], Any]) -> dict[str, Any]:
        return {document.stem: build(document.stem, document.data, Place(document.file, 1)) for document in self.of(kind)}

    def single(self, kind: str, build: Callable[[Any, Place], Any]) -> Any:
        for document in self.of(kind):
            return build(document.data, Place(document.file, 1))
        return None

    def dimensions(self) -> dict[str, Dimension]:
        return {
            id_: _dimension(id_, entry, Place(document.file, document.data.line_of(id_)))
            for document in self.of("dimensions")
            for id_, entry in document.data.items()
        }

    def fingerprints(self) -> dict[str, Fingerprints]:
        return {
            law: Fingerprints(
                law,
                _day(entry["edition"]) or date.min,
                {number: tuple(hashes) for number, hashes in entry["articles"].items()},
                Place(document.file, document.data.line_of(law)),
            )
            for document in self.of("fingerprints")
            for law, entry in document.data.items()
        }

    def tables(self) -> dict[str, Table]:
        dimensions = self.dimensions()
        return {
            document.stem: _table(document.stem, document.data, Place(document.file, 1), dimensions)
            for document in self.of("table")
        }


def _text(data: Mapping[str, str] | None, values: Mapping[str, Value] | None = None) -> Text | None:
    return None if data is None else Text(dict(data), values or {})


def _day(data: str | None) -> date | None:
    """A date; None also for a day that no calendar has, which the check of dates reports."""
    try:
        return None if data is None else date.fromisoformat(data)
    except ValueError:
        return None


def _checked(entry: Mapping[str, Any]) -> Checked:
    return Checked(_day(entry["checked"]) or date.min, _day(entry["check_again"]) or date.max)


def _values(data: Mapping[str, Any] | None) -> dict[str, Value]:
    return {name: _value(entry) for name, entry in (data or {}).items()}


def _value(entry: Mapping[str, Any]) -> Value:
    if "date" in entry:
        return Value(day=_day(entry["date"]) or date.min)
    if "year" in entry:
        return Value(year=entry["year"])
    if "month" in entry:
        return Value(month=entry["month"])
    if "time" in entry:
        return Value(times=(entry["time"],))
    if "value" in entry:
        return Value(number=Decimal(entry["value"]), unit=entry.get("unit"))
    if isinstance(entry["from"], dict):
        return Value(times=(entry["from"]["time"], entry["to"]["time"]))
    return Value(number=Decimal(entry["from"]), until=Decimal(entry["to"]), unit=entry.get("unit"))


def _names(entry: Mapping[str, Any], key: str) -> tuple[str, ...]:
    return tuple(entry.get(key, ()))


def _by_language(entry: Mapping[str, Any], key: str) -> dict[str, tuple[str, ...]]:
    return {language: tuple(forms) for language, forms in entry.get(key, {}).items()}


def _source(entry: Any, place: Place) -> Source:
    publisher = entry["publisher"]
    return Source(
        id=entry["id"],
        kind=entry["kind"],
        title=Text(dict(entry["title"])),
        publisher=publisher if isinstance(publisher, str) else Text(dict(publisher)),
        published=str(entry["published"]),
        accessed=_day(entry["accessed"]) or date.min,
        languages=tuple(entry["languages"]),
        addresses=tuple(entry["addresses"]),
        note=_text(entry.get("note"), _values(entry.get("values"))),
        place=place,
    )


def _law(entry: Any, place: Place) -> Law:
    newest = entry.get("newest", {})
    return Law(
        id=entry["id"],
        title=Text(dict(entry["title"])),
        number=entry.get("number"),
        date=str(entry["date"]) if "date" in entry else None,
        in_force=str(entry["in_force"]) if "in_force" in entry else None,
        status=entry["status"],
        edition=_day(entry.get("edition")),
        newest=_day(newest.get("edition")),
        newest_seen=_day(newest.get("seen")),
        address=entry.get("address"),
        sources=_names(entry, "sources"),
        replaces=_names(entry, "replaces"),
        replaced_by=_names(entry, "replaced_by"),
        avoid=_by_language(entry, "avoid"),
        checked=_checked(entry),
        note=_text(entry.get("note"), _values(entry.get("values"))),
        place=place,
    )


def _rule(entry: Any, place: Place) -> Rule:
    values = _values(entry.get("values"))
    return Rule(
        id=entry["id"],
        law=entry.get("law"),
        article=entry.get("article"),
        status=entry["status"],
        checked=_checked(entry),
        claims=_names(entry, "claims"),
        pages=_names(entry, "pages"),
        sources=_names(entry, "sources"),
        text=Text(dict(entry["text"]), values),
        note=_text(entry.get("note"), values),
        place=place,
    )


def _penalty(slug: str, entry: Any, place: Place) -> Penalty:
    values = _values(entry.get("values"))
    return Penalty(
        slug=slug,
        law=entry.get("law"),
        article=entry.get("article"),
        title=Text(dict(entry["title"]), values),
        amended=str(entry["amended"]) if "amended" in entry else None,
        status=entry["status"],
        checked=_checked(entry),
        superseded_by=_names(entry, "superseded_by"),
        claims=_names(entry, "claims"),
        pages=_names(entry, "pages"),
        sources=_names(entry, "sources"),
        note=_text(entry.get("note"), values),
        cases=tuple(_case(case, Place(place.file, case.line)) for case in entry["cases"]),
        place=place,
    )


def _case(entry: Any, place: Place) -> Case:
    values = _values(entry.get("values"))
    return Case(
        id=entry["id"],
        part=entry.get("part"),
        act=Text(dict(entry["act"]), values),
        who=Text(dict(entry["who"]), values),
        sanctions=tuple(_sanction(sanction) for sanction in entry["sanctions"]),
        added=tuple(_sanction(sanction) for sanction in entry.get("added", ())),
        note=_text(entry.get("note"), values),
        place=place,
    )


def _sanction(entry: Any) -> Sanction:
    span = Span(entry.get("from"), entry.get("to")) if "from" in entry or "to" in entry else None
    return Sanction(
        kind=entry["kind"],
        span=span,
        amount=_amount(entry),
        payer=entry.get("for"),
        may=entry.get("may", False),
        companions=_names(entry, "with"),
        note=_text(entry.get("note"), _values(entry.get("values"))),
    )


def _amount(entry: Any) -> Amount | None:
    for key in ("indicators", "som"):
        if key in entry:
            typed = entry[key]
            if isinstance(typed, int):
                return Amount(typed, typed, key == "indicators")
            return Amount(typed.get("from"), typed["to"], key == "indicators")
    return None


def _claim(entry: Any, place: Place) -> Claim:
    values = _values(entry.get("values"))
    return Claim(
        id=entry["id"],
        page=entry["page"],
        in_article=entry.get("in_article", True),
        contradiction=entry.get("contradiction", False),
        said=Text(dict(entry["said"]), values),
        verdict=entry["verdict"],
        status=entry["status"],
        why=Text(dict(entry["why"]), values),
        sources=_names(entry, "sources"),
        checked=_checked(entry),
        place=place,
    )


def _change(entry: Any, place: Place) -> Change:
    return Change(
        id=entry["id"],
        day=_day(entry["date"]) or date.min,
        text=Text(dict(entry["text"]), _values(entry.get("values"))),
        pages=_names(entry, "pages"),
        place=place,
    )


def _dimension(id_: str, entry: Any, place: Place) -> Dimension:
    return Dimension(
        id=id_,
        name=Text(dict(entry["name"])),
        code=entry.get("sdmx"),
        total=entry["total"],
        members={
            name: Member(
                name,
                Text(dict(member["name"]), _values(member.get("values"))),
                _text(member.get("in"), _values(member.get("values"))),
                member.get("sdmx"),
            )
            for name, member in entry["members"].items()
        },
        tiles=tuple(map(tuple, entry.get("tiles", ()))),
        place=place,
    )


def _table(slug: str, entry: Any, place: Place, dimensions: Mapping[str, Dimension]) -> Table:
    values = _values(entry.get("values"))
    names = tuple(entry["dimensions"])
    totals = tuple(dimensions[name].total if name in dimensions else None for name in names)
    checked = _checked(entry)
    official = entry.get("official")
    sources = _names(entry, "sources")
    return Table(
        slug=slug,
        title=Text(dict(entry["title"]), values),
        measures=Text(dict(entry["measures"]), values),
        counted_by=_text(entry.get("counted_by"), values),
        is_not=_text(entry.get("is_not"), values),
        unit=entry["unit"],
        decimals=entry["decimals"],
        dimensions=names,
        sources=sources,
        status=entry["status"],
        checked=checked,
        official=official
        and Official(
            official["file"],
            official["series"],
            official.get("fixed", {}),
            official.get("total", {}),
            official.get("unit_code"),
        ),
        claims=_names(entry, "claims"),
        notes={
            note["id"]: Text(dict(note["text"]), {**values, **_values(note.get("values"))})
            for note in entry.get("notes", ())
        },
        breaks=frozenset(note["id"] for note in entry.get("notes", ()) if note.get("break")),
        sums=tuple(_sum(part) for part in entry.get("sums", ())),
        revisions=tuple(_revision(part, values) for part in entry.get("revisions", ())),
        observations=tuple(
            _observation(item, names, totals, sources, entry["status"], checked.on) for item in entry["observations"]
        ),
        place=place,
    )


def _sum(entry: Any) -> Sum:
    differs = entry.get("differs", {})
    return Sum(
        dimension=entry["dimension"],
        total=entry["total"] if isinstance(entry["total"], str) else Decimal(entry["total"]),
        parts=tuple(entry["parts"]),
        tolerance=Decimal(entry["tolerance"]),
        period=str(entry["period"]) if "period" in entry else None,
        differs_by=Decimal(differs["by"]) if differs else None,
        why=_text(differs.get("why"), _values(differs.get("values"))),
        line=entry.line,
    )


def _revision(entry: Any, values: Mapping[str, Value]) -> Revision:
    return Revision(
        day=_day(entry["date"]) or date.min,
        what=entry["what"],
        reason=Text(dict(entry["reason"]), {**values, **_values(entry.get("values"))}),
        line=entry.line,
    )


def _observation(
    entry: Any,
    names: tuple[str, ...],
    totals: tuple[str | None, ...],
    sources: tuple[str, ...],
    status: str,
    checked: date,
) -> Observation:
    value = entry.get("value")
    return Observation(
        period=str(entry["period"]),
        members=tuple(map(entry.get, names, totals)),
        value=None if value is None else Decimal(value),
        absent=_text(entry.get("absent")),
        approximate=entry.get("approximate"),
        sources=tuple(entry.get("source", sources)),
        status=entry.get("status", status),
        note=entry.get("note"),
        checked=_day(entry.get("checked")) or checked,
        line=entry.line,
    )


def _known(data: Any) -> Known:
    if isinstance(data, str):
        return Known(day=_day(data))
    if isinstance(data, list):
        return Known(items=tuple(data))
    if "absent" in data:
        return Known(absent=Text(dict(data["absent"])))
    return Known(text=Text(dict(data)))


def _helpline(entry: Any, place: Place) -> Helpline:
    values = _values(entry.get("values"))
    hours = entry["hours"]
    always = hours == "always"
    absent = None if always else _text(hours.get("absent"))
    since = entry.get("since")
    return Helpline(
        id=entry["id"],
        number=entry["number"],
        dial=entry["dial"],
        name=Text(dict(entry["name"]), values),
        reason=Text(dict(entry["for"]), values),
        answers=Text(dict(entry["answers"]), values),
        hours=Hours(always, None if always else hours.get("from"), None if always else hours.get("to"), absent),
        free=entry["cost"] == "free",
        cost_absent=None if entry["cost"] == "free" else _text(entry["cost"]["absent"]),
        since=None if since is None else str(since),
        recorded=entry.get("recorded"),
        callers=_text(entry.get("callers"), values),
        languages=_known(entry["languages"]),
        bill=_known(entry["bill"]),
        abroad=_known(entry["abroad"]),
        last_rung=_known(entry["last_rung"]),
        danger=entry.get("danger", False),
        status=entry["status"],
        sources=_names(entry, "sources"),
        checked=_checked(entry),
        note=_text(entry.get("note"), values),
        place=place,
    )


def _term(entry: Any, place: Place) -> Term:
    values = _values(entry.get("values"))
    return Term(
        id=entry["id"],
        terms=Text(dict(entry["terms"])),
        also=_by_language(entry, "also"),
        avoid=_by_language(entry, "avoid"),
        seen=entry["seen"],
        definition=Text(dict(entry["definition"]), values),
        note=_text(entry.get("note"), values),
        place=place,
    )


def _indicator(entry: Any, place: Place) -> Indicator:
    return Indicator(
        value=Decimal(entry["value"]),
        unit=entry["unit"],
        status=entry["status"],
        sources=_names(entry, "sources"),
        checked=_checked(entry),
        note=_text(entry.get("note"), _values(entry.get("values"))),
        place=place,
    )


def _words(language: str, entry: Any, place: Place) -> Words:
    return Words(
        language=language,
        months=tuple(entry["months"]),
        month_names=tuple(entry.get("month_names", entry["months"])),
        patterns=entry["patterns"],
        labels=entry["labels"],
        statuses=entry["statuses"],
        verdicts=entry["verdicts"],
        sanctions=entry["sanctions"],
        payers=entry["payers"],
        audiences=entry["audiences"],
        law_statuses=entry["law_statuses"],
        source_kinds=entry["source_kinds"],
        status_notes=entry["status_notes"],
        language_names=entry["language_names"],
        spreadsheet=entry.get("spreadsheet", {}),
        units=entry["units"],
        forbidden_letters=entry.get("letters", {}).get("forbidden", {}),
        alphabet=entry.get("letters", {}).get("alphabet", ""),
        foreign=entry.get("letters", {}).get("foreign", {}),
        article_word=entry.get("law_text", {}).get("article", ""),
        division_words=_names(entry.get("law_text", {}), "divisions"),
        suffixes=_suffixes(entry["suffixes"]) if "suffixes" in entry else None,
        place=place,
    )


def _suffixes(entry: Any) -> Suffixes:
    return Suffixes(
        numbers={int(number): word for number, word in entry.get("numbers", {}).items()},
        wide=entry.get("wide", {}),
        narrow=entry.get("narrow", {}),
        voiceless=entry.get("voiceless", ""),
        percent=entry.get("percent", ""),
        year=entry.get("year", ""),
        possessed=_names(entry, "possessed"),
        hyphened=_names(entry, "hyphened"),
        cases=entry.get("cases", {}),
        forms=entry.get("forms", {}),
    )


def _danger_words(entry: Any, place: Place) -> DangerWords:
    words = {language: tuple(phrases) for language, phrases in entry["words"].items()}
    return DangerWords(id=entry["id"], words=words, pages=tuple(entry["pages"]), place=place)


def _asked(language: str, data: Any, place: Place) -> Mapping[str, tuple[str, ...]]:
    return {slug: tuple(phrases) for slug, phrases in data.items()}


def _name(entry: Any, place: Place) -> Name:
    return Name(id=entry["id"], name=entry["name"], language=entry["language"], place=place)


def _exception(entry: Any, place: Place) -> Exception_:
    return Exception_(
        rule=entry["rule"],
        file=entry["file"],
        text=entry.get("text"),
        why=entry["why"],
        until=_day(entry["until"]) or date.min,
        place=place,
    )
