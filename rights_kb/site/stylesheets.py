"""One style sheet for a whole site: the rules of all that its pages link, in their order, without those in vain."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import tinycss2
from tinycss2 import ast

from rights_kb.site.names_in_use import NamesInUse

Tokens = list[ast.Node]
# Selectors in these match when one of their alternatives does; those in other functions, such as `:not`, exclude.
ANY_OF = frozenset({"is", "where", "has", "matches", "-webkit-any", "-moz-any"})
GROUPS = frozenset({"media", "supports", "layer", "container"})
ADDRESS = re.compile(r"""url\(\s*["']?([^)"']*)""")
VARIABLE = re.compile(r"var\(\s*(--[\w-]+)")


class Unfit(ValueError):
    """A file of the looks of a site that cannot be published as it is; says which, why, and what to do."""


@dataclass(frozen=True)
class Rule:
    """What stands before the braces, written short, and what stands in them: declarations, rules, or either as text."""

    head: str
    body: tuple[Declaration, ...] | tuple[Rule, ...] | str


@dataclass(frozen=True)
class Declaration:
    """A property and its value, written short; what is nested in a rule has no name."""

    name: str
    value: str

    def __str__(self) -> str:
        return f"{self.name}:{self.value}" if self.name else self.value


def one_stylesheet(sheets: Mapping[str, str], names: NamesInUse) -> str:
    """The rules in use of these sheets (by the names of their files), written short. Raises Unfit."""
    rules = [rule for name, sheet in sheets.items() for rule in _of_sheet(name, sheet, names)]
    rules = _without_unused_movements(rules)
    # A variable may be used by another that is not used itself.
    while (fewer := _without_unused_variables(rules, names)) != rules:
        rules = fewer
    text = _all_written(rules)
    return text if text.isascii() else f'@charset "utf-8";{text}'


def _of_sheet(name: str, sheet: str, names: NamesInUse) -> list[Rule]:
    try:
        rules = _rules(tinycss2.parse_stylesheet(sheet, True, True), names)
    except Unfit as problem:
        raise Unfit(f"{name}:{problem}") from None
    asked = [address for address in ADDRESS.findall(_all_written(rules)) if not address.startswith(("data:", "#"))]
    if asked:
        raise Unfit(f"{name}: asks for another file, {asked[0]}. Write it as a data: address, or leave it out.")
    return rules


def _rules(nodes: Iterable[ast.Node], names: NamesInUse) -> list[Rule]:
    found = []
    for node in nodes:
        if isinstance(node, ast.ParseError):
            raise Unfit(_unread(node))
        if isinstance(node, ast.QualifiedRule):
            selectors = [short for part in _parts(node.prelude) if _may_match(part, names) and (short := _short(part))]
            if selectors and (body := _declarations(node.content)):
                found.append(Rule(",".join(selectors), body))
        elif isinstance(node, ast.AtRule):
            found += _at_rule(node, names)
    return found


def _at_rule(node: ast.AtRule, names: NamesInUse) -> list[Rule]:
    keyword, head = node.lower_at_keyword, f"@{node.at_keyword} {_short(node.prelude)}".strip()
    if keyword == "charset":
        return []
    if keyword == "import":
        raise Unfit(f"{node.source_line}  asks for another style sheet. Link that one in theme/main.html instead.")
    if node.content is None:
        return [Rule(head, "")]
    if keyword in GROUPS:
        inside = _rules(tinycss2.parse_rule_list(node.content, True, True), names)
        return [Rule(head, tuple(inside))] if inside else []
    if keyword in ("page", "font-face", "property", "counter-style"):
        body = _declarations(node.content)
        return [Rule(head, body)] if body else []
    return [Rule(head, _short(node.content))]


def _unread(node: ast.ParseError) -> str:
    return f"{node.source_line}  cannot be read: {node.message}. Write a rule as `selector {{ property: value; }}`."


def _parts(tokens: Tokens) -> list[Tokens]:
    """The selectors of a list, between its commas."""
    parts: list[Tokens] = [[]]
    for token in tokens:
        if token == ",":
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _may_match(selector: Tokens, names: NamesInUse) -> bool:
    """Whether every name in a selector is in use, so that an element may match it."""
    before = ""
    for token in selector:
        kind = token.type
        if kind == "ident" and before == ".":
            if not names.has_class(token.value):
                return False
        elif kind == "ident" and before != ":":
            if not names.has_tag(token.value):
                return False
        elif kind == "hash":
            if not names.has_id(token.value):
                return False
        elif kind == "[] block":
            if not _attribute_may_match(token.content, names):
                return False
        elif kind == "function" and token.lower_name in ANY_OF:
            if not any(_may_match(part, names) for part in _parts(token.arguments)):
                return False
        before = token.value if kind == "literal" else ""
    return True


def _attribute_may_match(tokens: Tokens, names: NamesInUse) -> bool:
    words = [token.value for token in tokens if token.type in ("ident", "string")]
    exact = any(token == "=" for token in tokens)
    return names.has_attribute(words[0], words[1] if exact and len(words) > 1 else None)


def _declarations(content: Tokens) -> tuple[Declaration, ...]:
    found = []
    for node in tinycss2.parse_blocks_contents(content, True, True):
        if isinstance(node, ast.ParseError):
            raise Unfit(_unread(node))
        if isinstance(node, ast.Declaration):
            value = _short(node.value) + ("!important" if node.important else "")
            found.append(Declaration(node.name, value))
        elif isinstance(node, ast.QualifiedRule):
            found.append(Declaration("", f"{_short(node.prelude)}{{{_short(node.content)}}}"))
        elif isinstance(node, ast.AtRule):
            inside = ";" if node.content is None else f"{{{_short(node.content)}}}"
            found.append(Declaration("", f"@{node.at_keyword} {_short(node.prelude)}{inside}"))
    return tuple(found)


def _short(tokens: Tokens) -> str:
    """Tokens as text with no more white space than they need."""
    kept: Tokens = []
    for token in tokens:
        if token.type == "comment":
            continue
        if token.type == "whitespace":
            if not kept or kept[-1].type == "whitespace" or _needs_no_space(kept[-1]):
                continue
        elif kept and kept[-1].type == "whitespace" and _needs_no_space(token):
            kept.pop()
        kept.append(token)
    if kept and kept[-1].type == "whitespace":
        kept.pop()
    return "".join(" " if token.type == "whitespace" else _token(token) for token in kept)


def _needs_no_space(token: ast.Node) -> bool:
    # Not + and -, which `calc` wants spaces around, and not the colon, before which a space means any descendant.
    return token.type == "literal" and token.value in (",", ">", "~", ";")


def _token(token: ast.Node) -> str:
    if token.type == "function":
        return f"{token.name}({_short(token.arguments)})"
    for kind, (start, end) in (("() block", "()"), ("[] block", "[]"), ("{} block", "{}")):
        if token.type == kind:
            return f"{start}{_short(token.content)}{end}"
    return token.serialize()


def _without_unused_movements(rules: list[Rule]) -> list[Rule]:
    moved = " ".join(_values(rules, lambda name: name.endswith(("animation", "animation-name"))))
    words = set(re.findall(r"[\w-]+", moved))
    return _kept(rules, lambda rule: "keyframes " not in rule.head or rule.head.split()[-1] in words)


def _without_unused_variables(rules: list[Rule], names: NamesInUse) -> list[Rule]:
    used = names.variables.union(*(VARIABLE.findall(_written(rule)) for rule in rules))
    return _with_declarations(rules, lambda item: not item.name.startswith("--") or item.name in used)


def _values(rules: Iterable[Rule], wanted: Callable[[str], bool]) -> list[str]:
    found = []
    for rule in rules:
        for item in rule.body:
            if isinstance(item, Rule):
                found += _values([item], wanted)
            elif isinstance(item, Declaration) and (wanted(item.name) or not item.name):
                found.append(item.value)
    return found


def _kept(rules: Iterable[Rule], wanted: Callable[[Rule], bool]) -> list[Rule]:
    found = []
    for rule in rules:
        if rule.body and isinstance(rule.body[0], Rule):
            inside = _kept(rule.body, wanted)
            found += [Rule(rule.head, tuple(inside))] if inside else []
        elif wanted(rule):
            found.append(rule)
    return found


def _with_declarations(rules: Iterable[Rule], wanted: Callable[[Declaration], bool]) -> list[Rule]:
    found = []
    for rule in rules:
        if isinstance(rule.body, str):
            found.append(rule)
            continue
        if isinstance(rule.body[0], Rule):
            body = tuple(_with_declarations(rule.body, wanted))
        else:
            body = tuple(item for item in rule.body if wanted(item))
        found += [Rule(rule.head, body)] if body else []
    return found


def _all_written(rules: Iterable[Rule]) -> str:
    return "".join(_written(rule) for rule in rules)


def _written(rule: Rule) -> str:
    if rule.body == "":
        return f"{rule.head};"
    if isinstance(rule.body, str):
        return f"{rule.head}{{{rule.body}}}"
    if isinstance(rule.body[0], Rule):
        return f"{rule.head}{{{_all_written(rule.body)}}}"
    # What is nested ends with a brace of its own.
    parts = [str(item) + ("" if str(item).endswith(("}", ";")) and not item.name else ";") for item in rule.body]
    return f"{rule.head}{{{''.join(parts).removesuffix(';')}}}"
