"""Tables of statistics: a view of a table by rows and columns, and single figures for sentences."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from markupsafe import escape

from rights_kb import agreement, numbers
from rights_kb.models import Dimension, Observation, Table, Text, Value, period_order
from rights_kb.render import colophon, downloads, sources
from rights_kb.render.alphabet import alphabetical
from rights_kb.render.context import Context, MacroError, lines, one
from rights_kb.render.frames import scrolling_table

PERIOD = "period"
NEVER_FIRST = ("unverified", "superseded")


@dataclass(frozen=True)
class View:
    """Which dimension runs down, which across, and which member every other dimension is held at."""

    table: Table
    rows: str
    columns: str
    row_keys: tuple[str, ...]
    column_keys: tuple[str, ...]
    fixed: Mapping[str, str | None]
    chosen_periods: bool = False

    @property
    def anchor(self) -> str:
        """The id of the table on its page."""
        held = [f"{key}-{member}" for key, member in self.fixed.items() if member is not None]
        periods = [column.replace("/", "-") for column in self.column_keys] if self.chosen_periods else []
        return "-".join(["table", self.table.slug, self.rows, *held, *periods])

    def observation(self, row: str, column: str) -> Observation | None:
        """The figure of a cell, or None where nothing was published."""
        chosen = {**self.fixed, self.rows: row, self.columns: column}
        members = tuple(chosen[name] for name in self.table.dimensions)
        return self.table.at(chosen[PERIOD], members)


def anchor(slug: str) -> str:
    """The id of a whole table on its page, whichever way its rows and columns are turned; it never changes."""
    return f"table-{slug}"


def address(slug: str, context: Context) -> str | None:
    """The permanent address of a table: where it stands whole; None where it stands so nowhere."""
    home = context.whole_home_of("kb_table", slug)
    return None if home is None else context.address(home, anchor(slug))


def view(
    context: Context,
    slug: str,
    rows: str | None = None,
    columns: str = PERIOD,
    periods: list[object] | None = None,
    **members: str,
) -> View:
    """The view that was asked for; rows and columns without any figure are left out. Raises MacroError."""
    table = one(context.library.tables, slug, "table")
    members = {name.replace("_", "-"): member for name, member in members.items()}
    rows, columns = rows and rows.replace("_", "-"), columns.replace("_", "-")
    dimensions = {name: context.library.dimensions[name] for name in table.dimensions}
    rows = rows or next((name for name in table.dimensions if name not in members and name != columns), PERIOD)
    if rows == columns:
        columns = next((name for name in table.dimensions if name != rows), "")
    for name in (rows, columns, *members):
        if name and name != PERIOD and name not in dimensions:
            known = ", ".join([PERIOD, *dimensions])
            raise MacroError(f"The table `{slug}` has no dimension `{name}`.", f"Write one of: {known}.")
    fixed: dict[str, str | None] = {}
    for name, dimension in dimensions.items():
        if name in members:
            one(dimension.members, members[name], f"member of {name}")
        if name not in (rows, columns):
            fixed[name] = members.get(name, dimension.total)
    if not columns:
        # A table without dimensions: periods run down and there is one column of figures.
        return View(table, PERIOD, "", _periods(table, periods), ("",), fixed)
    if PERIOD not in (rows, columns):
        fixed = {**fixed, PERIOD: str(periods[0]) if periods else table.periods()[0]}
    keys = {
        name: _periods(table, periods) if name == PERIOD else tuple(dimensions[name].members) for name in (rows, columns)
    }
    chosen = bool(periods) and columns == PERIOD
    return _without_empty(View(table, rows, columns, keys[rows], keys[columns], fixed, chosen))


def _periods(table: Table, wanted: list[object] | None) -> tuple[str, ...]:
    known = table.periods()
    if not wanted:
        return known
    for period in wanted:
        if str(period) not in known:
            raise MacroError(f"The table `{table.slug}` has no period `{period}`.", f"Write of: {', '.join(known)}.")
    return tuple(str(period) for period in wanted)


def _without_empty(full: View) -> View:
    held = [name for name in full.table.dimensions if name not in (full.rows, full.columns)]
    filled = set()
    for observation in full.table.observations:
        chosen = {**dict(zip(full.table.dimensions, observation.members, strict=True)), PERIOD: observation.period}
        if all(chosen[name] == full.fixed.get(name) for name in held) and chosen[PERIOD] == full.fixed.get(
            PERIOD, chosen[PERIOD]
        ):
            filled.add((chosen[full.rows], chosen[full.columns]))
    rows = tuple(row for row in full.row_keys if any((row, column) in filled for column in full.column_keys))
    columns = tuple(column for column in full.column_keys if any((row, column) in filled for row in rows))
    if not rows:
        raise MacroError(
            f"The table `{full.table.slug}` has no figure for these rows and columns.", "Choose other `rows` or `periods`."
        )
    return View(full.table, full.rows, full.columns, rows, columns, full.fixed, full.chosen_periods)


def html(shown: View, context: Context, about: bool = False) -> str:
    """The table as an accessible figure: caption with unit, scoped heads, footnotes, source line and status."""
    table = shown.table
    footnotes = _Footnotes(shown.anchor)
    statuses = _statuses(shown)
    mixed = len(statuses) > 1
    cited: list[str] = []
    heads, body = (_listed if _is_sparse(shown) else _crossed)(shown, context, footnotes, mixed, cited)
    common = next(iter(statuses)) if len(statuses) == 1 else "confirmed"
    caption = (
        f"{', '.join([context.html(table.title), *map(escape, held(shown, context))])}, "
        f"{escape(unit_label(table, context))} {sources.status_note(common, context)}"
    )
    return lines(
        [
            f'<figure class="kb-table" id="{escape(shown.anchor)}">',
            *scrolling_table(f"{shown.anchor}-caption", caption, heads, body, anchor=anchor(table.slug) if about else ""),
            "<figcaption>",
            *footnotes.html(table, context),
            f'<p class="kb-source">{sources.source_line(cited or table.sources, context)}',
            f"{escape(context.label('checked'))}: {escape(numbers.day(table.checked.on, context.words))}.</p>",
            *(_whole(table, context) if about else ()),
            "</figcaption>",
            "</figure>",
        ]
    )


def _crossed(
    shown: View, context: Context, footnotes: _Footnotes, mixed: bool, cited: list[str]
) -> tuple[list[str], list[str]]:
    """Heads and rows of a table with one column for each period or member."""
    body = []
    for row in shown.row_keys:
        body += ["<tr>", f'<th scope="row">{_head(shown.rows, row, context)}</th>']
        for column in shown.column_keys:
            observation = _cell_observation(shown, row, column)
            cited += observation.sources if observation else ()
            body.append(f"<td>{_cell(observation, shown.table, context, footnotes, mixed)}</td>")
        body.append("</tr>")
    heads = [str(escape(_dimension_name(shown.rows, context)))]
    for column in shown.column_keys:
        heads.append(
            _head(shown.columns, column, context) if shown.columns else str(escape(unit_label(shown.table, context)))
        )
    return heads, body


def _listed(
    shown: View, context: Context, footnotes: _Footnotes, mixed: bool, cited: list[str]
) -> tuple[list[str], list[str]]:
    """Heads and rows of a table with one row for each figure: for tables in which most cells would be empty."""
    body = []
    for row in shown.row_keys:
        for column in shown.column_keys:
            observation = _cell_observation(shown, row, column)
            if observation is None:
                continue
            cited += observation.sources
            body += [
                "<tr>",
                f'<th scope="row">{_head(shown.rows, row, context)}</th>',
                f"<td>{_head(shown.columns, column, context)}</td>",
                f"<td>{_cell(observation, shown.table, context, footnotes, mixed)}</td>",
                "</tr>",
            ]
    names = [_dimension_name(name, context) for name in (shown.rows, shown.columns)]
    return [str(escape(name)) for name in (*names, context.label("figure"))], body


def _is_sparse(shown: View) -> bool:
    """Whether fewer than half of the cells hold a figure."""
    cells = [_cell_observation(shown, row, column) for row in shown.row_keys for column in shown.column_keys]
    return len(shown.column_keys) > 1 and 2 * sum(cell is not None for cell in cells) < len(cells)


def unit_label(table: Table, context: Context) -> str:
    """The unit of a table as a head of its figures: "%", or the unit's word."""
    return numbers.unit_head(table.unit, context.words)


