"""`regesta stats`: what the data hold, in numbers."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from regesta.cli.data import compiled, timelines_option
from regesta.cli.terminal import say
from regesta.edtf import civil
from regesta.model.corpus import Corpus
from regesta.model.entry import Entry
from regesta.report.cells import safe, width

Table = Mapping[str, int]


@click.command("stats", short_help="Count what the data hold.")
@timelines_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object, for programs.")
def command(folder: Path, as_json: bool) -> None:
    """Count what the data hold: records, years, types, agreement of sources, contested claims.

    \b
    Example:
      regesta stats --json
    """
    tables = figures(compiled(folder).corpus)
    say(json.dumps(tables, indent=2) if as_json else "\n\n".join(_shown(title, each) for title, each in tables.items()))


def figures(corpus: Corpus) -> dict[str, Table]:
    """The tables, by title. Of years, an entry counts in that of its first possible day."""
    entries = list(corpus.entries.values())
    conclusions = [corpus.conclusions[entry.id] for entry in entries]
    claims = [state for each in conclusions for state in each.claims.values()]
    quotations = sum(len(voice.words) for entry in entries for claim in entry.claims.values() for voice in claim.voices)
    return {
        "records": {
            "timelines": len(corpus.timelines),
            "entries": len(entries),
            "sources": len(corpus.sources),
            "citations": sum(len(entry.citations) for entry in entries),
            "claims": len(claims),
            "quotations": quotations,
            "figures": sum(len(entry.figures) for entry in entries),
            "judgements": sum(len(entry.judgements) for entry in entries),
            "actors": len(corpus.actors),
            "places": len(corpus.places),
            "publishers": len(corpus.publishers),
            "topics": len(corpus.topics),
            "tombstones": len(corpus.tombstones),
        },
        "years": _sorted(_year(corpus, entry) for entry in entries),
        "types": _counted(entry.type for entry in entries),
        "agreement of sources on the date": _counted(each.agreement.value for each in conclusions),
        "status": _counted(each.status.value for each in conclusions),
        "claims": _counted(state.standing.value for state in claims),
    }


def _year(corpus: Corpus, entry: Entry) -> str:
    when = corpus.conclusions[entry.id].effective
    day = None if when is None else when.earliest if when.earliest is not None else when.latest
    return "undated" if day is None else str(civil(day)[0])


def _counted(words: Iterable[str]) -> Table:
    return dict(sorted(Counter(words).items(), key=lambda pair: (-pair[1], pair[0])))


def _sorted(words: Iterable[str]) -> Table:
    return dict(sorted(Counter(words).items()))


def _shown(title: str, table: Table) -> str:
    broadest = max((width(safe(name)) for name in table), default=0)
    lines = [f"  {safe(name)}{' ' * (broadest - width(safe(name)))}  {number:>6,}" for name, number in table.items()]
    return "\n".join([title.capitalize(), *(lines or ["  none"])])
