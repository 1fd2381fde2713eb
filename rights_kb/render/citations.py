"""How to cite a table: by ГОСТ Р 7.0.5–2008, by APA 7, and as BibTeX, with the day of the last check from the data.

No style gets a day of access: that is the reader's own day, which a page made once cannot know. Where the standard
asks for it, an ellipsis keeps its place, and the page says what to write there.
"""

from __future__ import annotations

from markupsafe import escape

from rights_kb.models import Table
from rights_kb.render.context import Context
from rights_kb.render.tidy import plain

# What TeX takes for its own sign, and how the sign itself is written.
TEX_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces, escaped ones too.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "#": r"\#",
        "$": r"\$",
        "%": r"\%",
        "&": r"\&",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def gost(table: Table, address: str, context: Context) -> str:
    """By ГОСТ Р 7.0.5–2008 as plain text: title [electronic resource] // site. – Year. – … – URL: … (date of access: …)."""
    return _by("cite_gost", table, address, context, f"{table.checked.on:%d.%m.%Y}")


def apa(table: Table, address: str, context: Context) -> str:
    """By APA 7 as HTML, the title in italics: author. (Year). Title [Data set; …]. Address."""
    pattern = str(escape(context.words.patterns["cite_apa"]))
    return pattern.format(
        title=f"<i>{escape(context.text(table.title))}</i>",
        site=escape(context.label("site_name")),
        year=table.checked.on.year,
        sources=escape(publishers(table, context)),
        checked=table.checked.on.isoformat(),
        address=escape(address),
    )


def bibtex(table: Table, address: str, context: Context) -> str:
    """An entry for BibTeX in UTF-8; the address stays as it is, as the commands for addresses want it."""
    note = _by("cite_note", table, address, context, table.checked.on.isoformat())
    fields = {
        # Braces inside: a name of a site has no first name.
        "author": f'"{{{_tex(context.label("site_name"))}}}"',
        "title": f"{{{_tex(context.text(table.title))}}}",
        "year": f"{{{table.checked.on.year}}}",
        "note": f"{{{_tex(note)}}}",
        "url": f"{{{address}}}",
        "language": f"{{{context.language}}}",
    }
    inside = ",\n".join(f"  {name} = {value}" for name, value in fields.items())
    return f"@misc{{{table.slug}-{context.language},\n{inside}\n}}"


def publishers(table: Table, context: Context) -> str:
    """Those who published the figures, each once."""
    found = (plain(context.library.sources[id_].publisher, context) for id_ in table.cited())
    return ", ".join(dict.fromkeys(found))


def _by(pattern: str, table: Table, address: str, context: Context, checked: str) -> str:
    return context.words.patterns[pattern].format(
        title=context.text(table.title),
        site=context.label("site_name"),
        year=table.checked.on.year,
        sources=publishers(table, context),
        checked=checked,
        address=address,
    )


def _tex(text: str) -> str:
    return text.translate(TEX_SIGNS)
