"""The figures of a table changed in its YAML text: only the values, every other character stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import pairwise

import yaml

from rights_kb import strict_yaml
from rights_kb.models import period_order

Members = Mapping[str, str]


class CannotWrite(Exception):
    """A table's text has a form in which figures cannot be changed; the message says what to write."""


def with_values(text: str, file: str, figures: Iterable[tuple[str, Members, Decimal]]) -> str:
    """The text with each figure (period, members that are no total, value) in its observation, or in a new line.

    Raises CannotWrite; then nothing may be written.
    """
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
    for period, members, value in sorted(added, key=lambda item: period_order(item[0])):
        at, indentation = _place(text, nodes, period, members)
        pairs = ", ".join(f"{name}: {member}" for name, member in (("period", period), *members.items(), ("value", value)))
        before = "" if at == 0 or text[at - 1] == "\n" else newline
        edits.append((at, at, f"{before}{indentation}- {{{pairs}}}{newline}"))
    # From the end, so that no edit moves another; of two new lines at one place the later one is put in first.
    for _, (start, end, new) in sorted(enumerate(edits), key=lambda item: (item[1][0], item[0]), reverse=True):
        text = text[:start] + new + text[end:]
    _prove(text, file, figures, {key: item.number for key, item in keys.items()})
    return text


class _Written:
    """One observation as it stands in the text."""

    def __init__(self, node: yaml.MappingNode) -> None:
        self.node = node
        # The line of an `absent` that is not written in one line, so that no value can take its place there; 0 if none.
        self.several_lines = 0
        self.number: Decimal | None = None
        self.period = ""
        self.span = (0, 0)
        self.members: dict[str, str] = {}
        for key, value in node.value:
            if key.value in ("value", "absent"):
                self.span = (key.start_mark.index, value.end_mark.index)
                if key.value == "value":
                    self.number = Decimal(value.value)
                elif not node.flow_style:
                    self.several_lines = key.start_mark.line + 1
            elif key.value == "period":
                self.period = value.value
            elif key.value not in NO_MEMBERS:
                self.members[key.value] = value.value


NO_MEMBERS = frozenset(("approximate", "source", "status", "note", "checked"))


def _observations(text: str, file: str) -> list[_Written]:
    # The composer written in Python counts in characters; the one in C would count bytes.
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if isinstance(root, yaml.MappingNode):
        for key, value in root.value:
            if key.value == "observations" and isinstance(value, yaml.SequenceNode):
                if value.flow_style:
                    raise CannotWrite(
                        f"{file}:{key.start_mark.line + 1}  write each observation in a line of its own: - {{…}}."
                    )
                return [_Written(item) for item in value.value if isinstance(item, yaml.MappingNode)]
    raise CannotWrite(f"{file}:1  there are no observations.")


def _place(text: str, nodes: list[_Written], period: str, members: Members) -> tuple[int, str]:
    """Where a new line stands, and how far in: in the order of periods of the list or its series, else behind its kind."""
    own = [item for item in nodes if item.members == dict(members)]
    later = [item for item in own if period_order(item.period) > period_order(period)]
    falling = len(own) > 1 and period_order(own[0].period) > period_order(own[-1].period)
    alike = [item for item in nodes if set(item.members) == set(members)]
    order = [period_order(item.period) for item in nodes]
    by_period = order == sorted(order) and any(first.members != last.members for first, last in pairwise(nodes))
    if by_period and order[0] != order[-1]:
        after = [item for item in nodes if period_order(item.period) > period_order(period)]
        beside, before = (after[0], True) if after else (nodes[-1], False)
    elif falling:
        earlier = [item for item in own if period_order(item.period) < period_order(period)]
        beside, before = (earlier[0], True) if earlier else (own[-1], False)
    elif later:
        beside, before = later[0], True
    else:
        beside, before = (own or alike or nodes)[-1], False
    start = text.rfind("\n", 0, beside.node.start_mark.index) + 1
    indentation = re.match(r"[ \t]*", text[start:])
    spaces = indentation[0] if indentation else ""
    if before:
        return start, spaces
    end = text.find("\n", beside.node.end_mark.index - (0 if beside.node.flow_style else 1))
    return (end + 1 if end >= 0 else len(text)), spaces


def _prove(text: str, file: str, figures: list[tuple[str, Members, Decimal]], before: dict) -> None:
    """Read the new text again: it must hold the new figures and every old one, and nothing else."""
    wanted = {**before, **{(period, frozenset(members.items())): value for period, members, value in figures}}
    data, problems = strict_yaml.read_text(text, file)
    nodes = _observations(text, file)
    found = {(item.period, frozenset(item.members.items())): item.number for item in nodes}
    typed = {key: str(value) for key, value in found.items()}
    if data is None or problems or len(nodes) != len(found) or typed != {key: str(value) for key, value in wanted.items()}:
        raise CannotWrite(
            f"{file}:1  the figures cannot be changed in this text. Write each observation in a line of its own."
        )
