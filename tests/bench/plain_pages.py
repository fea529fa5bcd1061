"""The same entries as plain Markdown pages, for MkDocs + Material as it comes.

Each page says what our page of the entry says: title, date, summary, who and where, the claims with their voices and
words, figures, what each source says of the date, the sources in full, related and neighbouring entries, how to
cite it. No navigation lists the pages, which would cost it more than all the rest; the one plug-in is the search that
MkDocs has by default, as our site has one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import cast

import yaml

from tests.bench.entries import Generated, Record

CONFIG: Mapping[str, object] = {
    "site_name": "A generated chronology",
    "site_url": "https://regesta.example/",
    "docs_dir": "content",
    "site_dir": "site",
    "theme": {"name": "material", "font": False},
    "plugins": ["search"],
    "nav": [{"Home": "index.md"}],
    "not_in_nav": "/entries/",
    # Those of our own configuration that the pages need.
    "markdown_extensions": [{"toc": {"toc_depth": "2-3"}}, "tables", "attr_list", "fenced_code"],
}


def write(folder: Path, made: Generated) -> Path:
    """Write a project of MkDocs with a page for each entry; returns its configuration."""
    pages = folder / "content" / "entries"
    pages.mkdir(parents=True)
    (folder / "content" / "index.md").write_text("# A generated chronology\n", encoding="utf-8")
    book = _Book(made)
    ids = list(made.entries)
    for number, entry_id in enumerate(ids):
        near = [("Earlier", ids[number - 1])] if number else []
        near += [("Later", ids[number + 1])] if number + 1 < len(ids) else []
        (pages / f"{entry_id}.md").write_text("\n".join(book.page(entry_id, near)), encoding="utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(yaml.safe_dump(dict(CONFIG), allow_unicode=True), encoding="utf-8")
    return config


class _Book:
    """Writes pages, and knows what the records are called."""

    def __init__(self, made: Generated) -> None:
        self._made = made
        self._names = {
            Path(path).stem: str(record.get("name") or record.get("title")) for path, record in made.files.items()
        }

    def page(self, entry_id: str, near: list[tuple[str, str]]) -> Iterator[str]:
        entry = self._made.entries[entry_id]
        cite = _map(entry, "cite")
        yield f"# {entry['title']}\n"
        yield f"**{entry.get('date') or self._date(cite)}** · {str(entry['type']).capitalize()}\n"
        yield f"{entry['summary']}\n"
        for label, kind in (("Who", "actors"), ("Where", "places"), ("Topics", "topics")):
            if named := [self._name(one) for one in _list(entry, kind)]:
                yield f"**{label}**: {'; '.join(named)}\n"
        yield from self._claims(entry, cite)
        yield from self._figures(entry, cite)
        yield "## What the sources say of the date\n\n| Source | As printed |\n|---|---|"
        for citation in cite.values():
            if stated := cast("Record", citation).get("stated"):
                yield f"| {self._publisher(cast('Record', citation))} | “{stated}” |"
        yield "\n## Sources\n"
        for key, citation in cite.items():
            yield from self._source(key, cast("Record", citation))
        yield from self._related(entry, near)
        yield from self._cite(entry_id, entry)

    def _name(self, value: object) -> str:
        """A record by name, with its role; an unnamed voice as printed."""
        if not isinstance(value, dict):
            return self._names.get(str(value), str(value))
        name = str(value.get("as") or self._names.get(str(value.get("ref")), ""))
        return f"{name} ({value['role']})" if "role" in value else name

    def _claims(self, entry: Record, cite: Record) -> Iterator[str]:
        if not entry.get("claims"):
            return
        yield "## Claims\n"
        for name, value in _map(entry, "claims").items():
            claim = cast("Record", value)
            yield f"### {claim.get('says', name)} {{#claim-{name.replace('/', '-')}}}\n"
            for one in _list(claim, "voices"):
                voice = cast("Record", one)
                by, on = self._name(voice["by"]), voice.get("on", "")
                yield f"**{by}** {voice['stance']} it. {on} {self._at(voice, cite)}\n"
                if "quote" in voice:
                    yield f"> “{voice['quote']}”\n"
                for said in _list(voice, "words"):
                    words = cast("Record", said)
                    yield f"> “{words['text']}”, printed by {self._at(words, cite)}\n"

    def _figures(self, entry: Record, cite: Record) -> Iterator[str]:
        for value in _map(entry, "figures").values():
            figure = cast("Record", value)
            yield f"## {figure['what']}\n\n| Witness | Number | Source |\n|---|---|---|"
            for one in _list(figure, "values"):
                number = cast("Record", one)
                said = number.get("value") or f"{number['low']} to {number['high']}"
                yield f"| {self._name(number['by'])} | {said} {figure['unit']} | {self._at(number, cite)} |"
            yield ""

    def _at(self, value: Record, cite: Record) -> str:
        """A link to the citation that attests something, under its publisher's name."""
        key = str(value["cite"]) if "cite" in value else ""
        return f"[{self._publisher(cast('Record', cite[key]))}](#source-{key})" if key else ""

    def _publisher(self, citation: Record) -> str:
        host = str(self._of(citation)["url"]).split("/")[2]
        return self._names[host.partition(".")[0]]

    def _of(self, citation: Record) -> Record:
        return self._made.sources[str(citation["source"])] if "source" in citation else citation

    def _source(self, key: str, citation: Record) -> Iterator[str]:
        source = self._of(citation)
        yield f"#### {source['title']} {{#source-{key}}}\n"
        by = ", ".join(map(str, _list(source, "authors")))
        kind = f" · {source['kind']}" if "kind" in source else ""
        yield f"{self._publisher(citation)}, {source['published']}{f' · by {by}' if by else ''}{kind}\n"
        archived = f" · [Archived copy]({source['archived']})" if "archived" in source else ""
        seen = f" seen {source['accessed']}" if "accessed" in source else ""
        yield f"[Original at {str(source['url']).split('/')[2]}]({source['url']}){archived}{seen}\n"
        if "locator" in citation:
            yield f"- At {citation['locator']}\n"

    def _related(self, entry: Record, near: list[tuple[str, str]]) -> Iterator[str]:
        yield "## Related entries\n"
        named = [(str(one["as"]), str(one["entry"])) for one in cast("list[Record]", _list(entry, "related"))]
        for label, other in (*named, *near):
            yield f"- {label}: [{self._made.entries[other]['title']}]({other}.md)"

    def _cite(self, entry_id: str, entry: Record) -> Iterator[str]:
        title, address = entry["title"], f"https://regesta.example/entries/{entry_id}/"
        yield f"\n## Cite, correct, reuse\n\n“{title}”. A generated chronology. {address}\n"
        yield f"```\n@misc{{generated-{entry_id},\n  title = {{{title}}},\n  url = {{{address}}},\n}}\n```\n"
        yield f"```\n{{{{cite web |title={title} |url={address} |website=A generated chronology}}}}\n```"

    def _date(self, cite: Record) -> object:
        return next(
            (one["stated"] for one in cast("list[Record]", list(cite.values())) if "stated" in one), "Date unknown"
        )


def _map(record: Record, name: str) -> Record:
    return cast("Record", record.get(name, {}))


def _list(record: Record, name: str) -> list[object]:
    return cast("list[object]", record.get(name, []))
