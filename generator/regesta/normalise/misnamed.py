"""Keys that are no field of their record: what was probably meant, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Mapping as Mapping_
from typing import Final, NamedTuple

from regesta.load.nodes import Mapping, Node, Scalar
from regesta.model.faults import Reason
from regesta.model.ids import as_id, is_id
from regesta.model.marks import Mark
from regesta.normalise.characters import oddity
from regesta.normalise.lists import ListOf
from regesta.normalise.maps import MapOf
from regesta.normalise.pairs import half_of
from regesta.normalise.samples import Named, as_list, braced, lone_key
from regesta.normalise.shapes import Shaped, mark_within, nearest


class Misnamed(NamedTuple):
    """A fault of a key, and the fields that it stands for: those are not missed."""

    reason: Reason
    mark: Mark
    message: str
    mend: str
    meant: frozenset[str] = frozenset()
    unread: str = ""
    """The field whose value ends too early because of it."""
    likely: str = ""
    """The field that the value is most probably one of."""


def misnamed(node: Mapping, number: int, known: Mapping_[str, Shaped], noun: str) -> Misnamed | None:
    """What to say of the key `number` of a mapping; None where another key is told of it."""
    name, child = node.fields[number]
    if (odd := oddity(name.text)) is not None:
        return Misnamed(Reason.CHARACTER, mark_within(name, odd), odd.message, odd.mend)
    if lost := _without_colon(node, number, known):
        return lost
    if (half := half_of(node, number, known, noun)) is not None:
        meant = frozenset({half.field})
        return Misnamed(Reason.UNKNOWN_FIELD, name.mark, half.message, half.mend, meant) if half.mend else None
    if lone_key(name, child) and number and node.fields[number - 1].key.text not in known:
        return None
    home = next((each for each, field in known.items() if _at_home(each, field, name.text, node)), None)
    likely = _likely(name.text, known, _CLOSE if home else _NEAR)
    there = likely
    if likely and any(key.text == likely for key, _ in node.fields) and not nearest(name.text, [likely], _CLOSE):
        likely = None  # It is there already: this is hardly another spelling of it.
    there = None if likely else there
    meant = frozenset(filter(None, [likely]))
    if tight := _without_blank(name, known):
        told = name.text[len(tight) + 1 :].strip("\"' ")
        mend = f'write `{tight}: "{told}"`' if re.search("[:,#]", told) else f"write `{tight}: {told}`"
        message = f"no blank stands after the colon of `{tight}`"
        return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, mend, meant | {tight})
    if cut := _cut_by_commas(node, number, known):
        return cut
    if emptied_above(node, number, known):
        return None
    mend = f"the fields of {noun} are {', '.join(known)}"
    if there:
        mend = f"if it belongs to `{there}`, which is there already, write it there; {mend}"
    chosen = _word_of(name.text, known)
    if not likely and chosen and all(key.text != chosen for key, _ in node.fields):
        mend = f"write `{chosen}: {name.text}`"
        if isinstance(child, Scalar) and "entry" in known and as_id(child.text) == child.text:
            mend = f"write `entry: {child.text}` and `{chosen}: {name.text}`"
        message = f"{noun} has no field `{name.text}`"
        return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, mend, frozenset({chosen, "entry"} & known.keys()))
    if not likely and number == 0 and "by" in known and is_id(name.text) and _of_nothing(child):
        message = f"{noun} has no field `{name.text}`"
        return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, f"write `by: {name.text}`", frozenset({"by"}))
    if not likely and name.text == "publisher" and "by" in known and isinstance(child, Scalar):
        mend = f"write `by: {{publisher: {child.text}}}`"
        message = f"{noun} has no field `publisher`"
        return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, mend, frozenset({"by"}))
    if {"as", "of", "publisher"} == known.keys() and name.text in ("actor", "ref", "id") and isinstance(child, Scalar):
        message, mend = f"{noun} has no field `{name.text}`", f"write `by: {child.text}`, without braces"
        return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, mend)
    if home:
        meant |= {home}
        before = [each.key.text for each in node.fields[:number] if each.key.text not in known]
        if any(_at_home(home, known[home], each, node) for each in before):
            return None
        mend = f"it belongs below a key of `{home}`: `{home}: {{<key>: {{{name.text}: …}}}}`"
        if isinstance(known[home].shape, ListOf):
            mend = f"it belongs to an item of `{home}`: begin a line below `{home}:` with `- {name.text}: …`"
        elif not isinstance(known[home].shape, MapOf):
            mend = f"it belongs below `{home}:`, indented by two blanks, with the lines that belong to it"
    if likely:
        shown = likely
        if (
            isinstance(child, Scalar)
            and getattr(known[likely].shape, "noun", "").startswith("an id")
            and as_id(child.text)
        ):
            shown = f"{likely}: {as_id(child.text)}"
        shape = known[likely].shape
        if isinstance(child, Scalar) and not child.is_null and isinstance(shape, ListOf):
            listed = re.fullmatch(r"write `(\[.*\])`", as_list(child, shape.item))
            shown = f"{likely}: {listed[1]}" if listed is not None else likely
            if likely == "domains":
                shown = f"domains: [{re.sub('^[a-z]+:/*(?:www[.])?|(?<=[a-z])/.*$', '', child.text)}]"
        mend = f"did you mean `{shown}`?"
        if isinstance(child, Mapping) and isinstance(shape, ListOf) and of_item(child, shape):
            mend += f" It is a list: {as_list(child, shape.item)}"
    message = f"{noun} has no field `{name.text}`"
    return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, mend, meant, likely=likely or "")


OTHER_NAMES: Final = {
    "description": "summary introduction note",
    "text": "summary says introduction note",
    "title": "name says what",
    "summary": "introduction note",
    "since": "from held",
    "type": "kind",
    "website": "url domains",
    "url": "domains",
    "host": "domains",
    "body": "summary",
    "headline": "title",
    "name": "title ref text as",
    "quote": "text",
    "words": "text",
    "id": "ref entry source actor place",
    "ref": "entry actor place source",
    "category": "type",
    "tags": "topics",
    "sources": "cite",
    "source": "cite",
    "citations": "cite",
    "references": "cite",
    "location": "places",
    "locations": "places",
    "people": "actors",
    "persons": "actors",
    "actor": "actors ref",
    "place": "places ref",
    "link": "url",
    "href": "url",
    "author": "authors",
    "said": "stated",
    "quotation": "quote text",
    "speaker": "by",
    "who": "by",
    "claim": "says about",
    "proposition": "says",
    "label": "what",
    "importance": "significance",
    "priority": "significance",
    "number": "value",
    "amount": "value",
    "position": "office",
    "reason": "why",
    "aliases": "names",
    "coordinates": "at",
    "comment": "note",
    "notes": "note",
    "date": "stated as_of on published",
    "when": "date stated as_of on published held",
    "day": "date stated as_of on published",
    "on": "as_of stated published",
    "min": "low",
    "minimum": "low",
    "at_least": "low",
    "max": "high",
    "maximum": "high",
    "at_most": "high",
    "circa": "approximate",
    "approx": "approximate",
    "about": "approximate",
    "estimated": "approximate",
    "birth": "born",
    "birthdate": "born",
    "birth_date": "born",
    "date_of_birth": "born",
    "dob": "born",
    "death": "died",
    "death_date": "died",
    "date_of_death": "died",
    "part_of": "within",
    "located_in": "within",
    "parent": "within owner member_of",
    "owned_by": "owner",
    "office": "title offices",
    "role": "office",
    "pubdate": "published",
    "publication_date": "published",
    "date_published": "published",
    "retrieved": "accessed",
    "archive_url": "archived",
    "via": "syndicated_from",
    "agency": "syndicated_from",
    "page": "locator",
    "paragraph": "locator",
    "keywords": "topics",
    "changes": "history",
    "changelog": "history",
    "numbers": "figures",
    "statistics": "figures",
    "relation": "as",
    "relationship": "as",
    "kind": "as type",
    "event": "entry",
    "target": "entry",
    "outlet": "publisher",
    "newspaper": "publisher",
    "licence_url": "licence",
    "timezone": "zone",
    "time_zone": "zone",
    "language": "lang",
    "lang": "language",
    "country": "within",
}
"""Names that people give to fields, and what the fields are called here, in one record or another."""


def _of_nothing(node: Node) -> bool:
    return isinstance(node, Scalar) and node.is_null


def of_item(node: Mapping, shape: ListOf[object]) -> bool:
    """Whether a mapping has the fields of an item of a list."""
    record = getattr(shape.item, "record", shape.item)
    return isinstance(record, Named) and any(key.text in record.names for key, _ in node.fields)


def _word_of(name: str, known: Mapping_[str, Shaped]) -> str:
    """The field of which a name is one of the words to choose from."""
    return next((each for each, field in known.items() if name in [*map(str, getattr(field.shape, "words", ()))]), "")


_NEAR: Final = 0.7
_CLOSE: Final = 0.8
"""How like a field another name must be, for a guess; and where something else may be meant as well."""


def _likely(name: str, known: Mapping_[str, object], cutoff: float = _NEAR) -> str | None:
    """The known field that was probably meant."""
    others = OTHER_NAMES.get(name.casefold().replace("-", "_"), "").split()
    return next((other for other in others if other in known), None) or nearest(name, known, cutoff)


def means(name: str, known: Mapping_[str, object]) -> bool:
    """Whether a key is one of the fields, or was probably to be."""
    return name in known or _likely(name, known) is not None


def _without_blank(name: Scalar, known: Mapping_[str, object]) -> str:
    """The field of `stated:Friday` or `stated=Friday`, which in braces is one word."""
    found = re.match(r"([a-z_]+)[:=].", name.text)
    return found[1] if found is not None and found[1] in known else ""


def _without_colon(node: Mapping, number: int, known: Mapping_[str, object]) -> Misnamed | None:
    """`{by anna, stance asserts}`, of which each is read as a key alone."""
    name, child = node.fields[number]
    found = re.match(r"([a-z_]+)[ ]+(\S.*)", name.text)
    if found is not None and found[1] in known and found[2][0] in "[{":
        message = f"no colon stands after `{found[1]}`"
        mend = f"write `{found[1]}: `, with a colon and a blank, before the `{found[2][0]}`"
        return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, mend, frozenset({found[1]}))
    if found is None or found[1] not in known or not lone_key(name, child):
        return None
    message = f"no colon stands after `{found[1]}`"
    mend = f"write `{found[1]}: {braced(found[2])}`"
    before = node.fields[number - 1] if number else None
    if before is not None and isinstance(before.value, Scalar) and before.value.plain and " " in before.value.text:
        whole = f'{before.key.text}: "{before.value.text}, {name.text}"'
        mend += f"; or, if it belongs to the text of `{before.key.text}`, put that in quotes: `{whole}`"
    return Misnamed(Reason.UNKNOWN_FIELD, name.mark, message, mend, frozenset({found[1]}))


def _at_home(home: str, field: Shaped, name: str, node: Mapping) -> bool:
    """Whether a field of that name belongs below another: to its record, the values of its mapping, or its items.

    Of items only where the record lacks them, for their names are met anywhere.
    """
    shape = field.shape
    if isinstance(shape, ListOf):
        lacking = field.required and all(each.key.text != home for each in node.fields)
        return lacking and isinstance(shape.item, Named) and name in shape.item.names
    inner = shape.value if isinstance(shape, MapOf) else shape
    return isinstance(inner, Named) and name in inner.names


def _cut_by_commas(node: Mapping, number: int, known: Mapping_[str, object]) -> Misnamed | None:
    """`{value: 12,000}` is read as the field `value` and a field `000`."""
    if not number or not lone_key(*node.fields[number]):
        return None
    last = number
    while (
        last + 1 < len(node.fields) and lone_key(*node.fields[last + 1]) and node.fields[last + 1].key.text not in known
    ):
        last += 1
    field, value = node.fields[number - 1]
    if not isinstance(value, Scalar) or not value.plain:
        return None
    pieces = [value.text, *(each.key.text for each in node.fields[number : last + 1])]
    mark = Mark(value.mark.path, *value.mark[1:3], *node.fields[last].key.mark[3:5])
    if all(re.fullmatch("[0-9]{1,3}", piece) for piece in pieces):
        message = f"inside braces a comma ends a number: `{field.text}` is only `{value.text}` here"
        return Misnamed(Reason.BAD_NUMBER, mark, message, f"write `{field.text}: {''.join(pieces)}`", unread=field.text)
    message = f"inside braces a comma ends a text: `{field.text}` is only `{value.text}` here"
    whole = ", ".join(pieces)
    if whole[0] in "“„«" and whole[-1] in "”“»":
        whole = whole[1:-1]  # the marks of a word processor were to be the quotes
    mend = f"put the text in quotes: `{field.text}: {braced(whole)}`"
    return Misnamed(Reason.UNKNOWN_FIELD, mark, message, mend, unread=field.text)


def emptied_above(node: Mapping, number: int, known: Mapping_[str, Shaped]) -> Scalar | None:
    """The field without a value just above, whose own fields are not indented: that is told of it."""
    for key, value in reversed(node.fields[:number]):
        if key.text in known:
            empty = isinstance(value, Scalar) and value.is_null
            shape = known[key.text].shape
            mapped = isinstance(node.fields[number].value, Mapping) and isinstance(shape, (MapOf, Named))
            return key if empty and mapped else None
    return None
