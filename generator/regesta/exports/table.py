"""The entries as a table (CSV, RFC 4180), for those who work in spreadsheets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from regesta.exports.authored import Fields, Json
from regesta.model.corpus import Corpus
from regesta.model.entry import Mention
from regesta.normalise.markup import plain_text

_CONCLUDED = (
    "edtf",
    "earliest",
    "latest",
    "precision",
    "date_agreement",
    "status",
    "contested",
    "independent_publishers",
)
COLUMNS = (
    "id",
    "timeline",
    "title",
    "type",
    "significance",
    *_CONCLUDED,
    "actors",
    "places",
    "topics",
    "sources",
    "summary",
    "url",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_QUOTED = re.compile('[,"\r\n]')


def neutral(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula: an apostrophe goes before it (OWASP, *CSV Injection*)."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def table(corpus: Corpus, computed: Mapping[str, Fields]) -> bytes:
    """One line an entry, in chronological order; lists inside a cell are joined with `; `. UTF-8, line ends CR LF.

    `computed` gives the conclusions on each entry, as they are published.
    """
    lines = [",".join(COLUMNS)]
    for entry in corpus.entries.values():
        concluded = computed[entry.id]
        cells = [
            entry.id,
            entry.timeline,
            entry.title,
            entry.type,
            entry.significance,
            *(_cell(concluded[name]) for name in _CONCLUDED),
            _mentions(entry.actors),
            _mentions(entry.places),
            "; ".join(entry.topics),
            "; ".join(
                source.url for citation in entry.citations.values() if (source := corpus.source_of(entry, citation))
            ),
            plain_text(entry.summary),
            str(concluded["permalink"] or concluded["url"]),
        ]
        lines.append(",".join([_written(neutral(cell)) for cell in cells]))
    return "\r\n".join((*lines, "")).encode()


def _written(cell: str) -> str:
    """A cell between its commas. The module `csv` looks at every character of a text and takes twice as long."""
    return cell if _QUOTED.search(cell) is None else '"' + cell.replace('"', '""') + '"'


def _cell(value: Json) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def _mentions(mentions: Iterable[Mention]) -> str:
    return "; ".join(dict.fromkeys([mention.ref for mention in mentions]))
