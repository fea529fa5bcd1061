"""A voice as the pages show it: who speaks, in what office, in which words, by which source."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup, escape

from regesta.model.conclusions import PlacedVoice
from regesta.model.entry import Speaker, Words
from regesta.model.kinds import Kind
from regesta.pages import dates, wording
from regesta.pages.addresses import Links, source_anchor
from regesta.pages.edition import Edition
from regesta.pages.offices import offices_on


@dataclass(frozen=True, slots=True)
class WordsView:
    """An utterance as one source prints it."""

    text: str
    language: str | None
    original: bool
    source: Markup
    locator: str | None


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One speaker on a claim. `elsewhere` links to the entry that holds the voice where it is another one."""

    by: Markup
    office: str
    stance: str
    when: Markup | None
    attribution: str | None
    words: tuple[WordsView, ...]
    cites: tuple[Markup, ...]
    note: str | None
    live: bool
    elsewhere: Markup | None
    rival: Markup | None


def speaker(links: Links, by: Speaker) -> Markup:
    """Who speaks, as a link where there is a record: an actor, a publisher, or an unnamed voice as printed."""
    if by.actor is not None:
        return links.actor(by.actor)
    if by.publisher is not None:
        return links.publisher(by.publisher)
    printed = Markup("<bdi>{}</bdi>").format(upper_printed(by.printed))
    return printed if by.of is None else Markup("{} ({})").format(printed, links.actor(by.of))


def upper_printed(text: str | None) -> str:
    """An unnamed voice at the start of a line."""
    return wording.upper_first(text or "An unnamed voice")


def cite_link(edition: Edition, links: Links, holder: str, key: str, page: str) -> Markup:
    """A link to a citation in the list of sources of the entry that holds it, under its publisher's name."""
    entry = edition.corpus.entries[holder]
    citation = entry.citations.get(key)
    source = None if citation is None else edition.corpus.source_of(entry, citation)
    if source is None:
        return escape(key)
    start = "" if holder == page else links.to(Kind.ENTRY, holder) or ""
    return Markup('<a class="rg-cite" href="{}#{}">{}</a>').format(
        start, source_anchor(key), edition.publisher_name(source.id)
    )


def claim_says(edition: Edition, entry: str, claim: str) -> str:
    """The proposition of a claim; its address where there is no such claim."""
    concluded = edition.corpus.conclusions.get(entry)
    state = None if concluded is None else concluded.claims.get(claim)
    return f"{entry}/{claim}" if state is None else state.claim.says


def voice(edition: Edition, placed: PlacedVoice, page: str, links: Links) -> VoiceView:
    """One voice as the page of the entry `page` shows it."""
    spoken, holder = placed.voice, placed.entry
    actor = spoken.by.actor
    day = placed.when or edition.corpus.conclusions[holder].effective
    rival = None
    if placed.rival is not None:
        owner, _, claim = placed.rival.partition("/")
        rival = links.claim(owner, claim, claim_says(edition, owner, claim))
        if not edition.corpus.has(Kind.ENTRY, holder):
            holder = owner
    quoted = {words.cite for words in spoken.words}
    return VoiceView(
        by=speaker(links, spoken.by),
        office="" if actor is None else offices_on(edition.corpus, actor, day),
        stance=wording.STANCE_VERB[spoken.stance],
        when=None if placed.when is None else dates.marked(placed.when),
        attribution=spoken.attribution,
        words=tuple(_words(edition, links, holder, words, page) for words in _ordered(spoken.words)),
        cites=tuple(cite_link(edition, links, holder, key, page) for key in spoken.cites if key not in quoted),
        note=spoken.note,
        live=placed.live,
        elsewhere=None if holder == page else links.entry(holder),
        rival=rival,
    )


def _ordered(words: tuple[Words, ...]) -> list[Words]:
    return sorted(words, key=lambda one: not one.original)


def _words(edition: Edition, links: Links, holder: str, words: Words, page: str) -> WordsView:
    entry = edition.corpus.entries[holder]
    citation = entry.citations.get(words.cite)
    source = None if citation is None else edition.corpus.source_of(entry, citation)
    language = words.language or (None if source is None else source.language)
    link = cite_link(edition, links, holder, words.cite, page)
    return WordsView(words.text, language, words.original, link, words.locator)
