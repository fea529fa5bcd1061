"""When a voice spoke: the day that is written, or that its own publication gives; otherwise only a limit is known."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from regesta.edtf import EdtfError, Value
from regesta.edtf.builders import between, day_of
from regesta.immutable import immutable
from regesta.model.entry import Entry, Voice
from regesta.model.source import PublishedFrom, Source
from regesta.reconcile.anchors import read_on


@immutable(frozen=True, slots=True)
class Spoken:
    """What is known of the time of a voice.

    `when` is the day it spoke, None where no source gives one; then `printed` is when the first of its sources was
    published, None where no source says that either: no later can it have spoken.
    """

    when: Value | None
    printed: Value | None

    @property
    def bounds(self) -> Value | None:
        """Every day on which it may have spoken, None where nothing is known: what voices are ordered by."""
        if self.when is not None or self.printed is None or self.printed.latest is None:
            return self.when
        return _until(self.printed.latest)


@lru_cache(maxsize=65_536)
def _until(day: int) -> Value | None:
    """Any time up to a day: a corpus has a few thousand days on which something was printed."""
    try:
        return between(None, day_of(day))
    except EdtfError:  # a year of five digits limits nothing
        return None


def spoken(voice: Voice, entry: Entry, sources: Mapping[str, Source], publishers: Mapping[str, str]) -> Spoken:
    """The time of a voice: its `on` as its first citation means it, else of a publisher in its own pages their date.

    Neither the day of the event nor the day that a citation states is ever taken for it: who answers an event speaks
    later, and one report carries the words of several people. `publishers` names the publisher of each source.
    """
    cited = [one for key in dict.fromkeys((*voice.cites, *(said.cite for said in voice.words)))
             if (one := _source(entry, key, sources)) is not None]  # fmt: skip
    if voice.on is not None:
        when = read_on(voice.on, cited[0] if cited else None)[0].value
        if when is not None:
            return Spoken(when, None)
    dated = [
        (latest, one)
        for one in cited
        if one.published is not None
        and one.published_from is not PublishedFrom.INFERRED
        and (latest := one.published.latest) is not None
    ]
    # A publisher that speaks in its own pages speaks when they appear.
    own = [pair for pair in dated if voice.by.publisher is not None and publishers[pair[1].id] == voice.by.publisher]
    found = min(own or dated, key=lambda pair: pair[0], default=None)
    if found is None:
        return Spoken(None, None)
    return Spoken(found[1].published, None) if own else Spoken(None, found[1].published)


def _source(entry: Entry, key: str, sources: Mapping[str, Source]) -> Source | None:
    citation = entry.citations.get(key)
    return None if citation is None else citation.inline or sources.get(citation.ref or "")
