"""YAML without surprises: every line is known, every number is as typed, nothing is guessed.

PyYAML's composer (the C one where it is built) gives the nodes; what they mean is decided here.
A duplicate key, `no` for false, `12:30` for 750 and `010` for 8 are refused rather than read.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from rights_kb.problem import Problem

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

INTEGER = re.compile(r"-?(?:0|[1-9][0-9]*)\Z")
DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)\.[0-9]+\Z")
BOOLEANS = {"true": True, "false": False}
GUESSED_BOOLEANS = {"yes", "no", "on", "off", "y", "n"}
OCTAL = re.compile(r"[-+]?0[oO]?[0-9]+\Z")
SEXAGESIMAL = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?\Z")
OTHER_NUMBER = re.compile(
    r"[-+]?(?:0x[0-9a-fA-F_]+|0b[01_]+|[0-9][0-9_]*(?:\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\.[0-9]+(?:[eE][-+]?[0-9]+)?"
    r"|\.(?:inf|nan))\Z",
    re.IGNORECASE,
)
PLAIN_TAGS = frozenset("tag:yaml.org,2002:" + name for name in ("str", "int", "float", "bool", "null", "timestamp", "value"))
# What tells a number from a word at a glance; most scalars are words and need none of the patterns below.
NUMBER_STARTS = frozenset("0123456789-+.")
# No file of a guide nests deeper; what reads the data may go down step by step without counting.
DEEPEST = 30
# The composer goes down by recursion, in C without a limit; a text that might go so deep is looked at first.
MANY_BRACKETS = 500
DEEP_INDENTATION = re.compile(r"^[ \t?:-]{200}", re.MULTILINE)
NOT_PRINTABLE = yaml.reader.Reader.NON_PRINTABLE


class LocatedDict(dict):
    """A mapping that knows its own line and the line of each key (lines count from 1)."""

    __slots__ = ("_lines", "line")

    def __init__(self, line: int, lines: dict[str, int] | None = None) -> None:
        super().__init__()
        self.line = line
        self._lines = lines

    @property
    def lines(self) -> dict[str, int]:
        """The line of each key; most mappings stand in one line, and then this is made only when it is asked for."""
        return dict.fromkeys(self, self.line) if self._lines is None else self._lines

    def line_of(self, key: str) -> int:
        """The line of `key`, or of the mapping where the key is missing."""
        return self.line if self._lines is None else self._lines.get(key, self.line)


class LocatedList(list):
    """A list that knows its own line and the line of each item (lines count from 1)."""

    __slots__ = ("_lines", "line")

    def __init__(self, line: int, lines: list[int] | None = None) -> None:
        super().__init__()
        self.line = line
        self._lines = lines

    @property
    def lines(self) -> list[int]:
        """The line of each item; of a list in one line made only when it is asked for."""
        return [self.line] * len(self) if self._lines is None else self._lines


def read_text(text: str, file: str, first_line: int = 1) -> tuple[Any, list[Problem]]:
    """Give the data in `text` and every problem found; the data is None where the YAML itself is broken."""
    reader = _Reader(file, first_line, text)
    character = NOT_PRINTABLE.search(text)
    if character:
        line = first_line + text.count("\n", 0, character.start())
        reader.say(line, f"The character U+{ord(character[0]):04X} may not stand in YAML.", "Remove it.")
        return None, reader.problems
    data = _Plain(text, first_line).data()
    if data is not UNUSUAL:
        return data, []
    loader = LOADER(text)
    try:
        deep = _too_deep(text)
        if deep is not None:
            reader.too_deep(deep + first_line)
            return None, reader.problems
        node = loader.get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = first_line + (mark.line if mark else 0)
        reader.say(line, f"This is not valid YAML: {error.problem or error.context}.", _syntax_advice(text, error))
        return None, reader.problems
    finally:
        loader.dispose()
    if node is None:
        reader.say(first_line, "The file holds nothing.", "Write the entries, or remove the file.")
        return None, reader.problems
    return reader.value(node), reader.problems


def _too_deep(text: str) -> int | None:
    """The line (from 0) at which lists and mappings lie deeper than DEEPEST; only looked for where it might be."""
    if text.count("[") + text.count("{") < MANY_BRACKETS and not DEEP_INDENTATION.search(text):
        return None
    depth = 0
    for event in yaml.parse(text, LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event.start_mark.line
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def read_file(path: Path, file: str) -> tuple[Any, list[Problem]]:
    """Give the data of a file and every problem found; `file` is the name that problems carry."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(file, line, "The file is not UTF-8.", "Save it as UTF-8.", "yaml")]
    return read_text(text.removeprefix("\ufeff"), file)


def _syntax_advice(text: str, error: yaml.MarkedYAMLError) -> str:
    line = error.problem_mark.line if error.problem_mark else 0
    lines = text.splitlines()
    typed = lines[line] if line < len(lines) else ""
    if "\t" in typed:
        return "Indent with two spaces, not with a tab."
    if ": " in typed.strip().partition(": ")[2]:
        return 'Put a text that holds ": " in double quotes.'
    return "Look at the indentation, the brackets and the quotes of this line and the line before."


