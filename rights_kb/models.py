"""What the guide knows, as frozen typed values. Built by `library` from data that fits its schema."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Place:
    """Where something is written: a file relative to the project, and a line from 1."""

    file: str
    line: int


@dataclass(frozen=True)
class Value:
    """A number with an optional unit, a range of two numbers, or a moment; one of the forms is set."""

    number: Decimal | None = None
    until: Decimal | None = None
    unit: str | None = None
    day: date | None = None
    year: int | None = None
    month: str | None = None
    times: tuple[str, ...] = ()


@dataclass(frozen=True)
class Text:
    """The same sentence in each language, with the values of its placeholders."""

    by_language: Mapping[str, str]
    values: Mapping[str, Value] = field(default_factory=dict)

    def languages(self) -> tuple[str, ...]:
        return tuple(self.by_language)


@dataclass(frozen=True)
class Checked:
    """When something was last compared with its source, and when it must be looked at again."""

    on: date
    again: date


@dataclass(frozen=True)
class Source:
    id: str
    kind: str
    title: Text
    publisher: Text | str
    published: str
    accessed: date
    languages: tuple[str, ...]
    addresses: tuple[str, ...]
    note: Text | None
    place: Place


@dataclass(frozen=True)
class Law:
    """An act: `edition` is the one whose text was read, `newest` the newest one known to exist and when it was seen."""

    id: str
    title: Text
    number: str | None
    date: str | None
    in_force: str | None
    status: str
    edition: date | None
    newest: date | None
    newest_seen: date | None
    address: str | None
    sources: tuple[str, ...]
    replaces: tuple[str, ...]
    replaced_by: tuple[str, ...]
    avoid: Mapping[str, tuple[str, ...]]
    checked: Checked
    note: Text | None
    place: Place

    @property
    def behind(self) -> bool:
        """Whether a newer edition exists than the one that was read."""
        return bool(self.edition and self.newest and self.newest > self.edition)


@dataclass(frozen=True)
class Rule:
    """What the law in force says, in plain words."""

    id: str
    law: str | None
    article: str | None
    status: str
    checked: Checked
    claims: tuple[str, ...]
    pages: tuple[str, ...]
    sources: tuple[str, ...]
    text: Text
    note: Text | None
    place: Place


@dataclass(frozen=True)
class Span:
    """From–to of a sanction in whole units, such as {"years": 7, "months": 6}; `None` where there is no bound."""

    start: Mapping[str, int] | None
    end: Mapping[str, int] | None


@dataclass(frozen=True)
class Amount:
    """From–to of a fine, in calculated indicators or in money; `low` is None for "up to"."""

    low: int | None
    high: int
    in_indicators: bool


@dataclass(frozen=True)
class Sanction:
    kind: str
    span: Span | None
    amount: Amount | None
    payer: str | None
    may: bool
    companions: tuple[str, ...]
    note: Text | None


@dataclass(frozen=True)
class Case:
    """One part of an article: what is punished, who is punished, and how."""

    id: str
    part: str | None
    act: Text
    who: Text
    sanctions: tuple[Sanction, ...]
    added: tuple[Sanction, ...]
    note: Text | None
    place: Place


@dataclass(frozen=True)
class Penalty:
    slug: str
    law: str | None
    article: str | None
    title: Text
    amended: str | None
    status: str
    checked: Checked
    superseded_by: tuple[str, ...]
    claims: tuple[str, ...]
    pages: tuple[str, ...]
    sources: tuple[str, ...]
    note: Text | None
    cases: tuple[Case, ...]
    place: Place


@dataclass(frozen=True)
class Claim:
    """What the article that the guide started from said, and what that is worth."""

    id: str
    page: str
    in_article: bool
    contradiction: bool
    said: Text
    verdict: str
    status: str
    why: Text
    sources: tuple[str, ...]
    checked: Checked
    place: Place


@dataclass(frozen=True)
class Change:
    """What changed in the guide on a day, and on which pages."""

    id: str
    day: date
    text: Text
    pages: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Member:
    """One member of a dimension: its labels and its official code."""

    id: str
    name: Text
    inside: Text | None
    code: str | None


@dataclass(frozen=True)
class Dimension:
    """What figures are split by; `tiles` are the rows of its map, None where a place is empty."""

    id: str
    name: Text
    code: str | None
    total: str | None
    members: Mapping[str, Member]
    tiles: tuple[tuple[str | None, ...], ...]
    place: Place


@dataclass(frozen=True)
class Observation:
    """One figure of a table; `value` is None where it is unknown, and then `absent` says why."""

    period: str
    members: tuple[str | None, ...]
    value: Decimal | None
    absent: Text | None
    approximate: str | None
    sources: tuple[str, ...]
    status: str
    note: str | None
    checked: date
    line: int


@dataclass(frozen=True)
class Sum:
    """Parts of a dimension that make up a total: another member, or a number such as the 100 of shares."""

    dimension: str
    total: str | Decimal
    parts: tuple[str, ...]
    tolerance: Decimal
    period: str | None
    differs_by: Decimal | None
    why: Text | None
    line: int

    @property
    def of(self) -> tuple[str, ...]:
        """The members that must all be there for the sum to be made, the total first where it is one."""
        return self.parts if isinstance(self.total, Decimal) else (self.total, *self.parts)


@dataclass(frozen=True)
class Official:
    """Where the table stands in the official statistics: file, series, unit, and codes that are fixed or total there."""

    file: str
    series: str
    fixed: Mapping[str, str]
    total: Mapping[str, str]
    unit: str | None = None


@dataclass(frozen=True)
class Revision:
    """What was done to the figures of a table on a day, and why; `what` is one of the kinds that the schema names."""

    day: date
    what: str
    reason: Text
    line: int


@dataclass(frozen=True)
class Table:
    """A statistic. Members of an observation stand in the order of `dimensions`, revisions from the oldest on.

    A figure with one of the notes named in `breaks` may not be comparable with the earlier ones.
    """

    slug: str
    title: Text
    measures: Text
    counted_by: Text | None
    is_not: Text | None
    unit: str
    decimals: int
    dimensions: tuple[str, ...]
    sources: tuple[str, ...]
    status: str
    checked: Checked
    official: Official | None
    claims: tuple[str, ...]
    notes: Mapping[str, Text]
    breaks: frozenset[str]
    sums: tuple[Sum, ...]
    revisions: tuple[Revision, ...]
    observations: tuple[Observation, ...]
    place: Place

    def at(self, period: str, members: tuple[str | None, ...]) -> Observation | None:
        """The observation of a period and members, or None."""
        return self._by_key().get((period, members))

    def periods(self) -> tuple[str, ...]:
        """The periods of the table, newest first."""
        return tuple(sorted({observation.period for observation in self.observations}, key=period_order, reverse=True))

    def cited(self) -> tuple[str, ...]:
        """The sources of its figures, each once, in the order of the figures."""
        return tuple(dict.fromkeys(id_ for observation in self.observations for id_ in observation.sources))

    def _by_key(self) -> Mapping[tuple[str, tuple[str | None, ...]], Observation]:
        index = self.__dict__.get("_index")
        if index is None:
            index = {(observation.period, observation.members): observation for observation in self.observations}
            self.__dict__["_index"] = index  # a cache, not a change: the table stays as it was read
        return index


def period_order(period: str) -> tuple[str, str, str]:
    """A key that sorts periods by their end: 2018 < 2022-H1 < 2022 < 2025-01/2025-08 < 2025-Q3; no two are equal."""
    end = period.rpartition("/")[2]
    year, _, rest = end.partition("-")
    if not rest:
        last = "12-31~"
    elif rest.startswith("Q"):
        last = f"{int(rest[1]) * 3:02d}-31"
    elif rest.startswith("H"):
        last = f"{int(rest[1]) * 6:02d}-31"
    else:
        last = rest if len(rest) == 5 else f"{rest}-31"
    return (year, last, period)


@dataclass(frozen=True)
class Hours:
    """When a helpline answers: always, from–to, or unknown with a reason."""

    always: bool
    start: str | None
    end: str | None
    absent: Text | None


@dataclass(frozen=True)
class Known:
    """A text, a day or a list, or the reason why it is not known."""

    text: Text | None = None
    day: date | None = None
    items: tuple[str, ...] = ()
    absent: Text | None = None


@dataclass(frozen=True)
class Helpline:
    id: str
    number: str
    dial: str
    name: Text
    reason: Text
    answers: Text
    hours: Hours
    free: bool
    cost_absent: Text | None
    since: str | None
    recorded: bool | None
    callers: Text | None
    languages: Known
    bill: Known
    abroad: Known
    last_rung: Known
    danger: bool
    status: str
    sources: tuple[str, ...]
    checked: Checked
    note: Text | None
    place: Place


@dataclass(frozen=True)
class Term:
    id: str
    terms: Text
    also: Mapping[str, tuple[str, ...]]
    avoid: Mapping[str, tuple[str, ...]]
    seen: bool
    definition: Text
    note: Text | None
    place: Place


@dataclass(frozen=True)
class Indicator:
    """The calculated indicator: one of it in money."""

    value: Decimal
    unit: str
    status: str
    sources: tuple[str, ...]
    checked: Checked
    note: Text | None
    place: Place


@dataclass(frozen=True)
class Suffixes:
    """How a language joins endings to numbers: see `agreement`. Patterns hold {wide} and {narrow} for their vowels."""

    numbers: Mapping[int, str]
    wide: Mapping[str, str]
    narrow: Mapping[str, str]
    voiceless: str
    percent: str
    year: str
    possessed: tuple[str, ...]
    hyphened: tuple[str, ...]
    cases: Mapping[str, Mapping[str, str]]
    forms: Mapping[str, str]


@dataclass(frozen=True)
class Words:
    """The words of one language that templates and macros use, and its letters."""

    language: str
    months: tuple[str, ...]
    month_names: tuple[str, ...]
    patterns: Mapping[str, str]
    labels: Mapping[str, str]
    statuses: Mapping[str, str]
    verdicts: Mapping[str, str]
    sanctions: Mapping[str, str]
    payers: Mapping[str, str]
    audiences: Mapping[str, str]
    law_statuses: Mapping[str, str]
    source_kinds: Mapping[str, str]
    status_notes: Mapping[str, str]
    language_names: Mapping[str, str]
    spreadsheet: Mapping[str, str]
    units: Mapping[str, Mapping[str, Mapping[str, str]]]
    forbidden_letters: Mapping[str, str]
    alphabet: str
    # The name of a foreign alphabet → the language that words written in it are read in.
    foreign: Mapping[str, str]
    article_word: str
    division_words: tuple[str, ...]
    suffixes: Suffixes | None
    place: Place


@dataclass(frozen=True)
class DangerWords:
    """What someone types who may be in danger, by language, and the articles that help then, the best first."""

    id: str
    words: Mapping[str, tuple[str, ...]]
    pages: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Name:
    """A name that stands in every language in the same foreign letters, and the language that it is of."""

    id: str
    name: str
    language: str
    place: Place


@dataclass(frozen=True)
class Fingerprints:
    """Clause hashes of the articles of one law, by article number, and the edition they were taken from."""

    law: str
    edition: date
    articles: Mapping[str, tuple[str, ...]]
    place: Place


@dataclass(frozen=True)
class Exception_:
    """A place where a check does not hold, why, and until when."""

    rule: str
    file: str
    text: str | None
    why: str
    until: date
    place: Place


@dataclass(frozen=True)
class Heading:
    level: int
    text: str
    id: str | None
    line: int


@dataclass(frozen=True)
class Call:
    """A macro call in an article; `arguments` and `options` are constants. `problem` is set where it cannot be read."""

    name: str
    arguments: tuple[object, ...]
    options: Mapping[str, object]
    line: int
    source: str
    problem: tuple[str, str] | None = None


@dataclass(frozen=True)
class Page:
    """An article in one language: its front matter and what stands in its Markdown."""

    slug: str
    language: str
    file: str
    front: Mapping[str, object]
    title: str
    summary: str
    audience: tuple[str, ...]
    laws: tuple[str, ...]
    related: tuple[str, ...]
    danger: bool
    reviewed_on: date | None
    reviewed_by: str | None
    original: bool
    translated_from: str | None
    translation_checked: date | None
    keywords: tuple[str, ...]
    body: str
    body_line: int
    headings: tuple[Heading, ...]
    calls: tuple[Call, ...]
