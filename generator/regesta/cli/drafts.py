"""New records: an id, a file, its text, and what the check says of it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from regesta import report
from regesta.cli.data import compiled, naming
from regesta.cli.terminal import coloured, say
from regesta.compile import Outcome, compile_timelines
from regesta.edit import Plain, written
from regesta.edtf import civil, parse
from regesta.immutable import immutable
from regesta.load.places import AUTHORITY
from regesta.model.dates import Reading
from regesta.model.diagnostics import Severity
from regesta.model.ids import DEVICES, LONGEST, as_id, is_id
from regesta.model.kinds import Kind
from regesta.normalise.phrases import read
from regesta.normalise.urls import AddressError, address_key, host_of
from regesta.reconcile.anchors import anchor_of


@immutable(frozen=True, slots=True)
class Made:
    """A record to be written: its kind, its id, the folder for its file, and its fields."""

    kind: Kind
    id: str
    folder: Path
    fields: dict[str, Plain]

    @property
    def file(self) -> Path:
        """Where it is written. A timeline's folder has its name, and the file in it always the same."""
        return self.folder / ("timeline.yml" if self.kind is Kind.TIMELINE else f"{self.id}.yml")


@immutable(frozen=True, slots=True)
class Draft:
    """The data that a new record joins. `timeline` is empty for a record of `authority/`."""

    folder: Path
    outcome: Outcome
    timeline: str

    @classmethod
    def begin(cls, folder: Path, timeline: str | None, *, authority: bool = False) -> Draft:
        """Read the data, and find the one timeline meant. Raises UsageError where that is not clear."""
        outcome = compiled(folder)
        if authority:
            return cls(folder, outcome, "")
        known = list(outcome.corpus.timelines)
        if timeline is None and len(known) == 1:
            timeline = known[0]
        if timeline not in known:
            if not known:
                raise click.UsageError(f"There is no timeline in {folder} yet. Begin one: regesta new timeline")
            raise click.UsageError(f"Say which timeline: --timeline ID. There is {', '.join(known)} in {folder}.")
        return cls(folder, outcome, timeline)

    @classmethod
    def of_timeline(cls, folder: Path) -> Draft:
        """The data that a new timeline joins: none yet, where there is no folder."""
        return cls(folder, compiled(folder) if folder.exists() else compile_timelines(folder), "")

    @property
    def types(self) -> list[str]:
        """The types of entry that the timeline knows."""
        return list(self.outcome.corpus.timelines[self.timeline].types)

    def free_id(self, kind: Kind, wanted: str | None, name: str) -> str:
        """The id asked for, or one made from a name; refused where a record has it already."""
        record_id = wanted or as_id(name)
        if not record_id:
            raise click.UsageError(f"No id can be made from “{name}”. Choose one: --id ID")
        if not is_id(record_id):
            raise click.UsageError(
                f"“{record_id}” is no id: use lower-case letters a–z, digits and single hyphens, at most {LONGEST}"
                + (", and no name of a device." if record_id in DEVICES else ".")
            )
        corpus = self.outcome.corpus
        taken = (kind, record_id) in corpus.tombstones or (kind, record_id) in corpus.refused
        if taken or corpus.has(kind, record_id):
            raise click.UsageError(f"There is {kind.one} `{record_id}` already. Choose another id: --id ID")
        return record_id

    def finish(self, made: Made) -> int:
        """Write the file, check it, and say what came of it: 0 when it is in order, 1 when it must be mended."""
        file = made.file
        try:
            made.folder.mkdir(parents=True, exist_ok=True)
            with file.open("x", encoding="utf-8", newline="\n") as stream:
                stream.write(written(made.fields))
        except FileExistsError as error:
            raise click.UsageError(
                f"{error.filename} exists already, and is left as it is. Choose another id: --id ID"
            ) from error
        except OSError as error:
            where = os.fsdecode(error.filename) if error.filename else str(file)
            raise click.FileError(where, error.strerror or "it cannot be written") from error
        say(f"Wrote {file}")
        outcome = compiled(self.folder)
        found = [one for one in outcome.diagnostics if Path(one.mark.path) == file]
        if found:
            say("\n" + report.text(found, outcome.texts, colour=coloured(sys.stdout)).rstrip("\n"))
        if any(one.severity is Severity.ERROR for one in found):
            say(f"\nMend the file, then run: regesta check{naming(self.folder)}")
            return 1
        return 0


def _year_folder(below: Path, reading: Reading) -> Path | None:
    """The sub-folder of the year that a date begins in, for order among many files; None where no one year is read."""
    meanings = reading.candidates if reading.value is None else (reading.value,)
    days = [each.earliest for each in meanings]
    years = {civil(day)[0] if day is not None else None for day in days}
    year = years.pop() if len(years) == 1 else None
    return None if year is None else below / f"{year:04d}"


def _undated_folder(below: Path) -> Path:
    """The folder for entries of no date: one of its own, where those of other entries are named after years."""
    parted = below.is_dir() and any(re.fullmatch("undated|-?[0-9]{4,}", each.name) for each in below.iterdir())
    return below / "undated" if parted else below


def _key(url: str) -> str:
    """A local key for a citation: the first part of its host."""
    try:
        host = host_of(url)
    except AddressError:
        return "source"
    return as_id(host.split(".")[0])[:20] or "source"


