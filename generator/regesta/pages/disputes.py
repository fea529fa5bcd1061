"""What is disputed: contested claims, contradictory dates, figures on which parties disagree; both sides in short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from regesta.immutable import immutable
from regesta.model.conclusions import ClaimState, FigureRelation, FigureState, MomentAgreement, PlacedVoice, Standing
from regesta.model.dates import EVENT
from regesta.model.entry import Stance
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.pages import dates, wording
from regesta.pages.addresses import DISPUTES, Links, figure_anchor, page_path
from regesta.pages.concordance import disagrees, disputed_moments
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, joined, trusted
from regesta.pages.lists import EntryList
from regesta.pages.rendering import macro
from regesta.pages.voices import cite_link, speaker, stance_of

SHORT = 3
"""Voices shown of each side before the rest are only counted."""


@dataclass(slots=True)
class Dispute:
    """Everything that is disputed in one entry."""

    claims: list[ClaimState]
    moments: list[MomentAgreement]
    figures: list[FigureState]


def disputes(edition: Edition) -> list[tuple[str, Dispute]]:
    """All disputes by entry, in the order of the corpus."""
    found = []
    for entry_id, concluded in edition.corpus.conclusions.items():
        dispute = Dispute(
            [state for state in concluded.claims.values() if state.standing is Standing.CONTESTED],
            [concluded.dates[moment] for moment in disputed_moments(edition.corpus, entry_id)],
            [state for state in concluded.figures.values() if disagrees(state)],
        )
        if dispute.claims or dispute.moments or dispute.figures:
            found.append((entry_id, dispute))
    rank = {entry_id: position for position, entry_id in enumerate(edition.corpus.entries)}
    return sorted(found, key=lambda pair: rank.get(pair[0], -1))


def dispute_pages(edition: Edition) -> Iterator[Page]:
    """The page of disputes, and its parts where there are many."""
    found = disputes(edition)
    listed = EntryList(
        edition, DISPUTES, found, lambda entry, dispute, depth: dispute_row(edition, entry, dispute, depth), limit=80
    )
    listing = listed.listing()
    counts = (
        sum(len(dispute.claims) for _, dispute in found),
        sum(len(dispute.moments) for _, dispute in found),
        sum(len(dispute.figures) for _, dispute in found),
    )
    yield edition.page(
        "disputes.html",
        DISPUTES,
        title="Disputes",
        description=f"{wording.counted(counts[0], 'contested claim')}, "
        f"{wording.counted(counts[1], 'contradictory date')} and "
        f"{wording.counted(counts[2], 'disagreeing figure')}, each with both sides and their sources.",
        section="disputes",
        toc=[Heading("entries", "In order of time", 2, listing.toc)],
        counts=counts,
        listing=listing,
    )
    yield from listed.pages("Disputes", "Disputes", "disputes")


def dispute_row(edition: Edition, entry: str, dispute: Dispute, depth: int) -> Markup:
    """The disputes of one entry as a row: each with both sides in short."""
    return macro("dispute")(
        edition.line(entry, depth),
        [claim_in_short(edition, state, depth) for state in dispute.claims],
        [_moment(edition, entry, found, depth) for found in dispute.moments],
        [figure_in_short(edition, state, depth) for state in dispute.figures],
    )


@immutable(frozen=True, slots=True)
class FigureInShort:
    """A figure on which parties disagree: what it counts as a link, its unit, each number with who gives it."""

    what: Markup
    unit: str
    numbers: tuple[tuple[str, Markup], ...]


def figure_in_short(edition: Edition, state: FigureState, depth: int) -> FigureInShort:
    """The numbers of a figure side by side."""
    links = edition.links(depth)
    where = f"{links.href(page_path(Kind.ENTRY, state.entry))}#{figure_anchor(state.figure.id)}"
    what = trusted(f'<a href="{html(where)}">{html(wording.upper_first(state.figure.what))}</a>')
    return FigureInShort(what, state.figure.unit, tuple(_numbers(links, state)))


def _numbers(links: Links, state: FigureState) -> list[tuple[str, Markup]]:
    """The numbers on which parties disagree, each once, with all who give it."""
    chosen: dict[int, None] = {}
    for difference in state.differences:
        if difference.relation is FigureRelation.DISAGREEMENT:
            chosen[difference.first] = chosen[difference.second] = None
    grouped: dict[str, dict[Markup, None]] = {}
    for position in sorted(chosen):
        value = state.figure.values[position]
        number = wording.quantity(value.low, value.high, approximate=value.approximate)
        grouped.setdefault(number, {})[speaker(links, value.by)] = None
    return [(number, joined(who, ", ")) for number, who in grouped.items()]


@immutable(frozen=True, slots=True)
class ClaimInShort:
    """A contested claim: its proposition as a link, who asserts, who denies."""

    claim: Markup
    asserts: tuple[Markup, ...]
    denies: tuple[Markup, ...]


def claim_in_short(edition: Edition, state: ClaimState, depth: int) -> ClaimInShort:
    """Both sides of a claim by name alone."""
    links = edition.links(depth)

    def names(voices: list[PlacedVoice]) -> tuple[Markup, ...]:
        return the_first(speaker(links, placed.voice.by) for placed in voices)

    return ClaimInShort(
        links.claim(state.entry, state.claim.id, state.claim.says),
        names([one for one in state.voices if stance_of(one) is Stance.ASSERTS]),
        names([one for one in state.voices if stance_of(one) is Stance.DENIES]),
    )


def the_first(names: Iterable[Markup]) -> tuple[Markup, ...]:
    """The first few of these names, each once, and how many more there are."""
    unique = tuple(dict.fromkeys(names))
    more = len(unique) - SHORT
    return (*unique[:SHORT], trusted(f"{more} more")) if more > 0 else unique


def _moment(
    edition: Edition, entry: str, found: MomentAgreement, depth: int
) -> tuple[Markup, list[tuple[Markup, Markup]]]:
    """A contradictory date: for each group of sources, what they allow and who they are."""
    links = edition.links(depth)
    witnesses = {witness.cite: witness for witness in found.witnesses}
    groups = []
    for group in found.groups:
        values = dict.fromkeys(
            dates.words(value) for cite in group if cite in witnesses and (value := witnesses[cite].value) is not None
        )
        said = " / ".join(values) or dates.days_in_words(
            witnesses[group[0]].starts if group[0] in witnesses else found.witnesses[0].starts
        )
        groups.append(
            (
                trusted(html(said)),
                joined((cite_link(edition, links, entry, cite, "") for cite in group[: SHORT * 2]), ", "),
            )
        )
    what = "When it happened" if found.moment == EVENT else wording.moment(found.moment)
    where = links.href(page_path(Kind.ENTRY, entry))
    return trusted(f'<a href="{html(where)}#dates">{html(what)}</a>'), groups
