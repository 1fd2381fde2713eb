"""What stands around an article: title, menu, languages, laws, dates. Everything a template shows is decided here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup, escape

from rights_kb import numbers
from rights_kb.library import Library
from rights_kb.models import Helpline, Page, Words
from rights_kb.render import datasets
from rights_kb.render.context import Context
from rights_kb.render.facts import terms_of
from rights_kb.render.sources import law_list
from rights_kb.site import basis, menu
from rights_kb.site.addresses import absolute, address, relative
from rights_kb.site.feed import feed_address
from rights_kb.site.paper import Foot, Numbered, numbered
from rights_kb.site.search_index import Addresses, addresses
from rights_kb.site.sitemap import alternates

# Makes the macros in a title or a summary; gives HTML. Handed in, since macros are written on top of this package.
Render = Callable[[str, Context], str]
NOTHING = Markup()


@dataclass(frozen=True)
class Link:
    """A way to another page: its address from here, its title as HTML, and whether it is the page itself."""

    href: str
    title: Markup
    current: bool = False


@dataclass(frozen=True)
class Choice:
    """A language to switch to, named in itself."""

    code: str
    name: str
    href: str
    current: bool


@dataclass(frozen=True)
class Door:
    """A section: its short name, the title of the page behind it, and for the section the reader is in its `pages`."""

    link: Link
    behind: Markup
    open: bool
    pages: tuple[Link, ...]


@dataclass(frozen=True)
class Call:
    """A helpline as a button: what is shown, what is dialled, and what it is for."""

    number: str
    dial: str
    name: Markup
    hours: str


@dataclass(frozen=True)
class Whole:
    """Everything around one article, in the language of the reader."""

    language: str
    text_language: str
    labels: Mapping[str, str]
    home: Link
    languages: tuple[Choice, ...]
    doors: tuple[Door, ...]
    title: Markup = NOTHING
    plain_title: str = ""
    summary: Markup = NOTHING
    description: str = ""
    audience: str = ""
    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    # At the foot of a page; those of a page about danger stand before its text instead.
    helplines: tuple[Call, ...] = ()
    calls: tuple[Call, ...] = ()
    leave: str = ""
    laws: Markup = NOTHING
    terms: Markup = NOTHING
    feed: str = ""
    related: tuple[Link, ...] = ()
    dates: tuple[tuple[str, str], ...] = ()
    search: Addresses | None = None
    alphabet: str = ""
    # What search engines for data read about each whole table, by its id.
    datasets: Mapping[str, str] = field(default_factory=dict)
    address: str = ""
    foot: Foot | None = None

    @property
    def translated(self) -> bool:
        """Whether the article is written in the reader's language."""
        return self.language == self.text_language

    def numbered(self, article: str) -> Numbered:
        """The finished article, its tables told to search engines and its links numbered for print, and their addresses."""
        return numbered(datasets.beside_tables(article, self.datasets), self.address)


