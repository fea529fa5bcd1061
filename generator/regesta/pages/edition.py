"""One build's shared state: corpus, facts, address book, concordance, and what is made once and shown often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from regesta.model.corpus import Corpus
from regesta.model.entry import Entry
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Neighbour, Page
from regesta.model.source import Source
from regesta.model.timeline import Timeline
from regesta.pages import dates, wording
from regesta.pages.addresses import AddressBook, Links
from regesta.pages.concordance import Concordance, concordance
from regesta.pages.facts import SiteFacts
from regesta.pages.offices import Offices
from regesta.pages.periods import Calendar, calendar
from regesta.pages.rendering import load, macro
from regesta.reconcile.independence import Outlets


class Edition:
    """The state that all page kinds of one build share. It judges nothing and changes nothing in the corpus."""

    def __init__(self, corpus: Corpus, facts: SiteFacts) -> None:
        self.corpus = corpus
        self.facts = facts
        self.book = AddressBook(corpus)
        self.uses: Concordance = concordance(corpus)
        self.calendar: Calendar = calendar(corpus)
        self.offices = Offices(corpus.actors)
        self.outlets = Outlets(corpus.publishers, corpus.sources)
        self.sources: dict[tuple[str, str], Markup] = {}
        """What `entry_sources.in_short` has made, by root and source."""
        self._links: dict[int, Links] = {}
        self._lines: dict[tuple[int, str], Markup] = {}
        for source in corpus.sources.values():
            name = source.title or self.untitled(source)
            self.book.set_name(Kind.SOURCE, source.id, name)
            if source.entry is None:
                self.uses.titles[Kind.SOURCE, name] += 1
        self._bearers = Counter(name for _, name in self.uses.titles.elements())

    def untitled(self, source: Source) -> str:
        """What to call a source whose title is not known: its publisher and day, or its publisher alone."""
        name = self.publisher_name(source.id)
        return name if source.published is None else f"{name}, {dates.words(source.published)}"

    def publisher_name(self, source_id: str) -> str:
        """The publisher of a source by name; the host where no publisher's record owns it."""
        return self.book.name(Kind.PUBLISHER, self.corpus.publisher_of.get(source_id, source_id))

    def links(self, depth: int) -> Links:
        """The address book as seen from a depth."""
        made = self._links.get(depth)
        if made is None:
            made = self._links[depth] = Links(self.book, depth)
        return made

    def timeline(self, entry: Entry) -> Timeline:
        """The timeline that an entry belongs to."""
        return self.corpus.timelines[entry.timeline]

    def line(self, entry_id: str, depth: int) -> Markup:
        """An entry as lists show it: date, title, type, status. Rendered once a depth."""
        key = (depth, entry_id)
        made = self._lines.get(key)
        if made is None:
            entry, concluded = self.corpus.entries[entry_id], self.corpus.conclusions[entry_id]
            made = self._lines[key] = macro("line")(
                self.links(depth).to(Kind.ENTRY, entry_id),
                entry,
                self.date(entry_id, short=True),
                self.timeline(entry).types.get(entry.type, wording.kind_label(entry.type)),
                concluded,
            )
        return made

    def date(self, entry_id: str, *, short: bool = False) -> Markup:
        """The effective date of an entry."""
        concluded = self.corpus.conclusions[entry_id]
        if concluded.effective is None:
            return Markup("Date unknown")
        return dates.marked(concluded.effective, concluded.modifier, short=short)

    def title(self, kind: Kind, name: str, qualifier: str, record_id: str) -> str:
        """A page title that no other page bears: the name; where another kind has it too, the kind; else the id."""
        if self._bearers[name] <= 1:
            return name
        if self.uses.titles[kind, name] <= 1:
            return f"{name} ({kind.noun})"
        return f"{name} ({qualifier}, {record_id})"

    def page(
        self,
        template: str,
        path: str,
        *,
        title: str,
        description: str,
        section: str,
        toc: Sequence[Heading] = (),
        edit_path: str | None = None,
        previous: Neighbour | None = None,
        following: Neighbour | None = None,
        noindex: bool = False,
        scripts: tuple[str, ...] = (),
        modified: str | None = None,
        **context: object,
    ) -> Page:
        """Render one page from its template; `links`, `edition` and `facts` are always in its context."""
        content = load(template).render(
            links=self.links(path.count("/")), edition=self, facts=self.facts, corpus=self.corpus, path=path, **context
        )
        return Page(
            path=path,
            title=title,
            description=shortened(description),
            content=content,
            section=section,
            toc=tuple(toc),
            edit_path=self.facts.in_repository(edit_path),
            previous=previous,
            next=following,
            noindex=noindex,
            scripts=scripts,
            modified=modified,
        )


def shortened(text: str, width: int = 160) -> str:
    """Plain text on one line, cut at a word where it is too long for a description."""
    line = " ".join(text.split())
    if len(line) <= width:
        return line
    return line[: width - 1].rsplit(" ", 1)[0].rstrip(",;:–—- ") + "…"