def _split_by_comma(node: yaml.MappingNode, number: yaml.Node | None, key: yaml.Node, value: yaml.Node) -> bool:
    """Whether the comma of `{value: 12,4}` was meant as a decimal point: YAML reads a key 4 there."""
    plain = all(isinstance(part, yaml.ScalarNode) and not part.style for part in (number, key, value))
    return bool(node.flow_style and plain and INTEGER.match(number.value) and key.value.isdigit() and value.value == "")


# What `_Plain` gives for a text that it leaves to `_Reader`, and for a scalar that may be a problem.
UNUSUAL = object()


class _Plain:
    """Reads a text that has nothing unusual in it straight from the parser's events, several times as fast.

    At anything that may be a problem, and at tags, aliases and deep nesting, it gives up: what they mean and what is said
    about them is decided in one place, by `_Reader`.
    """

    def __init__(self, text: str, first_line: int) -> None:
        self.loader = LOADER(text)
        self.next = self.loader.get_event
        self.first_line = first_line
        # The same words come again and again; what a plain scalar means depends on nothing but its text.
        self.meanings: dict[str, Any] = {}

    def data(self) -> Any:
        """The data, or UNUSUAL."""
        try:
            self.next()  # the start of the stream
            if type(self.next()) is not yaml.DocumentStartEvent:
                return UNUSUAL
            data = self.value(self.next(), 0)
            if data is UNUSUAL or type(self.next()) is not yaml.DocumentEndEvent:
                return UNUSUAL
            return data if type(self.next()) is yaml.StreamEndEvent else UNUSUAL
        except yaml.YAMLError:
            return UNUSUAL  # the composer finds the same mistake, and it is told there
        finally:
            self.loader.dispose()

    def value(self, event: yaml.Event, depth: int) -> Any:
        kind = type(event)
        if kind is yaml.ScalarEvent:
            return self.scalar(event)
        if depth >= DEEPEST or kind is yaml.AliasEvent or event.tag is not None:
            return UNUSUAL
        if kind is yaml.MappingStartEvent:
            return self.mapping(event.start_mark.line + self.first_line, depth + 1)
        return self.sequence(event.start_mark.line + self.first_line, depth + 1)

    def mapping(self, line: int, depth: int) -> Any:
        data = LocatedDict(line)
        following, scalar_kind, first_line = self.next, yaml.ScalarEvent, self.first_line
        lines: dict[str, int] | None = None
        while type(event := following()) is not yaml.MappingEndEvent:
            if type(event) is not scalar_kind or event.tag is not None:
                return UNUSUAL
            key = event.value
            if key == "<<" or key in data:
                return UNUSUAL
            key_line = event.start_mark.line + first_line
            event = following()
            value = self.scalar(event) if type(event) is scalar_kind else self.value(event, depth)
            if value is UNUSUAL:
                return UNUSUAL
            if lines is not None:
                lines[key] = key_line
            elif key_line != line:
                lines = data._lines = dict.fromkeys(data, line)
                lines[key] = key_line
            data[key] = value
        return data

    def sequence(self, line: int, depth: int) -> Any:
        items = LocatedList(line)
        lines = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            value = self.value(event, depth)
            if value is UNUSUAL:
                return UNUSUAL
            items.append(value)
            lines.append(event.start_mark.line + self.first_line)
        if lines and lines[-1] != line:
            items._lines = lines
        return items

    def scalar(self, event: yaml.ScalarEvent) -> Any:
        if event.tag is not None:
            return UNUSUAL
        typed = event.value
        if event.style:  # quoted or a block: a text, whatever it looks like
            return typed
        meaning = self.meanings.get(typed, self)
        if meaning is self:
            meaning = self.meanings[typed] = _meaning(typed)
        return meaning


def _meaning(typed: str) -> Any:
    """What a plain scalar means, or UNUSUAL where it may be a problem."""
    if typed[:1] in NUMBER_STARTS:
        if INTEGER.match(typed):
            return int(typed) if len(typed) < 19 else Decimal(typed)
        if DECIMAL.match(typed):
            return Decimal(typed)
        return UNUSUAL if SEXAGESIMAL.match(typed) or OCTAL.match(typed) or OTHER_NUMBER.match(typed) else typed
    if typed in BOOLEANS:
        return BOOLEANS[typed]
    if typed == "null":
        return None
    lower = typed.lower()
    doubtful = lower in GUESSED_BOOLEANS or lower in BOOLEANS or lower == "null" or lower in ("", "~", "<<")
    return UNUSUAL if doubtful else typed