def _statuses(shown: View) -> set[str]:
    return {observation.status for _, _, observation in cells(shown)}


def cells(shown: View) -> Iterator[tuple[str, str, Observation]]:
    """The figures that a view shows, each with its row and its column; what was not published is left out."""
    for row in shown.row_keys:
        for column in shown.column_keys:
            observation = _cell_observation(shown, row, column)
            if observation is not None:
                yield row, column, observation


def place_of(context: Context, slug: str, wanted: Iterable[Observation]) -> tuple[str, str] | None:
    """The page and the anchor of a table that shows all these figures: on this page, or else where the table stands."""
    keys = {(observation.period, observation.members) for observation in wanted}
    for page_slug in dict.fromkeys([context.slug, context.home_of("kb_table", slug) or context.slug]):
        page = context.library.page(context.language, page_slug)
        for call in page.calls if page else ():
            if call.name == "kb_table" and call.problem is None and call.arguments[:1] == (slug,):
                options = {name: value for name, value in call.options.items() if name != "about"}
                shown = view(context, *call.arguments[:4], **options)
                if keys <= {(observation.period, observation.members) for _, _, observation in cells(shown)}:
                    return page_slug, shown.anchor
    return None


def _cell_observation(shown: View, row: str, column: str) -> Observation | None:
    if not shown.columns:
        return shown.table.at(row, tuple(shown.fixed[name] for name in shown.table.dimensions))
    return shown.observation(row, column)


