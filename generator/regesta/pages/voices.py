"""A voice as the pages show it: who speaks, in what office, in which words, by which source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.conclusions import PlacedVoice
from regesta.model.entry import Speaker, Stance, Words
from regesta.model.kinds import Kind
from regesta.pages import dates, wording
from regesta.pages.addresses import Links, source_anchor
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, trusted


@immutable(frozen=True, slots=True)
class WordsView:
    """An utterance in one wording, with every source that prints it so."""

    text: str
    language: str | None
    original: bool
    sources: tuple[Markup, ...]


@immutable(frozen=True, slots=True)
class VoiceView:
    """All that a speaker said of a claim on one day, in a word or in many.

    `direct` says that the claim itself was spoken of; `rivals` are the other claims whose assertion came to the same.
    `elsewhere` links to the entries that hold it where those are other ones. `changed` says that the party has since
    taken another stance.
    """

    when: Markup
    attributions: tuple[str, ...]
    words: tuple[WordsView, ...]
    cites: tuple[Markup, ...]
    notes: tuple[str, ...]
    changed: bool
    elsewhere: tuple[Markup, ...]
    direct: bool
    rivals: tuple[Markup, ...]


@immutable(frozen=True, slots=True)
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
    printed = trusted(f"<bdi>{html(upper_printed(by.printed))}</bdi>")
    return printed if by.of is None else trusted(f"{printed} ({links.actor(by.of)})")


def upper_printed(text: str | None) -> str:
    """An unnamed voice at the start of a line."""
    return wording.upper_first(text or "An unnamed voice")


def cite_link(edition: Edition, links: Links, holder: str, key: str, page: str) -> Markup:
    """A link to a citation in the list of sources of the entry that holds it, under its publisher's name."""
    entry = edition.corpus.entries[holder]
    citation = entry.citations.get(key)
    source = None if citation is None else edition.corpus.source_of(entry, citation)
    if source is None:
        return trusted(html(key))
    start = "" if holder == page else links.to(Kind.ENTRY, holder) or ""
    target, name = html(f"{start}#{source_anchor(key)}"), html(edition.publisher_name(source.id))
    return trusted(f'<a class="rg-cite" href="{target}">{name}</a>')


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
    grouped: dict[tuple[Markup, str], dict[tuple[Markup, bool], list[PlacedVoice]]] = {}
    for placed in voices:
        actor = placed.voice.by.actor
        day = placed.when or edition.corpus.conclusions[placed.entry].effective
        office = "" if actor is None else edition.offices.on(actor, day)
        changed = stance_of(placed) not in stances[placed.party]
        days = grouped.setdefault((speaker(links, placed.voice.by), office), {})
        days.setdefault((_when(placed), changed), []).append(placed)
    return tuple(
        SpeakerView(
            by,
            office,
            tuple(_voice(edition, said, page, links, when, changed=changed) for (when, changed), said in days.items()),
        )
        for (by, office), days in grouped.items()
    )


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


def _voice(
    edition: Edition, said: Sequence[PlacedVoice], page: str, links: Links, when: Markup, *, changed: bool
) -> VoiceView:
    """What one speaker said on one day as one voice."""
    rivals: dict[Markup, None] = {}
    cites: dict[Markup, None] = {}
    quoted = {(one.entry, words.cite) for one in said for words in one.voice.words}
    for placed in said:
        spoken, holder = placed.voice, placed.entry
        if placed.rival is not None:
            owner, _, claim = placed.rival.partition("/")
            rivals[links.claim(owner, claim, claim_says(edition, owner, claim))] = None
        cites.update(
            (cite_link(edition, links, holder, key, page), None) for key in spoken.cites if (holder, key) not in quoted
        )
    return VoiceView(
        when=when,
        attributions=tuple(dict.fromkeys(one.voice.attribution for one in said if one.voice.attribution)),
        words=_words(edition, links, [(one.entry, words) for one in said for words in one.voice.words], page),
        cites=tuple(cites),
        notes=tuple(dict.fromkeys(one.voice.note for one in said if one.voice.note)),
        changed=changed,
        elsewhere=tuple(dict.fromkeys(links.entry(one.entry) for one in said if one.entry != page)),
        direct=any(one.rival is None for one in said),
        rivals=tuple(rivals),
    )


def _when(placed: PlacedVoice) -> Markup:
    """The day a voice spoke; where no source gives it, that, and when it was printed at the latest."""
    if placed.when is not None:
        return dates.marked(placed.when)
    if placed.printed is None:
        return Markup("day not given")
    return trusted(f"day not given; printed {dates.marked(placed.printed)}")


def _words(edition: Edition, links: Links, said: Sequence[tuple[str, Words]], page: str) -> tuple[WordsView, ...]:
    """The wordings of one utterance, each with the entry that holds it, the original first.

    Sources that print the same words stand together.
    """
    grouped: dict[tuple[bool, str | None, str], dict[Markup, None]] = {}
    for holder, one in said:
        entry = edition.corpus.entries[holder]
        citation = entry.citations.get(one.cite)
        source = None if citation is None else edition.corpus.source_of(entry, citation)
        language = one.language or (None if source is None else source.language)
        link = cite_link(edition, links, holder, one.cite, page)
        if one.locator:
            link = trusted(f"{link}, {html(one.locator)}")
        grouped.setdefault((one.original, language, one.text), {})[link] = None
    made = [WordsView(text, language, original, tuple(found)) for (original, language, text), found in grouped.items()]
    return tuple(sorted(made, key=lambda wording_: not wording_.original))
