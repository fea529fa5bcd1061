"""A voice as the pages show it: who speaks, in what office, in which words, by which source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from regesta.model.conclusions import PlacedVoice
from regesta.model.entry import Speaker, Stance, Words
from regesta.model.kinds import Kind
from regesta.pages import dates, wording
from regesta.pages.addresses import Links, source_anchor
from regesta.pages.edition import Edition
from regesta.pages.offices import offices_on


@dataclass(frozen=True, slots=True)
class WordsView:
    """An utterance in one wording, with every source that prints it so."""

    text: str
    language: str | None
    original: bool
    sources: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class VoiceView:
    """One utterance of a speaker on a claim. `elsewhere` links to the entry that holds it where that is another one.

    `changed` says that the party has since taken another stance.
    """

    when: Markup
    attribution: str | None
    words: tuple[WordsView, ...]
    cites: tuple[Markup, ...]
    note: str | None
    changed: bool
    elsewhere: Markup | None
    rival: Markup | None


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A speaker in one office, with all that was said in it."""

    by: Markup
    office: str
    voices: tuple[VoiceView, ...]


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
    target, name = escape(f"{start}#{source_anchor(key)}"), escape(edition.publisher_name(source.id))
    return Markup(f'<a class="rg-cite" href="{target}">{name}</a>')


def claim_says(edition: Edition, entry: str, claim: str) -> str:
    """The proposition of a claim; its address where there is no such claim."""
    concluded = edition.corpus.conclusions.get(entry)
    state = None if concluded is None else concluded.claims.get(claim)
    return f"{entry}/{claim}" if state is None else state.claim.says


def speakers(
    edition: Edition, voices: Sequence[PlacedVoice], stances: Mapping[str, frozenset[Stance]], page: str, links: Links
) -> tuple[SpeakerView, ...]:
    """Voices as the page of the entry `page` shows them, those of one speaker together.

    `stances` gives for each party what it says now; a voice that says another thing has changed.
    """
    grouped: dict[tuple[Markup, str], list[VoiceView]] = {}
    for placed in voices:
        actor = placed.voice.by.actor
        day = placed.when or edition.corpus.conclusions[placed.entry].effective
        office = "" if actor is None else offices_on(edition.corpus, actor, day)
        changed = stance_of(placed) not in stances[placed.party]
        shown = _voice(edition, placed, page, links, changed=changed)
        grouped.setdefault((speaker(links, placed.voice.by), office), []).append(shown)
    return tuple(SpeakerView(by, office, tuple(shown)) for (by, office), shown in grouped.items())


def stance_of(placed: PlacedVoice) -> Stance:
    """What a voice does with the claim it is placed under: asserting a rival denies it, taking one back does not."""
    if placed.rival is None:
        return placed.voice.stance
    return Stance.DENIES if placed.voice.stance is Stance.ASSERTS else Stance.REPORTS


def current_stances(voices: Sequence[PlacedVoice]) -> dict[str, frozenset[Stance]]:
    """For each party, what its latest voices say; passing something on is no stance and never changes."""
    found: dict[str, set[Stance]] = {}
    for placed in voices:
        stances = found.setdefault(placed.party, {Stance.REPORTS})
        if placed.live:
            stances.add(stance_of(placed))
    return {party: frozenset(stances) for party, stances in found.items()}


def _voice(edition: Edition, placed: PlacedVoice, page: str, links: Links, *, changed: bool) -> VoiceView:
    spoken, holder = placed.voice, placed.entry
    rival = None
    if placed.rival is not None:
        owner, _, claim = placed.rival.partition("/")
        rival = links.claim(owner, claim, claim_says(edition, owner, claim))
    quoted = {words.cite for words in spoken.words}
    return VoiceView(
        when=_when(placed),
        attribution=spoken.attribution,
        words=_words(edition, links, holder, spoken.words, page),
        cites=tuple(cite_link(edition, links, holder, key, page) for key in spoken.cites if key not in quoted),
        note=spoken.note,
        changed=changed,
        elsewhere=None if holder == page else links.entry(holder),
        rival=rival,
    )


def _when(placed: PlacedVoice) -> Markup:
    """The day a voice spoke; where no source gives it, that, and when it was printed at the latest."""
    if placed.when is not None:
        return dates.marked(placed.when)
    if placed.printed is None:
        return Markup("day not given")
    return Markup("day not given; printed {}").format(dates.marked(placed.printed))


def _words(edition: Edition, links: Links, holder: str, words: Sequence[Words], page: str) -> tuple[WordsView, ...]:
    """The wordings of one utterance, the original first; sources that print the same words stand together."""
    entry = edition.corpus.entries[holder]
    grouped: dict[tuple[bool, str | None, str], list[Markup]] = {}
    for one in words:
        citation = entry.citations.get(one.cite)
        source = None if citation is None else edition.corpus.source_of(entry, citation)
        language = one.language or (None if source is None else source.language)
        link = cite_link(edition, links, holder, one.cite, page)
        if one.locator:
            link = Markup("{}, {}").format(link, one.locator)
        grouped.setdefault((one.original, language, one.text), []).append(link)
    made = [WordsView(text, language, original, tuple(found)) for (original, language, text), found in grouped.items()]
    return tuple(sorted(made, key=lambda wording_: not wording_.original))