def held(shown: View, context: Context) -> list[str]:
    """What the rows are, and what the other dimensions are held at where that is not their total: "by sex", "2023"."""
    parts = []
    if shown.rows != PERIOD and len(shown.table.dimensions) > 1:
        name = context.text(context.library.dimensions[shown.rows].name)
        parts.append(context.words.patterns["by"].format(dimension=name[:1].lower() + name[1:]))
    for name, member in shown.fixed.items():
        if name == PERIOD:
            parts.append(numbers.period(str(member), context.words))
        elif member is not None and member != context.library.dimensions[name].total:
            parts.append(context.text(context.library.dimensions[name].members[member].name))
    return parts


def _dimension_name(name: str, context: Context) -> str:
    return context.label("period") if name == PERIOD else context.text(context.library.dimensions[name].name)


def _head(name: str, key: str, context: Context) -> str:
    if name == PERIOD:
        return str(escape(numbers.period(key, context.words)))
    dimension: Dimension = context.library.dimensions[name]
    return context.html(dimension.members[key].name)


def _cell(observation: Observation | None, table: Table, context: Context, footnotes: _Footnotes, mixed: bool) -> str:
    if observation is None:
        return f'<span class="kb-absent">{escape(context.label("not_published"))}</span>'
    if observation.value is None:
        mark = footnotes.mark(observation.absent) if observation.absent else ""
        return f'<span class="kb-absent">{escape(context.label("unknown"))}</span>{mark}'
    shown = approximate(numbers.number(observation.value, context.language), observation, context)
    cell = f'<data value="{observation.value}">{escape(shown)}</data>'
    if observation.note and observation.note in table.notes:
        cell += footnotes.mark(table.notes[observation.note])
    if mixed:
        cell += f" {sources.status_note(observation.status, context)}".rstrip()
    return cell


def approximate(shown: str, observation: Observation, context: Context) -> str:
    """ "about 9" where the source gives no exact figure."""
    if observation.approximate is None:
        return shown
    return context.words.patterns[observation.approximate].format(number=shown)


class _Footnotes:
    """Numbers the footnotes of one table in the order of their first mark."""

    def __init__(self, anchor: str) -> None:
        self.anchor = anchor
        self.texts: list[Text] = []

    def mark(self, text: Text) -> str:
        if text not in self.texts:
            self.texts.append(text)
        number = self.texts.index(text) + 1
        return f'<sup><a href="#{escape(self.anchor)}-note-{number}">{number}</a></sup>'

    def html(self, table: Table, context: Context) -> list[str]:
        if not self.texts:
            return []
        items = [
            f'<li id="{escape(self.anchor)}-note-{number}">{context.html(text)}</li>'
            for number, text in enumerate(self.texts, 1)
        ]
        return ['<ol class="kb-notes">', *items, "</ol>"]


def _whole(table: Table, context: Context) -> list[str]:
    """What stands under a whole table: what it measures, its files, and folded how to cite it and what changed."""
    where = address(table.slug, context)
    return [
        *_about(table, context),
        downloads.links(table, context),
        *(colophon.html(table, where, context) if where else ()),
    ]


def _about(table: Table, context: Context) -> list[str]:
    parts = [("measures", table.measures), ("counted_by", table.counted_by), ("is_not", table.is_not)]
    items = []
    for key, text in parts:
        if text is not None:
            items += [f"<dt>{escape(context.label(key))}</dt>", f"<dd>{context.html(text)}</dd>"]
    return ['<dl class="kb-about">', *items, "</dl>"]


