"""The pages that explain: search results, the data, the rules; and what stands where a record was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markupsafe import Markup

from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.model.tombstone import Tombstone
from regesta.normalise.markup import plain_text, render_inline
from regesta.pages import dates, wording
from regesta.pages.addresses import DATA, DISPUTES, ENTRIES, RULES, SEARCH, TIMELINE, page_path
from regesta.pages.edition import Edition
from regesta.pages.facts import RuleNote
from regesta.pages.indexes import TEXTS

ENTRANCES = (
    (TIMELINE, "Timeline", "year by year, with what mattered most"),
    (ENTRIES, "All entries", "in order of time, a line each"),
    (f"{Kind.ACTOR}/", "Actors", "people, states and bodies"),
    (f"{Kind.PLACE}/", "Places", "where it happened"),
    (f"{Kind.TOPIC}/", "Topics", "subjects that entries share"),
    (f"{Kind.SOURCE}/", "Sources", "reports and documents, with what each says"),
    (f"{Kind.PUBLISHER}/", "Publishers", "who stands behind the sources"),
    (DISPUTES, "Disputes", "contested claims, contradictory dates, disagreeing figures"),
)
"""The ways into the work: path, name, what is there."""

REFERENCES = (
    (DATA, "Data", "the whole work as files: JSON, schemas, licence"),
    (RULES, "Rules", "the checks that every record passes first"),
)
"""The pages that explain the work itself: path, name, what is there."""


def search_page(edition: Edition) -> Page:
    """The page of search results. The search's own script fills it; without scripts it leads to the indexes."""
    return edition.page(
        "search.html",
        SEARCH,
        title="Search",
        description="Search entries, actors, places, topics, sources and quotations by word, name or date.",
        section="search",
        noindex=True,
        scripts=("assets/regesta/search.js",),
        entrances=ENTRANCES,
    )


def data_page(edition: Edition) -> Page:
    """What there is for machines, and under which licence."""
    corpus = edition.corpus
    licences = sorted({timeline.licence for timeline in corpus.timelines.values() if timeline.licence})
    first = next(iter(corpus.entries), None)
    return edition.page(
        "data.html",
        DATA,
        title="Data",
        description="The whole work as data: JSON of every entry, source, actor and place, with schemas.",
        section="data",
        toc=[
            Heading("files", "Files"),
            Heading("record", "One entry"),
            Heading("licence", "Licence and citation"),
        ],
        licences=licences,
        example=None if first is None else f"{_RECORDS}{first}.json",
    )


def folder_pages(edition: Edition) -> Iterator[Page]:
    """What answers at the folders of the files for programs, for whoever shortens an address to look around."""
    files = [one.path for one in edition.facts.downloads]
    if not files:
        return
    first = next(iter(edition.corpus.entries), None)
    if first is not None:
        files.append(f"{_RECORDS}{first}.json")
    parts = [path.split("/")[:-1] for path in files]
    folders = sorted({"/".join(part[: end + 1]) + "/" for part in parts for end in range(len(part))})
    for folder in folders:
        yield edition.page(
            "folder.html",
            folder,
            title=f"Files in {folder}",
            description=f"The files for programs under {folder}, and where they are explained.",
            section="data",
            noindex=True,
            folder=folder,
            files=[one for one in edition.facts.downloads if one.path.startswith(folder)],
            example=f"{_RECORDS}{first}.json" if folder == _RECORDS else None,
            data=DATA,
        )


_RECORDS = f"api/v1/{Kind.ENTRY}/"
"""The folder of the entries' own files."""


def tombstone_pages(edition: Edition) -> Iterator[Page]:
    """What stands at the address of a record that is gone: why, and where to go on."""
    for (kind, record_id), stone in edition.corpus.tombstones.items():
        if kind is not Kind.TIMELINE and not edition.corpus.has(kind, record_id):
            yield _tombstone(edition, kind, stone)


def _tombstone(edition: Edition, kind: Kind, stone: Tombstone) -> Page:
    links = edition.links(2)
    day = stone.on.earliest is not None and stone.on.earliest == stone.on.latest
    gone = Markup("{} {} {}").format(wording.GONE[stone.gone], "on" if day else "in", dates.marked(stone.on))
    return edition.page(
        "tombstone.html",
        page_path(kind, stone.id),
        title=f"{stone.id} ({kind.noun}, gone)",
        description=f"The {kind.noun} “{stone.id}” {gone.striptags()}. {plain_text(stone.why)}",
        section="timeline" if kind is Kind.ENTRY else kind.value,
        edit_path=stone.path,
        noindex=True,
        stone=stone,
        noun=kind.noun,
        gone=gone,
        into=[links.ref(kind, record_id) for record_id in stone.into],
        index=links.href(f"{kind}/"),
        index_title="All entries" if kind is Kind.ENTRY else TEXTS[kind].title,
    )


def rule_pages(edition: Edition) -> Iterator[Page]:
    """The reference of the checks: one page of all, one page each. None where the build gives no rules."""
    rules = edition.facts.rules
    if not rules:
        return
    families: dict[str, list[RuleNote]] = {}
    for rule in rules:
        families.setdefault(rule.family, []).append(rule)
    yield edition.page(
        "rules.html",
        RULES,
        title="Rules",
        description=f"The {len(rules)} checks that every record passes first, each with its reason and examples.",
        section="rules",
        toc=[Heading(f"family-{_slug(family)}", wording.upper_first(family)) for family in families],
        families=[
            (f"family-{_slug(family)}", wording.upper_first(family), found) for family, found in families.items()
        ],
        rule_path=rule_path,
    )
    for rule in rules:
        yield edition.page(
            "rule.html",
            rule_path(rule.code),
            title=f"{rule.code}: {plain_text(rule.title)}",
            description=plain_text(f"{rule.code} ({rule.severity}): {rule.title}. {rule.about}"),
            section="rules",
            toc=[Heading(_slug(section.title), section.title) for section in rule.sections],
            rule=rule,
            prose=prose,
            slug=_slug,
            rules_path=RULES,
        )


def rule_path(code: str) -> str:
    """The page of one rule."""
    return f"{RULES}{code}/"


def _slug(title: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def prose(text: str) -> Markup:
    """Paragraphs and bullet lists of the inline subset of Markdown, as HTML."""
    made = Markup("")
    for block in re.split(r"\n\s*\n", text.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if not lines:
            continue
        if all(line.startswith(("- ", "* ")) for line in lines if not line.startswith("  ")):
            items = Markup("").join(Markup("<li>{}</li>").format(Markup(render_inline(line[2:]))) for line in lines)
            made += Markup("<ul>{}</ul>").format(items)
        else:
            made += Markup("<p>{}</p>").format(Markup(render_inline(" ".join(lines))))
    return made