class _Reader:
    def __init__(self, file: str, first_line: int, text: str) -> None:
        self.file = file
        self.first_line = first_line
        self.problems: list[Problem] = []
        self.seen: set[int] = set()
        self.depth = 0
        # Most files have neither tags nor anchors, and then no scalar is asked for them.
        self.resolver = yaml.resolver.Resolver() if "!" in text else None
        self.anchored = "*" in text

    def too_deep(self, line: int) -> None:
        self.say(line, "Lists and mappings are nested too deeply.", "Write a flat list.")

    def twice(self, line: int) -> None:
        self.say(line, "The same part is used twice by an anchor (& and *).", "Write it out in both places.")

    def say(self, line: int, what: str, instead: str) -> None:
        self.problems.append(Problem(self.file, line, what, instead, "yaml"))

    def value(self, node: yaml.Node) -> Any:
        if isinstance(node, yaml.ScalarNode):
            return self.scalar(node)
        line = node.start_mark.line + self.first_line
        if id(node) in self.seen:
            self.twice(line)
            return None
        self.seen.add(id(node))
        if self.depth >= DEEPEST:
            self.too_deep(line)
            return None
        self.depth += 1
        try:
            return self.collection(node, line)
        finally:
            self.depth -= 1

    def collection(self, node: yaml.CollectionNode, line: int) -> Any:
        if isinstance(node, yaml.MappingNode):
            if node.tag != "tag:yaml.org,2002:map":
                self.say(line, f"The tag {node.tag} is not allowed.", "Write the value without a tag.")
                return None
            return self.mapping(node, line)
        if node.tag != "tag:yaml.org,2002:seq":
            self.say(line, f"The tag {node.tag} is not allowed.", "Write the value without a tag.")
            return None
        items = LocatedList(line, [child.start_mark.line + self.first_line for child in node.value])
        items.extend(self.value(child) for child in node.value)
        return items

    def mapping(self, node: yaml.MappingNode, line: int) -> LocatedDict:
        lines: dict[str, int] = {}
        data = LocatedDict(line, lines)
        before: yaml.Node | None = None
        for key_node, value_node in node.value:
            number, before = before, value_node
            key_line = key_node.start_mark.line + self.first_line
            if not isinstance(key_node, yaml.ScalarNode):
                self.say(key_line, "A key must be a word.", "Write `key: value`.")
                continue
            key = key_node.value
            if self.tagged(key_node):
                continue
            if _split_by_comma(node, number, key_node, value_node):
                typed = f"{number.value},{key}"
                self.say(key_line, f"'{typed}' is not a number.", f"Write {number.value}.{key}.")
                continue
            if key == "<<":
                self.say(key_line, "Merging with << is not allowed.", "Write the keys out.")
                continue
            if key in data:
                first = lines[key]
                self.say(key_line, f"`{key}` stands twice (first in line {first}).", "Keep one of the two.")
                continue
            data[key] = self.value(value_node)
            lines[key] = key_line
        return data

    def scalar(self, node: yaml.ScalarNode) -> Any:
        typed = node.value
        if self.anchored:
            if id(node) in self.seen:
                self.twice(node.start_mark.line + self.first_line)
                return None
            self.seen.add(id(node))
        if self.tagged(node):
            return None
        if node.style is not None and node.style != "":  # quoted or a block: a text, whatever it looks like
            return typed
        if node.tag not in PLAIN_TAGS:
            line = node.start_mark.line + self.first_line
            self.say(line, f"The tag {node.tag} is not allowed.", "Write the value without a tag.")
            return None
        if typed[:1] in NUMBER_STARTS:
            return self.number_or_text(node, typed)
        if typed in BOOLEANS:
            return BOOLEANS[typed]
        if typed == "null":
            return None
        if typed == "" or typed == "~":
            line = node.start_mark.line + self.first_line
            self.say(line, "A value is missing.", "Write the value, or remove the key; unknown is `absent` with why.")
            return None
        lower = typed.lower()
        if lower in GUESSED_BOOLEANS or lower in BOOLEANS or lower == "null":
            line = node.start_mark.line + self.first_line
            meant = "true or false" if lower != "null" else "null"
            self.say(line, f"`{typed}` may be read as something else.", f'Write {meant}, or "{typed}" if it is a text.')
            return typed
        return typed

    def tagged(self, node: yaml.ScalarNode) -> bool:
        """Whether a tag was typed that makes the value something else than it looks like; it is a problem."""
        if self.resolver is None:
            return False
        looks = (True, False) if node.style is None or node.style == "" else (False, True)
        if node.tag == self.resolver.resolve(yaml.ScalarNode, node.value, looks):
            return False
        line = node.start_mark.line + self.first_line
        self.say(line, f"The tag {node.tag} is not allowed.", "Write the value without a tag.")
        return True

    def number_or_text(self, node: yaml.ScalarNode, typed: str) -> Any:
        if INTEGER.match(typed):
            return int(typed) if len(typed) < 19 else Decimal(typed)
        if DECIMAL.match(typed):
            return Decimal(typed)
        line = node.start_mark.line + self.first_line
        if SEXAGESIMAL.match(typed):
            self.say(line, f"`{typed}` may be read as a number in base sixty.", f'Write "{typed}" in quotes.')
        elif OCTAL.match(typed):
            plain = ("-" if typed[0] == "-" else "") + (typed.lstrip("+-0oO") or "0")
            self.say(line, f"`{typed}` may be read as an octal number.", f'Write {plain}, or "{typed}" if it is a text.')
        elif OTHER_NUMBER.match(typed):
            self.say(
                line,
                f"`{typed}` is a number in a form that is not used here.",
                f'Write digits with a point, such as 12.4, or "{typed}" if it is a text.',
            )
        return typed
