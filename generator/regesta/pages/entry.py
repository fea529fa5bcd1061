"""The page of an entry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.corpus import Corpus
from regesta.model.entry import Entry, Judgement
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Neighbour, Page
from regesta.normalise.markup import plain_text
from regesta.pages import dates, wording
from regesta.pages.addresses import TIMELINE, UNDATED, Links, month_path, page_path, year_path
from regesta.pages.citing import cite_entry, iso_day, last_change
from regesta.pages.edition import Edition
from regesta.pages.entry_claims import ClaimView, claims
from regesta.pages.entry_dates import MomentView, moments
from regesta.pages.entry_figures import FigureView, figures
from regesta.pages.entry_sources import citations, independent, subject
from regesta.pages.escaping import html, trusted


@immutable(frozen=True, slots=True)
class MentionView:
    """An actor or a place of an entry, with its part in the event."""

    link: Markup
    office: str
    role: str
    note: str | None
    within: Markup | None = None


@immutable(frozen=True, slots=True)
class JudgementView:
    """A decision of the editors."""

    about: Markup
    by: str
    on: Markup
    why: str
    verdict: str


Placed = tuple[Entry | None, Entry, Entry | None]
"""An entry between its neighbours in time."""


def in_reading_order(corpus: Corpus) -> Iterator[Placed]:
    """Every entry between its neighbours in time within its timeline."""
    by_timeline: dict[str, list[Entry]] = {}
    for entry in corpus.entries.values():
        by_timeline.setdefault(entry.timeline, []).append(entry)
    for entries in by_timeline.values():
        yield from zip([None, *entries[:-1]], entries, [*entries[1:], None], strict=True)


def entry_pages(edition: Edition, placed: Iterable[Placed]) -> Iterator[Page]:
    """A page for each entry, linked to its neighbours."""
    for before, entry, after in placed:
        yield _page(edition, entry, before, after)


def _page(edition: Edition, entry: Entry, before: Entry | None, after: Entry | None) -> Page:
    path = page_path(Kind.ENTRY, entry.id)
    links = edition.links(2)
    facts = edition.facts
    concluded = edition.corpus.conclusions[entry.id]
    timeline = edition.timeline(entry)
    when = "" if concluded.effective is None else dates.words(concluded.effective, concluded.modifier)
    corrected = last_change(tuple(change.on for change in entry.history))
    shown_moments, shown_claims, shown_figures = (
        moments(edition, entry),
        claims(edition, entry, links),
        figures(edition, entry, links),
    )
    title = edition.title(Kind.ENTRY, entry.title, when or "undated", entry.id)
    related = _related(edition, entry, links)
    judgements = tuple(_judgement(edition, entry, one, links) for one in entry.judgements)
    work = timeline.title if facts.site_name in timeline.title else f"{timeline.title}. {facts.site_name}"
    return edition.page(
        "entry.html",
        path,
        title=title,
        description=_description(edition, entry, when, title),
        section="timeline",
        toc=_contents(entry, shown_moments, shown_claims, shown_figures, bool(judgements), bool(related)),
        edit_path=entry.path,
        previous=_neighbour(before),
        following=_neighbour(after),
        modified=iso_day(corrected),
        entry=entry,
        concluded=concluded,
        timeline=timeline,
        type_label=timeline.types.get(entry.type, wording.kind_label(entry.type)),
        date=edition.date(entry.id),
        editors={editor.id: editor.name for editor in timeline.editors},
        period=period_link(edition, entry, links),
        moments=shown_moments,
        claims=shown_claims,
        figures=shown_figures,
        citations=citations(edition, entry, links),
        actors=tuple(
            MentionView(
                links.actor(one.ref),
                one.office or edition.offices.on(one.ref, concluded.effective),
                wording.role_label(timeline.roles, one.role),
                one.note,
            )
            for one in entry.actors
        ),
        places=tuple(
            MentionView(
                links.place(one.ref),
                "",
                wording.role_label(timeline.roles, one.role),
                one.note,
                _within(edition, one.ref, links),
            )
            for one in entry.places
        ),
        topics=[links.topic(topic) for topic in entry.topics],
        related=related,
        foreign=[
            links.claim(state.entry, state.claim.id, state.claim.says)
            for state in edition.uses.foreign_voices.get(entry.id, ())
        ],
        judgements=judgements,
        independent=independent(edition, entry, links),
        cite=cite_entry(entry.title, when, work, facts.permalink(path), f"{entry.timeline}-{entry.id}", corrected),
        edit=facts.edit_address(entry.path),
        file=facts.in_repository(entry.path),
        issue=facts.issue_address(entry.title, path, entry.path),
        record=f"api/v1/entries/{entry.id}.json",
    )


def _description(edition: Edition, entry: Entry, when: str, title: str) -> str:
    label = wording.STATUS_LABEL[edition.corpus.conclusions[entry.id].status].lower()
    sources = wording.counted(len(entry.citations), "source")
    body = plain_text(entry.summary) if entry.summary else ""
    lead = f"{when or 'Undated'}: {title}"
    return f"{lead}. {body}" if body else f"{lead}. {wording.upper_first(label)}, {sources}."


def _contents(
    entry: Entry,
    shown_moments: tuple[MomentView, ...],
    shown_claims: tuple[ClaimView, ...],
    shown_figures: tuple[FigureView, ...],
    judged: bool,
    related: bool,
) -> tuple[Heading, ...]:
    made = []
    if shown_claims:
        made.append(
            Heading("claims", "Claims", 2, tuple(Heading(claim.anchor, claim.says, 3) for claim in shown_claims))
        )
    if shown_figures:
        made.append(
            Heading("figures", "Figures", 2, tuple(Heading(figure.anchor, figure.what, 3) for figure in shown_figures))
        )
    if shown_moments:
        made.append(Heading("dates", "What the sources say of the date"))
    made.append(Heading("sources", "Sources"))
    if judged:
        made.append(Heading("judgements", "Editors’ judgements"))
    if related:
        made.append(Heading("related", "Related entries"))
    made.append(Heading("cite", "Cite, correct, reuse"))
    if entry.history:
        made.append(Heading("history", "History of this entry"))
    return tuple(made)


def _neighbour(entry: Entry | None) -> Neighbour | None:
    return None if entry is None else Neighbour(page_path(Kind.ENTRY, entry.id), entry.title)


def _within(edition: Edition, place_id: str, links: Links) -> Markup | None:
    """The parent of a place, only where it is undisputed: a disputed parent never stands bare in a label."""
    place = edition.corpus.places.get(place_id)
    if place is None or len(place.within) != 1 or place.within[0].per is not None:
        return None
    return links.place(place.within[0].place)


def _related(edition: Edition, entry: Entry, links: Links) -> list[tuple[str, list[Markup]]]:
    """Related entries under their relation, both those this entry names and those that name it."""
    grouped: dict[str, dict[str, Markup]] = {}
    for link in entry.related:
        grouped.setdefault(wording.RELATION_OUT[link.relation], {})[link.entry] = links.entry(link.entry)
    for other, relation in edition.uses.related.get(entry.id, ()):
        grouped.setdefault(wording.RELATION_IN[relation], {})[other] = links.entry(other)
    entries = edition.corpus.entries

    def line(other: str, link: Markup) -> Markup:
        when = f" <small>{html(edition.date(other, short=True))}</small>" if other in entries else ""
        return trusted(f"{html(link)}{when}")

    return [(label, [line(other, link) for other, link in found.items()]) for label, found in grouped.items()]


def _judgement(edition: Edition, entry: Entry, judgement: Judgement, links: Links) -> JudgementView:
    editors = {editor.id: editor.name for editor in edition.timeline(entry).editors}
    return JudgementView(
        about=subject(edition, entry, judgement.about, links),
        by=editors.get(judgement.by, judgement.by),
        on=dates.marked(judgement.on),
        why=judgement.why,
        verdict="" if judgement.verdict is None else judgement.verdict.value,
    )


def period_link(edition: Edition, entry: Entry, links: Links) -> tuple[str, str]:
    """Where an entry stands in the timeline: the address of its period's page, and what that is called."""
    value = edition.corpus.conclusions[entry.id].effective
    if value is None:
        return links.href(UNDATED), "Undated entries"
    where = dates.period(value)
    if where.year is None:
        return links.href(UNDATED), "Undated entries"
    if where.year != where.last_year:
        return links.href(TIMELINE) + "#spanning", "Entries of several years"
    year = dates.iso_year(where.year)
    if where.month and edition.calendar.years[where.year].full:
        return links.href(month_path(year, where.month)), dates.month_name(where.year, where.month)
    anchor = f"#month-{where.month:02d}" if where.month else ""
    name = dates.month_name(where.year, where.month) if where.month else dates.year_name(where.year)
    return links.href(year_path(year)) + anchor, name
