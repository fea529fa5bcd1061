"""Addresses of sources: which are accepted, and when two are the same.

Only public http(s) addresses without credentials pass. A host that mixes scripts to look like another is
refused. Two addresses are the same source when their *keys* are equal: scheme, `www.`, tracking parameters and
fragments do not count.
"""

from __future__ import annotations

import ipaddress
import re
import unicodedata
from datetime import datetime
from functools import lru_cache
from typing import Final
from urllib.parse import SplitResult, parse_qsl, unquote, urlencode, urlsplit

import idna

from regesta.model.faults import Reason
from regesta.model.marks import Mark
from regesta.normalise.shapes import Reader, Text, Unread

MAX_URL = 2_000

_HOST_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PRIVATE_SUFFIXES = (
    ".localhost",
    ".local",
    ".internal",
    ".lan",
    ".home",
    ".corp",
    ".test",
    ".invalid",
    ".onion",
    ".arpa",
)
_TRACKING = re.compile(r"utm_[a-z]+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src|cmpid|ns_[a-z]+")
_FORBIDDEN = re.compile(r"[\s\"<>\\^`{|}\x00-\x20\x7f]")


class AddressError(ValueError):
    """An address that is refused; the message says why."""


@lru_cache(maxsize=65_536)
def host_of(url: str) -> str:
    """The host of an accepted address, in lower case, international names in Unicode, without `www.`.

    Raises AddressError with the reason when the address is not accepted.
    """
    found = _FORBIDDEN.search(url)
    if found:
        raise AddressError(
            f"the character U+{ord(found.group()):04X} cannot stand in an address: write it percent-encoded"
        )
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise AddressError(str(error)) from error
    if parts.scheme not in {"http", "https"} or not url.lower().startswith(("http://", "https://")):
        raise AddressError("an address begins with https:// or http://")
    if parts.username is not None or parts.password is not None or "@" in parts.netloc:
        raise AddressError("an address must not carry a user name or a password")
    if port is not None and port not in {80, 443, 8080, 8443}:
        raise AddressError(f"the port {port} is not one that public pages use")
    return _public_host(parts)


def _public_host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".")
    if not host:
        raise AddressError("there is no host in the address")
    if ":" in host or re.fullmatch(r"[0-9.]+|0x[0-9a-f.x]+", host):
        try:
            numeric = ipaddress.ip_address(host)
        except ValueError:
            raise AddressError("the host is a number, not a name") from None
        raise AddressError(f"the host is the number {numeric}, not a name")
    try:
        ascii_host = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
        readable = idna.decode(ascii_host) if "xn--" in ascii_host else ascii_host
    except idna.IDNAError as error:
        raise AddressError(f"the host is no name of the Internet: {error}") from error
    labels = ascii_host.lower().split(".")
    if len(labels) < 2 or f".{labels[-1]}" in _PRIVATE_SUFFIXES or ascii_host.endswith(_PRIVATE_SUFFIXES):
        raise AddressError(f"`{host}` is no public host")
    if not all(_HOST_LABEL.fullmatch(label) for label in labels) or labels[-1].isdigit() or len(ascii_host) > 253:
        raise AddressError(f"`{host}` is no name of the Internet")
    for label in readable.split("."):
        scripts = _scripts(label)
        if len(scripts) > 1:
            raise AddressError(f"the host mixes scripts ({', '.join(sorted(scripts))}), as deceptive addresses do")
    return readable.lower().removeprefix("www.")


def _scripts(label: str) -> set[str]:
    """The scripts of a label's letters, by the first word of the characters' names.

    Japanese mixes several by nature.
    """
    scripts = {unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0] for letter in label if letter.isalpha()}
    return {"JAPANESE"} if len(scripts) > 1 and scripts <= {"CJK", "HIRAGANA", "KATAKANA", "LATIN"} else scripts


def _check_url(text: str, mark: Mark, reader: Reader) -> str | Unread:
    try:
        host_of(text)
    except AddressError as error:
        mend = "write the page's public address, as in `https://www.example.org/page`"
        return reader.refuse(Reason.BAD_URL, mark, str(error), mend)
    return text


URL: Final = Text("an address (https://…)", limit=MAX_URL, pattern="^https?://[^\\s]+$", check=_check_url)

_ARCHIVES = {
    "web.archive.org": re.compile(r"/web/(?P<time>[0-9]{14})(?:id_|if_)?/(?P<url>.+)"),
    "archive.org": re.compile(r"/web/(?P<time>[0-9]{14})(?:id_|if_)?/(?P<url>.+)"),
    **{
        host: re.compile(r"/(?P<time>[0-9]{14})/(?P<url>.+)")
        for host in (
            "archive.today",
            "archive.ph",
            "archive.is",
            "archive.li",
            "archive.md",
            "archive.vn",
            "archive.fo",
        )
    },
}


def archive_fault(archived: str, url: str) -> str:
    """Why an archive link is not one of `url`; empty when it is.

    It must have an exact archive host, a real time of fourteen digits, and the cited address inside, so that a
    link that says "archived" leads to the page that was cited.
    """
    try:
        host = host_of(archived)
    except AddressError as error:
        return str(error)
    pattern = _ARCHIVES.get(host)
    if pattern is None:
        return f"`{host}` is not an archive that is known here ({', '.join(sorted(_ARCHIVES))})"
    parts = urlsplit(archived)
    match = pattern.fullmatch(parts.path + (f"?{parts.query}" if parts.query else ""))
    if match is None:
        return "an archive link has a time of fourteen digits and then the cited address"
    try:
        datetime.strptime(match["time"], "%Y%m%d%H%M%S")
    except ValueError:
        return f"{match['time']} is no time: it must be YYYYMMDDhhmmss"
    inside = re.sub(r"^(https?:)/+", r"\1//", match["url"])
    if not inside.startswith(("http://", "https://")):
        inside = f"http://{inside}"
    if address_key(unquote(inside)) != address_key(unquote(url)):
        return f"the archived page is {inside[:120]}, not the cited one"
    return ""


@lru_cache(maxsize=65_536)
def address_key(url: str) -> str:
    """What makes two addresses the same source.

    That is host, path and query, without scheme, `www.`, tracking and fragment.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower().removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    query = urlencode(
        sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
    )
    path = parts.path.rstrip("/") or "/"
    return f"{host}{path}" + (f"?{query}" if query else "")


def archived_address(url: str) -> str | None:
    """The address inside an archive link; None where `url` is no archive link."""
    parts = urlsplit(url)
    pattern = _ARCHIVES.get((parts.hostname or "").removeprefix("www."))
    match = pattern.fullmatch(parts.path) if pattern is not None else None
    if match is None:
        return None
    inside = re.sub(r"^(https?:)/+", r"\1//", match["url"])
    inside = inside if inside.startswith(("http://", "https://")) else f"http://{inside}"
    try:
        host_of(inside)
    except AddressError:
        return None
    return inside
