"""The search: the documents that the reader's browser indexes, and the JavaScript that does it (`assets/`).

`search(text, filters) → results with facet counts` runs in a worker in the browser, over a catalogue (one row a page
of the site: title, names, date, facets) and the texts of the entries, both written here. Nothing is fetched before it
is used.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from regesta.model.corpus import Corpus
from regesta.model.site import Artefact, HandWritten
from regesta.search.catalogue import Guide
from regesta.search.documents import documents
from regesta.search.reader import SCRIPT, reader

__all__ = ["SCRIPT", "Guide", "documents", "plan", "reader"]


def plan(corpus: Corpus, written: Sequence[HandWritten] = (), guides: Sequence[Guide] = ()) -> Iterator[Artefact]:
    """All files of the search: the reader's modules, then the documents of the corpus and of the pages that explain."""
    yield from reader()
    yield from documents(corpus, written, guides=guides)
