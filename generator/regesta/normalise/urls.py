"""Addresses of sources: which are accepted, and when two are the same.

Only public http(s) addresses without credentials pass. A host that mixes scripts to look like another is
refused. Two addresses are the same source when their *keys* are equal: scheme, `www.`, tracking parameters and
fragments do not count.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import lru_cache
from typing import Final
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

import idna

from regesta.model.faults import Reason
from regesta.model.marks import Mark
from regesta.normalise.shapes import Reader, Text, Unread

MAX_URL = 2_000

_HOST_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_TOP_LABEL = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")
_PRIVATE = frozenset(
    "alt arpa corp domain home i2p internal intranet invalid lan local localdomain localhost mail onion private test"
    " workgroup".split()
)
"""Top labels that no public name has: reserved by RFC 2606, 6761, 6762, 7686, 8375 and 9476, or used within houses."""

_TRACKING = re.compile(r"utm_[a-z]+|fbclid|gclid|yclid|mc_[ce]id|igshid|ref_src|cmpid|ns_[a-z]+")
_FORBIDDEN = re.compile(r"[\s\"<>\\^`{|}\x00-\x20\x7f]")
_CONTROL = re.compile(r"%(?:[01][0-9a-f]|7f)", re.IGNORECASE)
_LONE_PERCENT = re.compile(r"%(?![0-9a-fA-F]{2})")
_ESCAPE = re.compile(r"%[0-9a-fA-F]{2}")
_PATH_SIGNS: Final = "/%:@!$&'()*+,;=~[]"
_DOTS = re.compile("[\u3002\uff0e\uff61]")
_PORTS = {"80", "443", "8080", "8443"}


class AddressError(ValueError):
    """An address that is refused; the message says why."""


@lru_cache(maxsize=65_536)
def host_of(url: str) -> str:
    """The host of an accepted address, in lower case, international names in Unicode, without `www.`.

    Raises AddressError with the reason when the address is not accepted.
    """
    _check_signs(url)
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise AddressError(f"the address cannot be taken apart: {error}") from error
    if parts.scheme not in {"http", "https"} or not url.lower().startswith(("http://", "https://")):
        raise AddressError("an address begins with https:// or http://")
    if "@" in parts.netloc:
        raise AddressError("an address must not carry a user name or a password: write what follows the `@`")
    if "[" in parts.netloc or "]" in parts.netloc:
        raise AddressError(f"the host is the number {parts.netloc}: write its name")
    host, colon, port = parts.netloc.partition(":")
    if colon and not port:
        raise AddressError("the host ends in a colon without a port: drop the colon")
    if colon and port not in _PORTS:
        raise AddressError(f"the port {port} is not one that public pages use: drop `:{port}`")
    return _public_host(host.lower())


def _check_signs(url: str) -> None:
    found = _FORBIDDEN.search(url)
    if found:
        sign = found.group()
        encoded = "".join(f"%{byte:02X}" for byte in sign.encode("utf-8", "replace"))
        raise AddressError(f"the character U+{ord(sign):04X} cannot stand in an address: write `{encoded}`")
    control = _CONTROL.search(url)
    if control:
        raise AddressError(f"`{control.group()}` is a control character, which no address of a page has: delete it")
    lone = _LONE_PERCENT.search(url)
    if lone:
        following = url[lone.start() : lone.start() + 3]
        raise AddressError(f"`{following}` is no percent-encoded character: write `%25` for a percent sign")


@lru_cache(maxsize=65_536)
def _public_host(host: str) -> str:
    """A host in readable form, without `www.`. Raises AddressError unless it is a public name."""
    if not host.strip("."):
        raise AddressError("there is no host in the address")
    if len(host) > 253:
        raise AddressError("the host is longer than any name of the Internet")
    if _DOTS.search(host) or unicodedata.normalize("NFKC", host) != host:
        plain = _DOTS.sub(".", unicodedata.normalize("NFKC", host))
        raise AddressError(f"`{host}` only looks like a host: write `{plain}`")
    if host.startswith(".") or host.endswith(".") or ".." in host:
        plain = re.sub(r"\.{2,}", ".", host.strip("."))
        raise AddressError(f"`{host}` has a dot too many: write `{plain}`")
    labels = host.split(".")
    # What ends in a number is an address to a browser, in whatever base: 127.1, 0x7f.1, 2130706433.
    if re.fullmatch(r"[0-9]+|0x[0-9a-f]*", labels[-1]):
        raise AddressError(f"the host is the number `{host}`: write its name")
    try:
        ascii_host = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
        readable = idna.decode(ascii_host) if "xn--" in ascii_host else ascii_host
    except (idna.IDNAError, UnicodeError) as error:
        raise AddressError(f"the host is no name of the Internet: {error}") from error
    labels = ascii_host.split(".")
    if len(labels) < 2 or labels[-1] in _PRIVATE:
        raise AddressError(f"`{host}` is no public host")
    proper = all(_HOST_LABEL.fullmatch(label) for label in labels) and _TOP_LABEL.fullmatch(labels[-1])
    if not proper or len(ascii_host) > 253:
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
        meant = _meant(text)
        mend = f"write `{meant}`" if meant else "write the page's public address, as in `https://www.example.org/page`"
        return reader.refuse(Reason.BAD_URL, mark, str(error), mend)
    return text


_LINK = re.compile(r"\[[^]]*\]\((\S+?)\)|<a\s[^>]*href=[\"']?([^\"'\s>]+).*")
_AROUND = " <>()[]\"'“”„«»‘’‚‹›`,;"
_HOST_FIRST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/|$)", re.IGNORECASE)
_SLIPPED_SCHEME = re.compile(r"(https?)(?::/?(?=[^/])|;//|//|:\\\\)", re.IGNORECASE)


def _meant(text: str) -> str:
    """The address that was probably meant: without what stood around it in a letter or on a page; empty if unknown."""
    found = _LINK.fullmatch(text)
    bare = (found[1] or found[2] if found else text).strip(_AROUND)
    if _HOST_FIRST.match(bare) or bare.startswith("//"):
        bare = f"https://{bare.removeprefix('//')}"
    bare = _SLIPPED_SCHEME.sub(r"\1://", bare, count=1)
    bare = re.sub(r"[ <>\"\\^`{|}]", lambda sign: f"%{ord(sign[0]):02X}", bare)
    try:
        host_of(bare)
    except AddressError:
        return ""
    return bare


URL: Final = Text("an address (https://…)", limit=MAX_URL, pattern="^https?://[^\\s]+$", check=_check_url)

_WAYBACK = re.compile(r"/web/(?P<time>[0-9]{14})(?:id_|if_)?/(?P<url>.+)")
_TODAY = re.compile(r"/(?P<time>[0-9]{14})/(?P<url>.+)")

_ARCHIVES = {
    **dict.fromkeys(("web.archive.org", "archive.org"), _WAYBACK),
    **dict.fromkeys((f"archive.{domain}" for domain in ("today", "ph", "is", "li", "md", "vn", "fo")), _TODAY),
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
    try:
        same = address_key(unquote(inside)) == address_key(unquote(url))
    except ValueError:  # brackets around what is no number
        same = False
    if not same:
        return f"the archived page is {inside[:120]}, not the cited one"
    return ""


@lru_cache(maxsize=65_536)
def address_key(url: str) -> str:
    """What makes two addresses the same source.

    That is host, path and query, without scheme, `www.`, tracking and fragment.
    """
    parts = urlsplit(url)
    host = _readable((parts.hostname or "").rstrip(".")).removeprefix("www.").removeprefix("m.").removeprefix("amp.")
    query = urlencode(
        sorted(pair for pair in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(pair[0]))
    )
    # A letter and its percent-encoding, in either case, are one.
    path = _ESCAPE.sub(lambda escape: escape.group().upper(), quote(parts.path.rstrip("/") or "/", safe=_PATH_SIGNS))
    return f"{host}{path}" + (f"?{query}" if query else "")


def _readable(host: str) -> str:
    try:
        return idna.decode(host) if "xn--" in host else host
    except (idna.IDNAError, UnicodeError):
        return host


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
