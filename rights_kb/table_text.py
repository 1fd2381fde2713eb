"""The figures of a table changed in its YAML text: only the values, every other character stays."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import pairwise

import yaml

from rights_kb import strict_yaml
from rights_kb.models import period_order

Members = Mapping[str, str]
BYTE_ORDER_MARK = "\ufeff"


class CannotWrite(Exception):
    """A table's text has a form in which figures cannot be changed; the message says what to write."""


def with_values(text: str, file: str, figures: Iterable[tuple[str, Members, Decimal]]) -> str:
    """The text with each figure (period, members that are no total, value) in its observation, or in a new line.

    Raises CannotWrite; then nothing may be written.
    """
    if text.startswith(BYTE_ORDER_MARK):
        return BYTE_ORDER_MARK + with_values(text.removeprefix(BYTE_ORDER_MARK), file, figures)
    figures = list(figures)
    nodes = _observations(text, file)
    keys = {(item.period, frozenset(item.members.items())): item for item in nodes}
    edits: list[tuple[int, int, str]] = []
    added: list[tuple[str, Members, Decimal]] = []
    for period, members, value in figures:
        found = keys.get((period, frozenset(members.items())))
        if found is None:
            added.append((period, members, value))
        elif found.several_lines:
            raise CannotWrite(
                f"{file}:{found.several_lines}  an observation over several lines. Write it in one line: {{period: …}}."
            )
        else:
            edits.append((*found.span, f"value: {value}"))
    newline = "\r\n" if "\r\n" in text else "\n"
    places = _Places(text, nodes)
    for period, members, value in sorted(added, key=lambda item: period_order(item[0])):
        at, indentation = places.of(period, members)
        pairs = ", ".join(f"{name}: {member}" for name, member in (("period", period), *members.items(), ("value", value)))
        before = "" if at == 0 or text[at - 1] == "\n" else newline
        edits.append((at, at, f"{before}{indentation}- {{{pairs}}}{newline}"))
    pieces, end = [], 0
    # Sorting keeps the order of new lines that stand at one place.
    for start, stop, new in sorted(edits, key=lambda item: item[0]):
        pieces += [text[end:start], new]
        end = stop
    text = "".join([*pieces, text[end:]])
    _prove(text, file, figures, {key: item.number for key, item in keys.items()})
    return text


class _Written:
    """One observation as it stands in the text; `span` is where its value stands, with the key, or its `absent`."""

    def __init__(self, start: int, in_flow: bool) -> None:
        self.start = start
        self.end = start
        self.in_flow = in_flow
        # The line of an `absent` that is not written in one line, so that no value can take its place there; 0 if none.
        self.several_lines = 0
        self.number: Decimal | None = None
        self.period = ""
        self.span = (0, 0)
        self.members: dict[str, str] = {}

    def take(self, key: yaml.ScalarEvent, value: yaml.Event, end: int) -> None:
        """Take a key with its value, which ends at `end`."""
        name = key.value
        if name in ("value", "absent"):
            self.span = (key.start_mark.index, end)
            if name == "value":
                self.number = Decimal(value.value)
            elif not self.in_flow:
                self.several_lines = key.start_mark.line + 1
        elif name == "period":
            self.period = value.value
        elif name not in NO_MEMBERS:
            self.members[name] = value.value


NO_MEMBERS = frozenset(("approximate", "source", "status", "note", "checked"))
KEYS = NO_MEMBERS | {"period", "value", "absent"}


def _observations(text: str, file: str) -> list[_Written]:
    # The parser's events are several times as fast as its tree; the table was read by `strict_yaml` before.
    events = iter(strict_yaml.LOADER(text).get_event, None)
    for event in events:
        if isinstance(event, yaml.MappingStartEvent):
            break
    for key in events:
        if isinstance(key, yaml.MappingEndEvent):
            break
        value = next(events)
        if key.value == "observations" and isinstance(value, yaml.SequenceStartEvent):
            if value.flow_style:
                raise CannotWrite(f"{file}:{key.start_mark.line + 1}  write each observation in a line of its own: - {{…}}.")
            return list(_items(events))
        _passed(value, events)
    raise CannotWrite(f"{file}:1  there are no observations.")