def entry_draft(
    draft: Draft,
    record_id: str | None,
    title: str,
    kind: str,
    date: str | None,
    url: str | None,
    source: str | None,
    published: str | None,
    stated: str | None,
    summary: str | None,
) -> Made:
    """An entry with one citation; a page that has a record of its own is cited by it."""
    known = _source_at(draft, url) if url is not None else None
    cited: dict[str, Plain] = {"source": source or known or ""} if source or known else {"url": url or ""}
    if stated:
        cited["stated"] = stated
    if published and "url" in cited:
        cited["published"] = published
    fields: dict[str, Plain] = {"title": title, "type": kind}
    if date:
        fields["date"] = date
    if summary:
        fields["summary"] = summary
    fields["cite"] = {_key(url) if url is not None else as_id(source or "")[:20] or "source": cited}
    below = draft.folder / draft.timeline / Kind.ENTRY.value
    anchor = parse(published) if published else None
    if "source" in cited:
        anchor, _ = anchor_of(draft.outcome.corpus.sources.get(str(cited["source"])))
    # When a page was published is no date of what it tells: it only shows what the words of the page mean.
    reading = read(date).anchored(None) if date else read(stated).anchored(anchor) if stated else None
    folder = _year_folder(below, reading) if reading is not None else None
    return Made(Kind.ENTRY, draft.free_id(Kind.ENTRY, record_id, title), folder or _undated_folder(below), fields)


def _source_at(draft: Draft, url: str) -> str | None:
    """The id of the source that has this address already."""
    for source in draft.outcome.corpus.sources.values():
        if source.entry is None and address_key(source.url) == address_key(url):
            say(f"That page has a record: it is cited as `{source.id}`.", to_stderr=True)
            return source.id
    return None


def source_draft(
    draft: Draft,
    record_id: str | None,
    url: str,
    title: str | None,
    published: str | None,
    publisher: str | None,
    language: str | None,
) -> Made:
    """A source; its id is made from host, date and title."""
    name = " ".join(filter(None, (_key(url), published, title or "page")))
    optional = {"title": title, "publisher": publisher, "published": published, "language": language}
    fields: dict[str, Plain] = {"url": url, **{field: text for field, text in optional.items() if text}}
    below = draft.folder / draft.timeline / Kind.SOURCE.value
    folder = _year_folder(below, read(published).anchored(None)) if published else None
    return Made(Kind.SOURCE, draft.free_id(Kind.SOURCE, record_id, name), folder or below, fields)


def timeline_draft(draft: Draft, record_id: str | None, title: str, scope: str, types: Sequence[str]) -> Made:
    """A timeline with the types that its entries may have."""
    made_id = draft.free_id(Kind.TIMELINE, record_id, title)
    if made_id == AUTHORITY:
        raise click.UsageError(f"`{AUTHORITY}` is the folder that timelines share. Choose another id: --id ID")
    words: dict[str, Plain] = {}
    for each in types:
        word = as_id(each)
        if not word:
            raise click.UsageError(f"No id can be made from “{each}”. Write it in Latin letters: --type WORD")
        words[word] = each[:1].upper() + each[1:]
    fields: dict[str, Plain] = {"title": title, "scope": scope, "vocabularies": {"type": words}}
    return Made(Kind.TIMELINE, made_id, draft.folder / made_id, fields)


def actor_draft(
    draft: Draft, record_id: str | None, name: str, kind: str, member_of: str | None, wikidata: str | None
) -> Made:
    """An actor of the authority files."""
    fields: dict[str, Plain] = {"name": name, "kind": kind}
    if member_of:
        fields["member_of"] = [member_of]
    if wikidata:
        fields["wikidata"] = wikidata
    return Made(Kind.ACTOR, draft.free_id(Kind.ACTOR, record_id, name), _authority(draft, Kind.ACTOR), fields)


def place_draft(
    draft: Draft,
    record_id: str | None,
    name: str,
    kind: str,
    within: str | None,
    position: str | None,
    wikidata: str | None,
) -> Made:
    """A place of the authority files."""
    fields: dict[str, Plain] = {"name": name, "kind": kind}
    if position:
        fields["at"] = degrees(position)
    if wikidata:
        fields["wikidata"] = wikidata
    if within:
        fields["within"] = within
    return Made(Kind.PLACE, draft.free_id(Kind.PLACE, record_id, name), _authority(draft, Kind.PLACE), fields)


def publisher_draft(
    draft: Draft,
    record_id: str | None,
    name: str,
    country: str | None,
    owner: str | None,
    party: str | None,
    domains: Sequence[str],
) -> Made:
    """A publisher of the authority files."""
    optional = {"country": country, "owner": owner, "party": party}
    fields: dict[str, Plain] = {"name": name, **{field: text for field, text in optional.items() if text}}
    if domains:
        fields["domains"] = list(domains)
    made_id = draft.free_id(Kind.PUBLISHER, record_id, name)
    return Made(Kind.PUBLISHER, made_id, _authority(draft, Kind.PUBLISHER), fields)


def topic_draft(draft: Draft, record_id: str | None, title: str, introduction: str | None) -> Made:
    """A topic of the authority files."""
    fields: dict[str, Plain] = {"title": title}
    if introduction:
        fields["introduction"] = introduction
    return Made(Kind.TOPIC, draft.free_id(Kind.TOPIC, record_id, title), _authority(draft, Kind.TOPIC), fields)


def degrees(position: str) -> list[str]:
    """The parts of a position, "51.05, 35.17"."""
    return [part.strip() for part in position.split(",")]


def _authority(draft: Draft, kind: Kind) -> Path:
    return draft.folder / "authority" / kind.value
