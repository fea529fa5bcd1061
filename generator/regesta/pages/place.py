"""The page of a place: names, position, what it lies in and per whom, what happened there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from regesta.edtf import Value
from regesta.immutable import immutable
from regesta.model.authority import Place
from regesta.model.entry import Mention
from regesta.model.kinds import Kind
from regesta.model.site import Heading, Page
from regesta.pages import wording
from regesta.pages.addresses import Links, page_path
from regesta.pages.edition import Edition
from regesta.pages.escaping import html, trusted
from regesta.pages.lists import EntryList
from regesta.pages.remarks import remarks


@immutable(frozen=True, slots=True)
class ParentView:
    """One view of what a place lies in."""

    place: Markup
    per: Markup | None
    cite: Markup | None
    start: Value | None
    end: Value | None


def place_pages(edition: Edition, places: Iterable[Place]) -> Iterator[Page]:
    """A page for each place, and the parts of those with many entries."""
    for place in places:
        yield from _pages(edition, place)


def _pages(edition: Edition, place: Place) -> Iterator[Page]:
    path = page_path(Kind.PLACE, place.id)
    links = edition.links(2)
    uses = edition.uses.places.get(place.id, [])
    listed = EntryList(edition, path, uses, lambda entry, mention, depth: mention_row(edition, entry, mention, depth))
    label = wording.kind_label(place.kind.value)
    title = edition.title(Kind.PLACE, place.name, label, place.id)
    listing = listed.listing()
    said = remarks(edition, Kind.PLACE, place.id, links)
    yield edition.page(
        "place.html",
        path,
        title=title,
        description=f"{title}, {label}: {wording.counted(len(uses), 'entry', 'entries')} with sources.",
        section="places",
        toc=[Heading("called", "What sources say differently")] * bool(said)
        + [Heading("entries", "What happened here", 2, listing.toc)],
        edit_path=place.path,
        place=place,
        label=label,
        coordinates=None if place.at is None else _coordinates(*place.at),
        map=None if place.at is None else _map(*place.at),
        parents=[_parent(links, place, position) for position in range(len(place.within))],
        disputed=len(place.within) > 1 or any(view.per is not None for view in place.within),
        parts=[links.place(part) for part in dict.fromkeys(edition.uses.parts.get(place.id, ()))],
        remarks=said,
        listing=listing,
        edit=edition.facts.edit_address(place.path),
        file=edition.facts.in_repository(place.path),
        issue=edition.facts.issue_address(place.name, path, place.path),
    )
    yield from listed.pages(place.name, title, "places")


def mention_row(edition: Edition, entry: str, mention: Mention, depth: int) -> Markup:
    """An entry as a row, with the part that the place plays in it."""
    role = wording.role_label(edition.timeline(edition.corpus.entries[entry]).roles, mention.role)
    extra = f' <span class="rg-line__extra">as {html(role)}</span>' if role else ""
    return trusted(f'<li class="rg-line">{html(edition.line(entry, depth))}{extra}</li>')


def _parent(links: Links, place: Place, position: int) -> ParentView:
    view = place.within[position]
    return ParentView(
        links.place(view.place),
        None if view.per is None else links.actor(view.per),
        None if view.cite is None else links.source(view.cite),
        view.start,
        view.end,
    )


def _coordinates(latitude: float, longitude: float) -> str:
    north = "N" if latitude >= 0 else "S"
    east = "E" if longitude >= 0 else "W"
    return f"{abs(latitude):g}° {north}, {abs(longitude):g}° {east}"


def _map(latitude: float, longitude: float) -> str:
    return f"https://www.openstreetmap.org/?mlat={latitude:g}&mlon={longitude:g}#map=9/{latitude:g}/{longitude:g}"
