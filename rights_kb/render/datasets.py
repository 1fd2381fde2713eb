"""What search engines for data read on the home page of a table: schema.org `Dataset` as JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from rights_kb import numbers
from rights_kb.models import Page, Source, Table
from rights_kb.render import downloads, packages, tables, tidy
from rights_kb.render.context import Context
from rights_kb.render.tidy import plain

# Inside a script element these could end it, or begin a comment that swallows its end; in JSON each has another form.
UNSAFE_IN_SCRIPTS = str.maketrans({sign: f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"})
FORMATS = {"csv": "text/csv", "excel": "text/csv", "json": "application/json"}


def of_page(page: Page, context: Context) -> dict[str, str]:
    """The texts of script elements for the tables whose home is this page, by the id of the table."""
    wholes = (call.arguments[0] for call in page.calls if call.name == "kb_table" and call.arguments)
    slugs = [slug for slug in dict.fromkeys(wholes) if context.whole_home_of("kb_table", slug) == page.slug]
    made = {slug: {"@context": "https://schema.org/", **_dataset(context.library.tables[slug], context)} for slug in slugs}
    return {tables.anchor(slug): written(dataset) for slug, dataset in made.items()}


def beside_tables(article: str, texts: Mapping[str, str]) -> str:
    """The article with each of these behind its table, whose words they repeat: far from them they would weigh more.

    Raises ValueError for a table that does not stand there.
    """
    for anchor, text in texts.items():
        # What is folded under a table ends before the table does.
        article, count = re.subn(
            rf'<table id="{anchor}".*?</figure>',
            lambda table, text=text: f'{table[0]}\n<script type="application/ld+json">{text}</script>',
            article,
            count=1,
            flags=re.DOTALL,
        )
        if not count:
            raise ValueError(f"The table {anchor} does not stand in the article that is its home.")
    return article


def written(made: object) -> str:
    """JSON that may stand inside a script element, whatever its texts hold."""
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE_IN_SCRIPTS)


def _dataset(table: Table, context: Context) -> dict[str, object]:
    project = context.library.project
    where = tables.address(table.slug, context)
    folder = project.folder(context.language)
    cited = [context.library.sources[id_] for id_ in table.cited()]
    publishers = dict.fromkeys(plain(source.publisher, context) for source in cited)
    return {
        "@type": "Dataset",
        "@id": where,
        "url": where,
        "name": context.text(table.title),
        "description": packages.described(table, context),
        "inLanguage": context.language,
        "temporalCoverage": tidy.stretch(table),
        "spatialCoverage": {"@type": "Place", "name": context.label("place_of_figures")},
        "variableMeasured": {
            "@type": "PropertyValue",
            "name": context.text(table.title),
            "unitText": numbers.unit_head(table.unit, context.words),
        },
        **({"license": project.licence.address} if project.licence else {}),
        "isAccessibleForFree": True,
        "creator": [{"@type": "Organization", "name": name} for name in publishers],
        "publisher": {"@type": "Organization", "name": context.label("site_name"), "url": context.address("index")},
        "isBasedOn": [_source(source, context) for source in cited],
        **_dates(table),
        "distribution": [
            {
                "@type": "DataDownload",
                "encodingFormat": FORMATS[form],
                "contentUrl": project.absolute(f"{folder}{name}"),
            }
            for form, name in downloads.names(table.slug).items()
        ],
    }


def _source(source: Source, context: Context) -> dict[str, str]:
    address = {"url": source.addresses[0]} if source.addresses else {}
    return {"@type": "CreativeWork", "name": context.text(source.title), **address}


def _dates(table: Table) -> dict[str, str]:
    """When it was first published and last changed, by its history; nothing where it has none."""
    if not table.revisions:
        return {}
    first, last = table.revisions[0], table.revisions[-1]
    return {"datePublished": first.day.isoformat(), "dateModified": last.day.isoformat()}
