"""Everything that people write in sentences, with where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from regesta.model.authority import Actor, Place, Publisher
from regesta.model.entry import Entry
from regesta.model.marks import Mark
from regesta.model.source import Source
from regesta.rules.survey import Marked, Survey, spot


class Prose(NamedTuple):
    """A text of a record, in the field `field` of the record or of the item of it that stands at `item`.

    In `marked_up` texts emphasis, links and code are read; `reasoned` ones must say something in a sentence. A tuple,
    since a corpus holds a hundred thousand and several rules look at each.
    """

    what: str
    text: str
    record: Marked
    field: str
    item: Mark | None = None
    marked_up: bool = True
    reasoned: bool = False
    quoted: bool = False

    def mark(self, survey: Survey) -> Mark:
        """Where the text stands."""
        if self.item is None:
            return spot(self.record, self.field)
        return survey.inside(self.record, self.item, self.field) if self.field else self.item


def prose(survey: Survey) -> Iterator[Prose]:
    """All of it, entries first."""
    corpus = survey.corpus
    for entry in corpus.entries.values():
        yield from _of_entry(entry)
    for timeline in corpus.timelines.values():
        if timeline.summary:
            yield Prose("summary", timeline.summary, timeline, "summary")
    for topic in corpus.topics.values():
        if topic.introduction:
            yield Prose("introduction", topic.introduction, topic, "introduction", reasoned=True)
    for actor in corpus.actors.values():
        yield from _note(actor)
    for place in corpus.places.values():
        yield from _note(place)
    for publisher in corpus.publishers.values():
        yield from _note(publisher)
    for source in corpus.sources.values():
        # The note of one that is written in place is that of its citation.
        if source.entry is None:
            yield from _note(source)
    for tombstone in corpus.tombstones.values():
        yield Prose("reason", tombstone.why, tombstone, "why", reasoned=True)


def _note(record: Actor | Place | Publisher | Source) -> Iterator[Prose]:
    if record.note:
        yield Prose("note", record.note, record, "note")


def _of_entry(entry: Entry) -> Iterator[Prose]:
    yield Prose("title", entry.title, entry, "title", marked_up=False)
    if entry.summary:
        yield Prose("summary", entry.summary, entry, "summary", reasoned=True)
    for mention in (*entry.actors, *entry.places):
        if mention.note:
            yield Prose("note", mention.note, entry, "note", mention.mark)
    for citation in entry.citations.values():
        if citation.note:
            yield Prose("note", citation.note, entry, f"cite.{citation.key}.note")
        for remark in citation.readings:
            yield Prose("reading", remark.says, entry, "says", remark.mark, marked_up=False, quoted=True)
    for key, claim in entry.claims.items():
        if claim.says:
            yield Prose("proposition", claim.says, entry, f"claims.{key}.says", marked_up=False)
        for voice in claim.voices:
            if voice.note:
                yield Prose("note", voice.note, entry, "note", voice.mark)
            for words in voice.words:
                yield Prose("quotation", words.text, entry, "text", words.mark, marked_up=False, quoted=True)
    for figure in entry.figures.values():
        for value in figure.values:
            if value.note:
                yield Prose("note", value.note, entry, "note", value.mark)
    for number, judgement in enumerate(entry.judgements):
        yield Prose("reason", judgement.why, entry, f"judgements[{number}].why", reasoned=True)
    for number, change in enumerate(entry.history):
        yield Prose("note", change.note, entry, f"history[{number}].note", reasoned=True)
