"""The data as files for programs: JSON with schemas, JSON Lines and CSV, under `api/v1/`.

A record is published with the field names and shapes of its YAML, and what the program concludes under `computed`.
Same corpus, same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial

from orjson import OPT_INDENT_2, dumps

from regesta.exports.authored import Fields
from regesta.exports.records import PUBLISHED, records
from regesta.exports.schemas import schemas
from regesta.exports.table import table
from regesta.immutable import immutable
from regesta.model.corpus import Corpus
from regesta.model.kinds import Kind
from regesta.model.site import Artefact, Shares

__all__ = ["API", "OFFERED", "Offer", "plan"]

API = "api/v1/"


@immutable(frozen=True, slots=True)
class Offer:
    """A file that a reader may want whole: its path from the site root, what it holds, its format, and a note."""

    path: str
    title: str
    format: str
    note: str = ""


OFFERED = (
    Offer(f"{API}entries.json", "Entries", "JSON", "every entry as authored, with what is computed of it"),
    Offer(f"{API}entries.jsonl", "Entries", "JSON Lines", "the same, one entry a line"),
    Offer(f"{API}entries.csv", "Entries", "CSV", "one line an entry, for spreadsheets"),
    Offer(f"{API}sources.json", "Sources", "JSON"),
    Offer(f"{API}actors.json", "Actors", "JSON"),
    Offer(f"{API}places.json", "Places", "JSON"),
    Offer(f"{API}publishers.json", "Publishers", "JSON"),
    Offer(f"{API}topics.json", "Topics", "JSON"),
    Offer(f"{API}timelines.json", "Timelines", "JSON", "scope, vocabularies and parties"),
    Offer(f"{API}schema/entries.json", "Schema of the entries", "JSON Schema"),
    Offer(f"{API}schema/authored/entry.json", "Schema of an entry as people write it", "JSON Schema", "for editors"),
)
"""The whole files, for the page that offers the data; each JSON file has its schema, of the same name, in `schema/`."""


def plan(corpus: Corpus, *, site_url: str | None = None) -> Shares[Artefact]:
    """Every file under `api/v1/`. `site_url` makes permalinks absolute."""
    return Shares((partial(_entries, corpus, site_url), partial(_others, corpus, site_url)))


def _entries(corpus: Corpus, site_url: str | None) -> Iterator[Artefact]:
    """A file for each entry, and the files of all."""
    kind = Kind.ENTRY
    schema = dumps({"$schema": f"../schema/{kind.noun}.json"})[1:-1]
    concluded: dict[str, Fields] = {}
    lines: list[bytes] = []
    for record in records(corpus, kind, site_url):
        fields = _fields(record)
        lines.append(b"{%b}" % b",".join(fields))
        # Each field on a line of its own: fit to be read and compared, and made of what is there already.
        yield Artefact(f"{API}{kind}/{record['id']}.json", b"{\n%b\n}\n" % b",\n".join((schema, *fields)))
        if isinstance(drawn := record["computed"], dict):
            concluded[str(record["id"])] = drawn
    yield _collection(kind, lines)
    yield Artefact(f"{API}{kind}.jsonl", b"\n".join((*lines, b"")))
    yield Artefact(f"{API}{kind}.csv", table(corpus, concluded))


def _others(corpus: Corpus, site_url: str | None) -> Iterator[Artefact]:
    """The collections of every other kind of record, and the schemas."""
    for kind in PUBLISHED:
        if kind is not Kind.ENTRY:
            yield _collection(kind, map(dumps, records(corpus, kind, site_url)))
    for name, schema in sorted(schemas().items()):
        yield Artefact(f"{API}schema/{name}", dumps(schema, option=OPT_INDENT_2) + b"\n")


def _fields(record: Fields) -> list[bytes]:
    """The fields of a record, each as it stands between the braces."""
    return [dumps({name: value})[1:-1] for name, value in record.items()]


def _collection(kind: Kind, lines: Iterable[bytes]) -> Artefact:
    opening = b'{"$schema":"schema/%b.json","%b":[\n' % (kind.encode(), kind.encode())
    return Artefact(f"{API}{kind}.json", opening + b",\n".join(lines) + b"\n]}\n")