def observation(context: Context, slug: str, period: object = None, **members: str) -> tuple[Table, Observation]:
    """One figure: of that period, or the newest that is known. Raises MacroError with the periods there are."""
    table = one(context.library.tables, slug, "table")
    members = {name.replace("_", "-"): member for name, member in members.items()}
    chosen = []
    for name in members:
        if name not in table.dimensions:
            known = ", ".join(table.dimensions) or "none"
            raise MacroError(f"The table `{slug}` has no dimension `{name}`.", f"Its dimensions: {known}.")
    for name in table.dimensions:
        dimension = context.library.dimensions[name]
        if name in members:
            one(dimension.members, members[name], f"member of {name}")
        chosen.append(members.get(name, dimension.total))
    wanted = tuple(chosen)
    series = [item for item in table.observations if item.members == wanted]
    if period is not None:
        series = [item for item in series if item.period == str(period)]
    else:
        series = [item for item in series if item.value is not None]
        # A figure for which no source was found never leads while another one is known.
        series = [item for item in series if item.status not in NEVER_FIRST] or series
    if not series:
        known = sorted({item.period for item in table.observations if item.members == wanted})
        advice = f"Periods there are: {', '.join(known)}." if known else "Name the members, such as area=…"
        raise MacroError(f"The table `{slug}` has no such figure.", advice)
    newest = max(series, key=lambda item: period_order(item.period))
    if newest.value is None:
        raise MacroError(f"The figure of `{slug}` for {period} is absent.", "Choose another period.")
    return table, newest


def figure(table: Table, item: Observation, context: Context, unit: bool = True, case: str | None = None) -> str:
    """One figure for a sentence as HTML, in a case where one is named, its status in words where it is not confirmed."""
    if item.value is None:
        raise MacroError(f"The figure of `{table.slug}` is absent.")
    shown_unit = table.unit if unit else None
    if case is None:
        bare = numbers.amount(item.value, shown_unit, context.words)
    else:
        bare = declined(item.value, shown_unit, case, context)
    shown = approximate(bare, item, context)
    if case is not None and not shown.endswith(bare):
        raise MacroError(f"“{shown}” cannot stand in a case.", "Leave `case` out and write the sentence around the figure.")
    status = sources.status_note(item.status, context)
    html_ = f'<data class="kb-figure" value="{item.value}">{escape(shown)}</data>'
    return f"{html_} {status}" if status else html_


def declined(amount: Decimal | int, unit: str | None, case: str, context: Context) -> str:
    """A number with its unit in a case. Raises MacroError with the cases there are."""
    known = agreement.cases(context.library.words)
    if case not in known:
        raise MacroError(f"There is no case `{case}`.", f"Write one of: {', '.join(known)}.")
    try:
        return agreement.amount(amount, unit, case, context.words)
    except agreement.NoSuchForm as error:
        raise MacroError(error.what, error.instead) from error


def year(period: str, case: str, context: Context) -> str:
    """A period that is a year in a case; no other period has one. Raises MacroError."""
    declined(0, None, case, context)
    if len(period) != 4:
        raise MacroError(f"Only a year can stand in a case, not `{period}`.", "Leave `case` out.")
    return agreement.year(period, case, context.words)


def value(typed: Value, case: str, context: Context, unit: bool = True) -> str:
    """A value of a text in a case: a number, a range by its second number, or a year. Raises MacroError."""
    if typed.year is not None:
        return year(str(typed.year), case, context)
    if typed.number is None:
        raise MacroError("Only a number or a year can stand in a case.", "Leave `case` out.")
    shown_unit = typed.unit if unit else None
    if typed.until is None or typed.until == typed.number:
        return declined(typed.number, shown_unit, case, context)
    first = numbers.number(typed.number, context.language)
    return f"{first}{numbers.RANGE}{declined(typed.until, shown_unit, case, context)}"


def index(context: Context) -> str:
    """Every table: its name linked to its page, the newest figure of its total, its period and status."""
    heads = [context.label(key) for key in ("table", "newest_figure", "period", "status")]
    body = []
    order = alphabetical(context)
    for table in sorted(context.library.tables.values(), key=lambda table: (order(context.text(table.title)), table.slug)):
        newest = _newest_total(table, context)
        cells = [
            context.link("kb_table", _anchor_at_home(table, context), context.html(table.title), table.slug),
            *(newest or (f'<span class="kb-absent">{escape(context.label("see_table"))}</span>', "")),
            escape(context.words.statuses[table.status]),
        ]
        labelled = zip(heads[1:], cells[1:], strict=True)
        data = [f'<td data-label="{escape(head)}">{cell}</td>' for head, cell in labelled]
        body += ["<tr>", f'<th scope="row">{cells[0]}</th>', *data, "</tr>"]
    caption = str(escape(context.label("all_tables")))
    return lines(scrolling_table("kb-tables-caption", caption, map(escape, heads), body, "kb-index"))


def _anchor_at_home(table: Table, context: Context) -> str:
    return anchor(table.slug) if context.whole_home_of("kb_table", table.slug) else ""


def _newest_total(table: Table, context: Context) -> tuple[str, str] | None:
    try:
        _, item = observation(context, table.slug)
    except MacroError:
        return None
    shown = approximate(numbers.amount(item.value or 0, table.unit, context.words), item, context)
    return (str(escape(shown)), str(escape(numbers.period(item.period, context.words))))
