"""Articles as they are written: front matter, headings, macro calls and prose, each with its line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from typing import Any

import jinja2
from jinja2 import nodes

from rights_kb import schema, strict_yaml
from rights_kb.models import Call, Heading, Page
from rights_kb.problem import Problem
from rights_kb.project import Project

MACRO_PREFIX = "kb_"
# As Markdown has it, a heading needs no space behind its signs.
HEADING = re.compile(r"(#{1,6})[ \t]*(.*?)(?:[ \t]*\{[^}]*?#([A-Za-z][\w-]*)[^}]*\})?[ \t]*#*[ \t]*\Z")
UNDERLINE = re.compile(r"(=+|-+) *\Z")
FENCE = re.compile(r"(`{3,}|~{3,}) *(?:\{.*\}|\.?[\w#.+-]* *(?:hl_lines=.*)?)\Z")
INLINE_CODE = re.compile(r"(`+)(?!`).*?(?<!`)\1(?!`)")
MACRO = re.compile(r"\{\{.*?\}\}", re.DOTALL)
RAW = re.compile(r"\{%[-+]?\s*raw\b")
LINK_TARGET = re.compile(r"\]\([^)]*\)")
ATTRIBUTES = re.compile(r"\{[:#.][^}]*\}")
# Stands for a macro's result, so that a word or a bracket beside it is not taken for a neighbour of other text.
RESULT = "\ufffc"

# Only parses; nothing is rendered with it. `{#` begins the id of a heading here, so comments are marked as in mkdocs.yml.
COMMENTS = {"comment_start_string": "{##", "comment_end_string": "##}"}
_environment = jinja2.Environment(autoescape=False, **COMMENTS)


def read_all(project: Project) -> tuple[dict[tuple[str, str], Page], tuple[Problem, ...]]:
    """Every article by language and slug, and the problems of those that cannot be read."""
    pages: dict[tuple[str, str], Page] = {}
    problems: list[Problem] = []
    for language in project.codes:
        folder = project.content / language
        for path in sorted(folder.rglob("*.md")):
            slug = path.relative_to(folder).with_suffix("").as_posix()
            page, found = read(path.read_bytes(), project.name_of(path), slug, language, project)
            problems.extend(found)
            if page is not None:
                pages[language, slug] = page
    return pages, tuple(problems)


def read(raw: bytes, file: str, slug: str, language: str, project: Project) -> tuple[Page | None, list[Problem]]:
    """One article; None where its front matter does not fit, with the problems that say why."""
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(file, line, "The file is not UTF-8.", "Save it as UTF-8.", "front_matter")]
    lines = text.split("\n")
    if lines[0].rstrip() != "---" or "---" not in (line.rstrip() for line in lines[1:]):
        what = "The front matter is missing."
        return None, [Problem(file, 1, what, "Begin with `---`, the keys, and `---`.", "front_matter")]
    end = next(number for number, line in enumerate(lines[1:], 1) if line.rstrip() == "---")
    front, problems = strict_yaml.read_text("\n".join(lines[1:end]) + "\n", file, first_line=2)
    if front is not None:
        problems += schema.problems(front, "page", project.data / "schema", file, first_line=2)
    if problems or front is None:
        return None, problems
    return _page(front, lines, end, file, slug, language), []


def _page(front: Any, lines: list[str], end: int, file: str, slug: str, language: str) -> Page:
    body_line = end + 2
    body = "\n".join(lines[end + 1 :])
    reviewed = front["reviewed"] or {}
    translation = front["translation"]
    original = translation == "original"
    calls = [
        *_calls(front["title"], front.line_of("title")),
        *_calls(front["summary"], front.line_of("summary")),
        *_calls(body, body_line),
    ]
    return Page(
        slug=slug,
        language=language,
        file=file,
        front=front,
        title=front["title"],
        summary=front["summary"],
        audience=tuple(front["audience"]),
        laws=tuple(front["laws"]),
        related=tuple(front.get("related", ())),
        danger=front.get("danger", False),
        reviewed_on=_day(reviewed.get("date")),
        reviewed_by=reviewed.get("by"),
        original=original,
        translated_from=None if original else translation["of"],
        translation_checked=None if original else _day(translation["checked"]),
        keywords=tuple(front.get("keywords", ())),
        body=body,
        body_line=body_line,
        headings=tuple(_headings(body, body_line)),
        calls=tuple(calls),
    )


def _day(typed: str | None) -> date | None:
    try:
        return None if typed is None else date.fromisoformat(typed)
    except ValueError:
        return None


def _headings(body: str, first_line: int) -> Iterator[Heading]:
    above = (0, "")
    before = ""
    for line, text in _outside_code(body, first_line):
        match = HEADING.match(text)
        if match:
            yield Heading(len(match[1]), match[2], match[3], line)
        elif UNDERLINE.match(text) and above[1].strip() and not before.strip() and above[0] == line - 1:
            # A line of - or = under the first line of a paragraph makes that line a heading too.
            yield Heading(1 if text[0] == "=" else 2, above[1].strip(), None, above[0])
        before, above = above[1], (line, "" if match else text)


def _outside_code(body: str, first_line: int) -> Iterator[tuple[int, str]]:
    """The lines of a text that do not stand in a fenced block of code."""
    lines = body.split("\n")
    number = 0
    while number < len(lines):
        match = FENCE.match(lines[number])
        rest = [line.rstrip(" ") for line in lines[number + 1 :]] if match else []
        if match and match[1] in rest:
            # A fence that nothing closes is no code: what follows it is published as text.
            number += rest.index(match[1]) + 1
        else:
            yield first_line + number, lines[number]
        number += 1


def prose(page: Page) -> Iterator[tuple[int, str]]:
    """Title, summary and the lines of the article as a reader sees them, without code, addresses and ids.

    Each macro call is replaced by U+FFFC.
    """
    for key in ("title", "summary"):
        yield page.front.line_of(key), MACRO.sub(RESULT, page.front[key])
    for line, text in _outside_code(without_macros(page.body), page.body_line):
        text = INLINE_CODE.sub(" ", text)
        text = LINK_TARGET.sub("]", text)
        yield line, ATTRIBUTES.sub("", text)


def markdown_lines(page: Page) -> Iterator[tuple[int, str]]:
    """The lines of the article with code and macro calls taken out, links and ids left in."""
    for line, text in _outside_code(without_macros(page.body), page.body_line):
        yield line, INLINE_CODE.sub(" ", text)


def without_code(text: str) -> str:
    """The text without its blocks and pieces of code."""
    return "\n".join(INLINE_CODE.sub(" ", line) for _, line in _outside_code(text, 1))


def without_macros(text: str) -> str:
    """The text with each macro call replaced by U+FFFC; every line stays where it is."""
    return MACRO.sub(lambda match: RESULT + "\n" * match[0].count("\n"), text)


def _calls(text: str, first_line: int) -> Iterator[Call]:
    try:
        template = _environment.parse(text)
    except jinja2.TemplateSyntaxError as error:
        problem = (f"The braces cannot be read: {error.message}.", 'Write {{ kb_name("id") }}, or one brace only.')
        yield Call("", (), {}, first_line + error.lineno - 1, "", problem)
        return
    for match in RAW.finditer(text):
        what = "Only macros may stand in an article, no {% … %}."
        yield Call("", (), {}, first_line + text.count("\n", 0, match.start()), "", (what, 'Write {{ kb_name("id") }}.'))
    for node in template.body:
        line = first_line + node.lineno - 1
        if not isinstance(node, nodes.Output):
            what = "Only macros may stand in an article, no {% … %}."
            yield Call("", (), {}, line, "", (what, 'Write {{ kb_name("id") }}.'))
            continue
        for part in node.nodes:
            if not isinstance(part, nodes.TemplateData):
                yield _call(part, first_line + part.lineno - 1)


def _call(node: nodes.Expr, line: int) -> Call:
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and not (node.dyn_args or node.dyn_kwargs):
        name = node.node.name
        try:
            arguments = tuple(_constant(argument) for argument in node.args)
            options = {keyword.key: _constant(keyword.value) for keyword in node.kwargs}
        except nodes.Impossible:
            what = f"`{name}` is given something that is not a plain word, number or list."
            return Call(name, (), {}, line, name, (what, f'Write {{{{ {name}("id") }}}}.'))
        shown = [repr(argument) for argument in arguments] + [f"{key}={value!r}" for key, value in options.items()]
        return Call(name, arguments, options, line, f"{name}({', '.join(shown)})")
    what = "Between {{ and }} stands something else than one macro call."
    return Call("", (), {}, line, "", (what, 'Write {{ kb_name("id") }}.'))


def _constant(node: nodes.Expr) -> object:
    """The word, number or list that was typed. Raises nodes.Impossible for what would have to be worked out."""
    if isinstance(node, nodes.Const):
        return node.value
    if isinstance(node, nodes.Neg) and isinstance(node.node, nodes.Const) and isinstance(node.node.value, int | float):
        return -node.node.value
    if isinstance(node, nodes.List | nodes.Tuple):
        return [_constant(item) for item in node.items]
    raise nodes.Impossible


STEP = re.compile(r"^[ \t]*[0-9]+[.)][ \t]", re.MULTILINE)


def filled(text: str, result: Callable[[Call], str]) -> str:
    """A text with each macro call replaced by what `result` gives for it."""

    def replaced(match: re.Match[str]) -> str:
        return "".join(result(call) for call in _calls_of(match[0]))

    return MACRO.sub(replaced, text)


# The same call stands in every language of an article.
@cache
def _calls_of(macro: str) -> tuple[Call, ...]:
    return tuple(_calls(macro, 1))
