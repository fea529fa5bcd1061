"""The kinds of record, each named as in a reference (`actors/donald-trump`)."""

from __future__ import annotations

from regesta.model.words import Word


class Kind(Word):
    """A kind of record; the value is its folder, its part of an address and the first half of a reference."""

    TIMELINE = "timelines"
    ENTRY = "entries"
    SOURCE = "sources"
    ACTOR = "actors"
    PLACE = "places"
    PUBLISHER = "publishers"
    TOPIC = "topics"

    @property
    def noun(self) -> str:
        """The kind in a sentence: "entry", "source"."""
        return _NOUNS[self]

    @property
    def one(self) -> str:
        """The kind with its article: "an entry", "a source"."""
        return f"{'an' if self.noun[0] in 'aeiou' else 'a'} {self.noun}"


_NOUNS = {
    Kind.TIMELINE: "timeline",
    Kind.ENTRY: "entry",
    Kind.SOURCE: "source",
    Kind.ACTOR: "actor",
    Kind.PLACE: "place",
    Kind.PUBLISHER: "publisher",
    Kind.TOPIC: "topic",
}
