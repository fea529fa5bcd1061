"""Records that have no id of their own, because it is lacking or another record has it: by which id others name them.

Whoever names such a record makes no mistake; and the id that others use is the one to be added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from regesta.immutable import immutable
from regesta.model.authority import Actor, Place, Publisher, Topic
from regesta.model.corpus import Corpus
from regesta.model.entry import Entry
from regesta.model.faults import Remains
from regesta.model.ids import as_id
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.model.source import Source

_TELLING: Final = re.compile(r"name|title|names\[\d+\](?:\.text)?|url|published|publisher")
"""Fields of whose words the id of a record is usually made."""

MOST_UNNAMED: Final = 200
"""So many are looked for: who has more has not forgotten an id, but does not know that there are any."""

_LOOSELY: Final = (Kind.ENTRY, Kind.SOURCE)
"""Kinds whose ids have words of their own beside those of the title."""


@immutable(frozen=True, slots=True)
class Unnamed:
    """A record without an id of its own: its kind, the place of the id, and the words that tell what it is."""

    kind: Kind
    mark: Mark
    words: frozenset[str]

    def answers(self, kind: Kind, record_id: str) -> bool:
        """Whether an id is probably meant for it: made of its words, or at least for the most part."""
        if kind is not self.kind:
            return False
        wanted = frozenset(record_id.split("-"))
        share = len(wanted & self.words) / len(wanted)
        return share == 1 or (kind in _LOOSELY and share > 0.5)


def unnamed(corpus: Corpus, remains: Iterable[Remains]) -> Iterator[Unnamed]:
    """The records of a folder that have no id of their own."""
    for left in remains:
        if not left.id and "id" in left.marks:
            texts = [each.text for each in left.lost if _TELLING.fullmatch(each.field)]
            yield Unnamed(left.kind, left.marks["id"], _words(texts))
    for one in corpus.aside:
        kind = next((kind for kind, record in _KINDS if isinstance(one, record)), None)
        if kind is not None:
            yield Unnamed(kind, one.marks.get("id", one.mark), _words(_texts(one)))


_KINDS: Final = (
    (Kind.ENTRY, Entry),
    (Kind.SOURCE, Source),
    (Kind.ACTOR, Actor),
    (Kind.PLACE, Place),
    (Kind.PUBLISHER, Publisher),
    (Kind.TOPIC, Topic),
)


def _texts(record: object) -> Iterator[str]:
    if isinstance(record, Actor | Place):
        yield record.name
        yield from (name.text for name in record.names)
    elif isinstance(record, Publisher):
        yield record.name
    elif isinstance(record, Entry | Topic):
        yield record.title
    elif isinstance(record, Source):
        yield from (record.title or "", record.url, str(record.published or ""), record.publisher or "")


def _words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(word for text in texts for word in as_id(text).split("-") if word)
