"""The small languages of single fields: ids, languages, zones, Wikidata items, coordinates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from typing import Final
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from dateutil import tz

from regesta.load.nodes import Mapping as Fields
from regesta.load.nodes import Node, Scalar, Sequence
from regesta.model.faults import Fault, Reason
from regesta.model.ids import DEVICES, LONGEST, PATTERN, as_id, is_id
from regesta.model.marks import Mark
from regesta.normalise.lists import ListOf
from regesta.normalise.shapes import UNREAD, Number, Reader, Schema, Text, Unread, describe
from regesta.normalise.urls import AddressError, host_of


def check_id(text: str, mark: Mark, reader: Reader) -> str | Unread:
    """An id: lower-case ASCII letters, digits and inner hyphens, at most 80, no device name."""
    if is_id(text):
        return text
    if text in DEVICES:
        return _refuse(text, mark, reader, f"`{text}` cannot be an id: it is a device name on Windows", as_id(text))
    if re.search(r"\S - \S", text):
        mend = "begin each item with `- `, on a line of its own below the field, in the same column"
        return reader.refuse(Reason.BAD_ID, mark, f"{_shown(text)} cannot be an id: {_MADE_OF}", mend)
    return _refuse(text, mark, reader, f"{_shown(text)} cannot be an id: {_MADE_OF}", as_id(text))


_MADE_OF = f"ids have lower-case letters a–z, digits and single hyphens, at most {LONGEST}"


def _shown(text: str) -> str:
    return f"`{text if len(text) <= 60 else text[:57] + '…'}`"


def _refuse(text: str, mark: Mark, reader: Reader, message: str, proposal: str) -> Unread:
    """Note what was written, and in which field: which id was meant is for a rule to say, that knows them all."""
    mend = f"write `{proposal}`" if proposal else "use lower-case letters a–z, digits and hyphens"
    field = next(reversed(reader.marks), "")
    if not reader.marks and mark[1:3] != mark[3:5]:
        field = "id"  # It is read first of all, and has a place in the file; the name of a file has none.
    elif field and reader.marks[field] != mark:
        field = ""
    reader.faults.append(Fault(Reason.BAD_ID, mark, message, mend, field=field, text=text))
    return UNREAD


ID: Final = Text("an id", limit=200, pattern=PATTERN, check=check_id, prose=False)


def _check_claim(text: str, mark: Mark, reader: Reader) -> str | Unread:
    entry, slash, claim = text.partition("/")
    if not slash:
        return check_id(text, mark, reader)
    if is_id(entry) and is_id(claim):
        return text
    parts = as_id(entry), as_id(claim)
    message = f"{_shown(text)} names no claim of another entry: the id of the entry, `/`, and that of the claim do"
    return _refuse(text, mark, reader, message, "/".join(parts) if all(parts) else "")


CLAIM: Final = Text(
    "a claim (`claim-id` or `entry-id/claim-id`)",
    limit=200,
    pattern="^[a-z0-9-]{1,80}(?:/[a-z0-9-]{1,80})?$",
    check=_check_claim,
    prose=False,
)

_REFERENCE = re.compile(r"[a-z]+/[a-z0-9][a-z0-9-]*(?:/[a-z0-9-]+)?|date(?:/[a-z0-9-]+)?")


def is_reference(text: str) -> bool:
    """Whether a text may say what is spoken about: `date`, `date/start`, or a kind and an id."""
    return _REFERENCE.fullmatch(text) is not None


def _check_reference(text: str, mark: Mark, reader: Reader) -> str | Unread:
    if is_reference(text):
        return text
    kind, slash, name = text.partition("/")
    likely = f"{as_id(kind)}/{as_id(name)}" if slash and as_id(name) else text.lower()
    mend = f"write `{likely}`" if _REFERENCE.fullmatch(likely) else "write `date`, or a kind and an id: `actors/<id>`"
    message = f"{_shown(text)} names nothing that can be spoken about"
    reader.faults.append(Fault(Reason.BAD_ID, mark, message, mend, field="about", text=text))
    return UNREAD


ABOUT: Final = Text("what it is about (`date`, `actors/…`, `claims/…`)", limit=200, check=_check_reference, prose=False)

_LANGUAGE = re.compile(
    r"([a-z]{2,3})(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?(?:-(?:[a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*"
)
_SHORT = frozenset(code for code in map(str, Locale("en").languages) if len(code) == 2)
"""The codes of ISO 639-1, all of which CLDR names; of the thousands of three letters it names a few hundred."""
_SHORTER: Mapping[str, str] = get_global("language_aliases")


_NAMED = {
    **{name.casefold(): code for code, name in Locale("en").languages.items() if len(code) == 2},
    "ua": "uk",
    "gb": "en",
    "us": "en",
    "cn": "zh",
    "jp": "ja",
    "cz": "cs",
    "by": "be",
    "se": "sv",
    "dk": "da",
}
"""Languages by their English names, and by the countries of which some take a tag to be that of the language."""


def _check_language(text: str, mark: Mark, reader: Reader) -> str | Unread:
    match = _LANGUAGE.fullmatch(text)
    named = _NAMED.get(text.casefold())
    mend = f"write `{named}`" if named else "write a language tag such as `en`, `uk` or `ru`"
    if match:
        code = match[1]
        shorter = _SHORTER.get(code, "") if len(code) == 3 else ""
        if code in _SHORT or (len(code) == 3 and shorter not in _SHORT):
            return text
        if shorter:
            mend = f"write `{shorter}{text[3:]}`: where there are two letters for a language, its tag has those"
    return reader.refuse(Reason.BAD_LANGUAGE, mark, f"`{text[:40]}` is no language tag (BCP 47)", mend)


LANGUAGE: Final = Text("a language tag", limit=40, check=_check_language, prose=False)

_OFFSET = re.compile(r"(?:UTC)?[+-](?:0[0-9]|1[0-4]):[0-5][0-9]|UTC|Z")


def _check_zone(text: str, mark: Mark, reader: Reader) -> str | Unread:
    named = re.fullmatch(r"[A-Za-z]+(?:/[A-Za-z0-9_+-]+){1,2}", text)
    if _OFFSET.fullmatch(text) or (named and tz.gettz(text) is not None):
        return text
    mend = "write a zone of the IANA database, as in `Europe/Kyiv`, or an offset, as in `+03:00`"
    hours = re.fullmatch(r"(?:UTC|GMT)? ?([+-])([0-9]{1,2})(?::?([0-9]{2}))?", text)
    if hours and _OFFSET.fullmatch(offset := f"{hours[1]}{hours[2]:0>2}:{hours[3] or '00'}"):
        mend = f"write `{offset}`"
    elif city := next((zone for zone in sorted(available_timezones()) if zone.endswith(f"/{text.title()}")), None):
        mend = f"write `{city}`"
    return reader.refuse(Reason.BAD_ZONE, mark, f"`{text[:40]}` is no time zone", mend)


ZONE: Final = Text("a time zone", limit=60, check=_check_zone, prose=False)


_ITEM = re.compile(r"(?:(?:https?://)?(?:[a-z]+\.)*wikidata\.org/\S*?/|wd:)?q?([1-9][0-9]{0,11})(?:[?#]\S*)?")


def _check_wikidata(text: str, mark: Mark, reader: Reader) -> str | Unread:
    if re.fullmatch(r"Q[1-9][0-9]{0,11}", text):
        return text
    found = _ITEM.fullmatch(text.lower())
    mend = f"write `Q{found[1]}`" if found else "write the item's number with its Q, as in `Q7747`"
    return reader.refuse(Reason.BAD_WIKIDATA, mark, f"`{text[:40]}` is no Wikidata item", mend)


WIKIDATA: Final = Text("a Wikidata item", limit=400, pattern="^Q[1-9][0-9]*$", check=_check_wikidata, prose=False)


def _check_domain(text: str, mark: Mark, reader: Reader) -> str | Unread:
    mend = "write the host alone in lower case, as in `bbc.co.uk`, without `https://` and `www.`"
    with suppress(AddressError):
        mend = f"write `{host_of('https://' + re.sub('^[a-z]+:/*', '', text.strip().lower()))}`"
    if re.search(r"[/:?#@]", text) or text != text.lower() or text.startswith("www."):
        return reader.refuse(Reason.BAD_URL, mark, f"`{text[:60]}` is no domain", mend)
    try:
        return host_of(f"https://{text}")
    except AddressError as error:
        return reader.refuse(Reason.BAD_URL, mark, f"`{text[:60]}` is no domain: {error}", mend)


DOMAIN: Final = Text("a domain", limit=253, check=_check_domain, prose=False)


_DEGREES = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_PLACED = re.compile(r"([-−]?[0-9]+(?:\.[0-9]+)?) ?°? ?([NSEW]?)", re.IGNORECASE)


def _pair_in(node: Node) -> str:
    """The latitude and longitude that were probably meant, as they are to be written; empty if unknown."""
    if isinstance(node, Fields):
        told = {field.key.text[:2]: field.value.text for field in node.fields if isinstance(field.value, Scalar)}
        texts = [told.get("la", ""), told.get("lo", "") or told.get("ln", "")]
    elif isinstance(node, Sequence):
        texts = [item.text for item in node.items if isinstance(item, Scalar)]
        if len(texts) == 4 and all(text.lstrip("-").isdigit() for text in texts):
            texts = [f"{texts[0]}.{texts[1]}", f"{texts[2]}.{texts[3]}"]  # a comma for a point
    else:
        texts = re.split(r"\s*[,;/]\s*|\s+(?=[-−0-9])", node.text.strip())
    found = [match for text in texts if (match := _PLACED.fullmatch(text.strip())) is not None]
    if len(found) != 2 or len(texts) != 2:
        return ""
    signed = [(match[1].replace("−", "-"), match[2].upper()) for match in found]
    if [sign for _, sign in signed] in (["E", "N"], ["W", "N"], ["E", "S"], ["W", "S"]):
        signed.reverse()
    numbers = [f"-{number}" if sign in {"S", "W"} else number for number, sign in signed]
    if abs(float(numbers[0])) > 90 >= abs(float(numbers[1])):
        numbers.reverse()
    return f"[{', '.join(numbers)}]" if abs(float(numbers[0])) <= 90 and abs(float(numbers[1])) <= 180 else ""


class Coordinates:
    """`[latitude, longitude]` in degrees (WGS 84)."""

    noun = "`[latitude, longitude]`"
    _pair = ListOf(Number(), repeats=True)

    def read(self, node: Node, path: str, reader: Reader) -> tuple[float, float] | Unread:
        meant = _pair_in(node)
        mend = f"write latitude, then longitude, in degrees: `{meant or '[50.45, 30.52]'}`"
        if isinstance(node, Sequence) and not all(
            isinstance(i, Scalar) and _DEGREES.fullmatch(i.text) for i in node.items
        ):
            message = f"`{path}` must be two numbers, not {describe(node)}"
            return reader.refuse(Reason.BAD_COORDINATES, node.mark, message, mend)
        if isinstance(node, Sequence) and len(node.items) == 2 and all(isinstance(i, Scalar) for i in node.items):
            read = self._pair.read(node, path, reader)
            if isinstance(read, Unread) or len(read) != 2:
                return UNREAD
            latitude, longitude = read
            if abs(latitude) <= 90 and abs(longitude) <= 180:
                return float(latitude), float(longitude)
            message = f"latitude {latitude}, longitude {longitude} is nowhere on Earth"
            return reader.refuse(Reason.BAD_COORDINATES, node.mark, message, mend)
        message = f"`{path}` must be two numbers, not {describe(node)}"
        return reader.refuse(Reason.BAD_COORDINATES, node.mark, message, mend)

    def schema(self) -> Schema:
        bounds = [{"type": "number", "minimum": -limit, "maximum": limit} for limit in (90, 180)]
        return {"type": "array", "prefixItems": bounds, "items": False, "minItems": 2}