def _items(events: Iterator[yaml.Event]) -> Iterator[_Written]:
    for start in events:
        if isinstance(start, yaml.SequenceEndEvent):
            return
        item = _Written(start.start_mark.index, bool(start.flow_style))
        for key in events:
            if isinstance(key, yaml.MappingEndEvent):
                item.end = key.end_mark.index
                break
            value = next(events)
            item.take(key, value, _passed(value, events))
        yield item


def _passed(first: yaml.Event, events: Iterator[yaml.Event]) -> int:
    """Go to the end of a value that begins with an event, and give the place behind it."""
    depth, event = 0, first
    while True:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth == 0:
            return event.end_mark.index
        event = next(events)


class _Places:
    """Where new lines stand in a text: in the order of periods of the list or its series, else behind their kind."""

    def __init__(self, text: str, nodes: list[_Written]) -> None:
        self.text = text
        self.nodes = nodes
        self.order = [period_order(item.period) for item in nodes]
        sorted_ = all(first <= second for first, second in pairwise(self.order))
        mixed = any(first.members != second.members for first, second in pairwise(nodes))
        self.by_period = sorted_ and mixed and self.order[0] != self.order[-1]
        self.series: dict[frozenset, list[_Written]] = {}
        self.last_of_kind: dict[frozenset, _Written] = {}
        for item in nodes:
            self.series.setdefault(frozenset(item.members.items()), []).append(item)
            self.last_of_kind[frozenset(item.members)] = item

    def of(self, period: str, members: Members) -> tuple[int, str]:
        """Where the new line of a figure begins, and the spaces before it."""
        beside, before = self.beside(period_order(period), members)
        start = self.text.rfind("\n", 0, beside.start) + 1
        indentation = re.match(r"[ \t]*", self.text[start : beside.start])
        spaces = indentation[0] if indentation else ""
        if before:
            return start, spaces
        end = self.text.find("\n", beside.end - (0 if beside.in_flow else 1))
        return (end + 1 if end >= 0 else len(self.text)), spaces

    def beside(self, wanted: tuple[str, str, str], members: Members) -> tuple[_Written, bool]:
        """The observation that a new one stands next to, and whether it stands before it."""
        if self.by_period:
            after = bisect_right(self.order, wanted)
            return (self.nodes[after], True) if after < len(self.nodes) else (self.nodes[-1], False)
        own = self.series.get(frozenset(members.items()), [])
        falling = len(own) > 1 and period_order(own[0].period) > period_order(own[-1].period)
        beyond = [
            item for item in own if (period_order(item.period) < wanted) == falling and period_order(item.period) != wanted
        ]
        if beyond:
            return beyond[0], True
        if own:
            return own[-1], False
        return self.last_of_kind.get(frozenset(members), self.nodes[-1]), False


def _prove(text: str, file: str, figures: list[tuple[str, Members, Decimal]], before: dict) -> None:
    """Read the new text again: it must hold the new figures and every old one, and nothing else."""
    wanted = {**before, **{(period, frozenset(members.items())): value for period, members, value in figures}}
    data, problems = strict_yaml.read_text(text, file)
    listed = [] if data is None else data["observations"]
    typed = {_key(item): str(item.get("value")) for item in listed}
    if problems or len(typed) != len(listed) or typed != {key: str(value) for key, value in wanted.items()}:
        raise CannotWrite(
            f"{file}:1  the figures cannot be changed in this text. Write each observation in a line of its own."
        )


def _key(item: Mapping[str, object]) -> tuple[str, frozenset]:
    """The period and the members of an observation as it was read."""
    members = ((name, member) for name, member in item.items() if name not in KEYS)
    return str(item["period"]), frozenset(members)
