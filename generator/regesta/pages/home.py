"""The home page: what this work is and for whom, how large, what is disputed, how to read it, where to begin."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from regesta.edtf import Precision
from regesta.immutable import immutable
from regesta.model.conclusions import Agreement, ClaimState, MomentAgreement
from regesta.model.dates import EVENT
from regesta.model.entry import Entry, Significance
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.normalise.markup import plain_text
from regesta.pages import dates, wording
from regesta.pages.addresses import DISPUTES, ENTRIES, HOME, TIMELINE
from regesta.pages.disputes import ClaimInShort, claim_in_short, disputes, figure_in_short
from regesta.pages.edition import Edition
from regesta.pages.reference import ENTRANCES
from regesta.pages.timeline import row, year_chart

MAJOR, BUSY = 6, 8
CLAIMS, DATES, FIGURES = 4, 2, 2
"""How many disputes of each kind stand on the home page at most."""


@immutable(frozen=True, slots=True)
class DateLesson:
    """One way a date can be known, with an entry that shows it."""

    date: Markup
    meaning: str
    entry: Markup


@immutable(frozen=True, slots=True)
class DateDispute:
    """A date on which sources contradict each other: of which entry, and of which moment where not of the event."""

    entry: Markup
    moment: str
    sides: tuple[str, ...]


def home_page(edition: Edition) -> Page:
    """The front of the work."""
    corpus = edition.corpus
    links = edition.links(0)
    timelines = list(corpus.timelines.values())
    first = timelines[0] if timelines else None
    title = first.title if first is not None and len(timelines) == 1 else edition.facts.site_name
    found = disputes(edition)
    claims = [state for _, dispute in found for state in dispute.claims]
    major = [entry for entry in corpus.entries.values() if entry.significance is Significance.MAJOR]
    latest = (major or list(corpus.entries.values()))[-MAJOR:][::-1]
    events = "Major events, latest first" if major else "Events, latest first"
    shown = lessons(edition)
    counts = (
        (len(corpus.entries), "entry", "entries", ENTRIES),
        (len(corpus.sources), "source", "sources", "sources/"),
        (len(corpus.actors), "actor", "actors", "actors/"),
        (len(claims), "contested claim", "contested claims", DISPUTES),
        (sum(len(dispute.moments) for _, dispute in found), "contradictory date", "contradictory dates", DISPUTES),
        (sum(len(dispute.figures) for _, dispute in found), "disagreeing figure", "disagreeing figures", DISPUTES),
    )
    busy_actors = sorted(corpus.actors, key=lambda one: (-len(edition.uses.actors.get(one, ())), one))[:BUSY]
    busy_topics = sorted(corpus.topics, key=lambda one: (-len(edition.uses.topics.get(one, ())), one))[:BUSY]
    summary = plain_text(first.summary) if first is not None and first.summary else ""
    return edition.page(
        "home.html",
        HOME,
        # The theme adds the name of the site.
        title="Home" if title == edition.facts.site_name else title,
        description=summary
        or f"{title}: {counts[0][0]:,} entries, dated as their sources date them, with both sides of claims.",
        section="",
        toc=[
            *([Heading("events", events)] if latest else []),
            *([Heading("disputed", "What is disputed")] if found else []),
            *([Heading("reading", "How to read a date")] if shown else []),
            Heading("begin", "Where to begin"),
            Heading("for-whom", "For whom"),
        ],
        title_text=title,
        timelines=[(timeline, dates.marked(timeline.scope)) for timeline in timelines],
        single=first if len(timelines) == 1 else None,
        counts=[
            (number, one if number == 1 else many, links.href(where)) for number, one, many, where in counts if number
        ],
        chart=year_chart(edition, 0),
        latest=[row(edition, entry.id, 0) for entry in latest],
        disputed=_chosen(edition, claims),
        disputed_dates=[
            _date_dispute(edition, entry, moment) for entry, dispute in reversed(found) for moment in dispute.moments
        ][:DATES],
        disputed_figures=[
            (links.entry(entry), figure_in_short(edition, state, 0))
            for entry, dispute in reversed(found)
            for state in dispute.figures
        ][:FIGURES],
        disputes_href=links.href(DISPUTES),
        lessons=shown,
        events=events,
        timeline_href=links.href(TIMELINE),
        entrances=ENTRANCES,
        actors=[links.actor(one) for one in busy_actors],
        topics=[links.topic(one) for one in busy_topics],
    )


def _chosen(edition: Edition, claims: Sequence[ClaimState]) -> list[ClaimInShort]:
    """A few contested claims, one an entry: those between parties first, then of major entries, then the latest."""
    entries = edition.corpus.entries

    def rank(state: ClaimState) -> tuple[bool, bool]:
        sides = (state.supporters, state.opponents)
        between = all(any(":" not in party for party in side) for side in sides)
        return not between, entries[state.entry].significance is not Significance.MAJOR

    ranked = list(reversed(claims))
    ranked.sort(key=rank)
    chosen: dict[str, ClaimState] = {}
    for state in ranked:
        chosen.setdefault(state.entry, state)
    return [claim_in_short(edition, state, 0) for state in list(chosen.values())[:CLAIMS]]


def _date_dispute(edition: Edition, entry: str, found: MomentAgreement) -> DateDispute:
    values = dict.fromkeys(
        dates.words(witness.value) for witness in found.witnesses if witness.votes and witness.value is not None
    )
    moment = "" if found.moment == EVENT else wording.moment(found.moment)
    return DateDispute(edition.links(0).entry(entry), moment, tuple(values))


def lessons(edition: Edition) -> list[DateLesson]:
    """The ways dates are known, each by the first entry of the corpus that shows it; major entries are preferred."""
    ordered = sorted(edition.corpus.entries.values(), key=lambda entry: entry.significance is not Significance.MAJOR)
    wanted = list(_LESSONS)
    made: list[DateLesson] = []
    for meaning, shows in wanted:
        entry = next((one for one in ordered if shows(edition, one)), None)
        if entry is not None:
            made.append(DateLesson(edition.date(entry.id), meaning, edition.links(0).ref(Kind.ENTRY, entry.id)))
    return made


def _precise(edition: Edition, entry: Entry) -> bool:
    value = edition.corpus.conclusions[entry.id].effective
    return (
        value is not None
        and not value.is_span
        and not value.approximate
        and not value.uncertain
        and value.earliest == value.latest
    )


def _coarse(edition: Edition, entry: Entry) -> bool:
    concluded = edition.corpus.conclusions[entry.id]
    value = concluded.effective
    return (
        value is not None
        and not value.is_span
        and value.precision >= Precision.MONTH
        and not value.approximate
        and concluded.agreement is not Agreement.CONTRADICTORY
    )


def _lasting(edition: Edition, entry: Entry) -> bool:
    value = edition.corpus.conclusions[entry.id].effective
    return (
        value is not None
        and value.is_span
        and edition.corpus.conclusions[entry.id].agreement is not Agreement.CONTRADICTORY
    )


def _about(edition: Edition, entry: Entry) -> bool:
    value = edition.corpus.conclusions[entry.id].effective
    return value is not None and value.approximate


def _inferred(edition: Edition, entry: Entry) -> bool:
    return edition.corpus.conclusions[entry.id].agreement is Agreement.OVERLAP


def _contradicted(edition: Edition, entry: Entry) -> bool:
    return edition.corpus.conclusions[entry.id].agreement is Agreement.CONTRADICTORY


_LESSONS = (
    ("The day is known.", _precise),
    ("Only the month, season or year is known; nothing finer is made up.", _coarse),
    ("It lasted from one date to another.", _lasting),
    ("The sources themselves say “about”.", _about),
    ("No source states this date; it is what all of them together leave.", _inferred),
    ("The sources contradict each other; the entry shows who says what.", _contradicted),
)