class Surroundings:
    """Makes what stands around each page of a guide; titles and sections are worked out once."""

    def __init__(self, library: Library, render: Render, theme: Path) -> None:
        self.library = library
        self.render = render
        self.theme = theme
        self.sections = menu.sections(library)
        self._titles: dict[tuple[str, str], Markup] = {}

    def of_page(self, language: str, slug: str) -> Whole:
        """What stands around an article for a reader of `language`, whether or not it is translated into it."""
        project = self.library.project
        text_language = language if self.library.page(language, slug) else project.default
        page = self.library.page(text_language, slug)
        if page is None:
            raise LookupError(f"There is no article {slug} in {language} or {project.default}.")
        own = Context(self.library, text_language, slug)
        reader = Context(self.library, language, slug)
        summary = Markup(self.render(page.summary, own))
        helplines = tuple(_calls(self._danger_lines(), reader))
        here = address(project, language, slug)
        return Whole(
            language=language,
            text_language=text_language,
            labels=reader.words.labels,
            home=self._link(language, "index", here, slug == "index"),
            languages=self._languages(language, slug, here),
            doors=self._doors(language, slug, here),
            title=self.title(text_language, slug),
            plain_title=_plain(self.title(text_language, slug)),
            summary=summary,
            description=_plain(summary),
            audience=", ".join(reader.words.audiences.get(name, name) for name in page.audience),
            canonical=absolute(project, text_language, slug),
            alternates=tuple(alternates(self.library, slug)) if text_language == language else (),
            helplines=helplines,
            calls=helplines if page.danger else (),
            leave=project.leave_to if page.danger else "",
            laws=self._laws(page, reader),
            terms=Markup(terms_of(page, own)),
            feed=relative(feed, here) if (feed := feed_address(self.library, language)) else "",
            related=tuple(self._link(language, other, here) for other in page.related if self._exists(language, other)),
            dates=tuple(self._dates(page, reader)),
            **self._search(language, here),
            datasets=datasets.of_page(page, own) if text_language == language else {},
            address=absolute(project, language, slug),
            foot=self.foot(language, slug),
        )

    def foot(self, language: str, slug: str) -> Foot:
        """What stands at the foot of each printed sheet of an article, in words of the reader's language."""
        project = self.library.project
        page = self.library.page(language, slug) or self.library.pages[project.default, slug]
        reader = Context(self.library, language, slug)
        (written_in,) = (choice.name for choice in project.languages if choice.code == page.language)
        helplines = self._danger_lines()
        # The numbers stand on the sheet too: it is no newer than they are.
        days = (
            basis.law_checked(page, self.library),
            basis.figures_checked(page, self.library),
            *(item.checked.on for item in helplines),
        )
        day = min((day for day in days if day), default=None)
        checked = [f"{reader.words.labels['checked']}: {numbers.day(day, reader.words)}"] if day else []
        calls = [f"{call.name.striptags()}: {call.number}" for call in _calls(helplines, reader)]
        lines = ([written_in, *checked], calls)
        return Foot(absolute(project, page.language, slug), tuple(" · ".join(line) for line in lines if line))

    def off_page(self, language: str) -> Whole:
        """What stands around a text that is no article and is shown at any address, such as the one for a lost reader."""
        context = Context(self.library, language, "index")
        return Whole(
            language=language,
            text_language=language,
            labels=context.words.labels,
            home=self._link(language, "index", None),
            languages=self._languages(language, "index", None),
            doors=self._doors(language, "", None),
            calls=tuple(_calls(self._danger_lines(), context)),
            **self._search(language, None),
        )

    def title(self, language: str, slug: str) -> Markup:
        """The title of an article as HTML; where it is not translated, that of the default language, marked as such."""
        key = (language, slug)
        if key not in self._titles:
            page = self.library.page(language, slug)
            if page is None:
                default = self.library.project.default
                self._titles[key] = Markup('<span lang="{}">{}</span>').format(default, self.title(default, slug))
            else:
                self._titles[key] = Markup(self.render(page.title, Context(self.library, language, slug)))
        return self._titles[key]

    def _exists(self, language: str, slug: str) -> bool:
        return bool(self.library.page(language, slug) or self.library.page(self.library.project.default, slug))

    def _href(self, language: str, slug: str, here: str | None) -> str:
        return self._way(address(self.library.project, language, slug), here)

    def _way(self, target: str, here: str | None) -> str:
        """The address of a file of the site from a page, or from anywhere."""
        if here is None:
            return f"{urlsplit(self.library.project.site_url).path.rstrip('/')}/{target}"
        return relative(target or ".", here)

    def _search(self, language: str, here: str | None) -> dict[str, Any]:
        found = addresses(self.library, language, self.theme, lambda target: self._way(target, here))
        return {"search": found, "alphabet": found.alphabet}

    def _link(self, language: str, slug: str, here: str | None, current: bool = False) -> Link:
        title = self.title(language, slug) if self._exists(language, slug) else Markup(escape(slug))
        return Link(self._href(language, slug, here), title, current)

    def _languages(self, language: str, slug: str, here: str | None) -> tuple[Choice, ...]:
        return tuple(
            Choice(choice.code, choice.name, self._href(choice.code, slug, here), choice.code == language)
            for choice in self.library.project.languages
            if self._exists(choice.code, slug)
        )

    def _doors(self, language: str, slug: str, here: str | None) -> tuple[Door, ...]:
        doors = []
        labels = self.library.words[language].labels
        for section in self.sections:
            shown = [item for item in section.slugs if self._exists(language, item)]
            if not shown:
                continue
            inside = menu.section_of(slug) == section.name
            link = self._link(language, shown[0], here, slug == shown[0])
            behind = link.title
            named = labels.get(f"section_{section.name}")
            if named:
                link = Link(link.href, Markup(escape(named)), link.current)
            # A section without a first page of its own is entered at its first article, which is then listed as well.
            rest = [item for item in shown if not item.endswith("/index")]
            pages = menu.around(rest, slug) if inside else ()
            doors.append(Door(link, behind, inside, tuple(self._link(language, item, here, item == slug) for item in pages)))
        return tuple(doors)

    def _danger_lines(self) -> list[Helpline]:
        return [item for item in self.library.helplines.values() if item.danger]

    def _laws(self, page: Page, context: Context) -> Markup:
        found = [] if basis.lists_all_laws(page) else basis.laws(page, self.library)
        return Markup(law_list(found, context)) if found else NOTHING

    def _dates(self, page: Page, context: Context) -> Iterable[tuple[str, str]]:
        words = context.words
        for label, day in (
            ("law_checked", basis.law_checked(page, self.library)),
            ("figures_checked", basis.figures_checked(page, self.library)),
        ):
            if day:
                yield words.labels[label], numbers.day(day, words)
        if not page.original and page.language == context.language:
            yield words.labels["translation"], _translation(page, words)
        if page.reviewed_on:
            yield words.labels["reviewed"], f"{numbers.day(page.reviewed_on, words)}, {page.reviewed_by}"
        else:
            yield words.labels["review"], words.labels["not_reviewed"]


def _translation(page: Page, words: Words) -> str:
    if page.translation_checked is None:
        return words.labels["translation_unchecked"]
    return f"{words.labels['checked']}: {numbers.day(page.translation_checked, words)}"


def _calls(helplines: Iterable[Helpline], context: Context) -> Iterable[Call]:
    for item in helplines:
        yield Call(item.number, item.dial, Markup(context.html(item.name)), _hours(item, context.words))


def _hours(item: Helpline, words: Words) -> str:
    if item.hours.always:
        return words.labels["always"]
    if item.hours.start and item.hours.end:
        return words.patterns["hours"].format(start=item.hours.start, end=item.hours.end)
    return ""


def _plain(html: Markup) -> str:
    return html.striptags()
