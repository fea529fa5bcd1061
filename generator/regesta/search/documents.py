"""The documents of the search as files: a manifest, a catalogue of all pages, the texts of the entries in parts.

A corpus of ordinary size is indexed in the browser. Of a large one the index is made here and laid out in shelves, of
which a query fetches the few it needs; and of the texts only those are fetched that a list shows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import cast

from orjson import dumps

from regesta.model.corpus import Corpus
from regesta.model.site import Artefact, HandWritten
from regesta.search.catalogue import Catalogue, Guide, Json
from regesta.search.shelves import BITS, Shelves
from regesta.search.texts import text_row

MANIFEST = "search/data/manifest.json"
LARGE = 1_500
"""From so many entries on, the index is made at build: beyond, first use would cost a megabyte and seconds."""

PART, SMALL_PART, SOURCES_PART = 500, 20, 100
"""How many rows a file holds: texts to be read whole, texts to be shown, sources to be shown."""


def documents(
    corpus: Corpus,
    written: Sequence[HandWritten] = (),
    *,
    guides: Sequence[Guide] = (),
    large: bool | None = None,
) -> Iterator[Artefact]:
    """The files, last the manifest that names them. Names carry a hash of the content; `large` overrules the size.

    `guides` are the generated pages that explain.
    """
    if large is None:
        large = len(corpus.entries) >= LARGE
    catalogue = Catalogue(corpus)
    tables = catalogue.rows(written, guides)
    heads, sources = catalogue.heads(), catalogue.described()
    texts: list[Json] = [text_row(corpus, entry) for entry in corpus.entries.values()]
    manifest: dict[str, Json] = {"format": 2, "large": large}
    if large:
        texts = [[*head, *cast("list[Json]", row)] for head, row in zip(heads, texts, strict=True)]
        shelves = Shelves(tables, sources, texts)
        tables["sources"] = catalogue.source_publishers()
        manifest |= {"shelves": shelves.first_words(), "bits": BITS}
        parts: list[tuple[str, Iterable[Json], int]] = [
            ("texts", texts, SMALL_PART),
            ("sources", sources, SOURCES_PART),
            ("shelves", shelves.files(), 1),
            ("words", [shelves.words()], 1),
        ]
    else:
        tables |= {"heads": [*heads], "sources": [*sources]}
        parts = [("texts", texts, PART)]
    yield from _listed(manifest, "catalogue", [tables], 1)
    for name, rows, size in parts:
        yield from _listed(manifest, name, rows, size)
    yield Artefact(MANIFEST, dumps(manifest))


def _listed(manifest: dict[str, Json], name: str, rows: Iterable[Json], size: int) -> Iterator[Artefact]:
    """Rows in files of `size` rows, in a folder named by their content; a file of one row is that row. Enters them."""
    remaining, files = iter(rows), list[bytes]()
    while part := list(islice(remaining, size)):
        files.append(dumps(part[0] if size == 1 else part))
    digest = hashlib.sha256(b"\n".join(files)).hexdigest()[:10]
    manifest[f"{name}_at"] = [f"{name}-{digest}", size, len(files)]
    for number, data in enumerate(files):
        yield Artefact(f"search/data/{name}-{digest}/{number:04d}.json", data)
