"""The safe inline subset of Markdown that summaries, introductions and notes may use.

Contributed text never meets the host's Markdown, which passes raw HTML. markdown-it-py starts from nothing
("zero") and is given emphasis, links, code, escapes, newlines and entities; what it renders then passes nh3's
allow-list.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

import nh3
from markdown_it import MarkdownIt

from regesta.model.faults import Reason
from regesta.model.marks import Mark
from regesta.normalise.shapes import Reader, Text, Unread
from regesta.normalise.urls import AddressError, host_of

MAX_MARKUP = 5_000

_REL = "nofollow ugc noopener noreferrer"
_PARSER = MarkdownIt("zero").enable(["emphasis", "link", "backticks", "escape", "newline", "entity"])
_TAGS = {"em", "strong", "a", "code", "br"}
_WORDS_ALONE = re.compile(r"[^*_`\[\]\\&<>\"\s\x00]++(?: [^*_`\[\]\\&<>\"\s\x00]++)*+")
"""Text in which nothing is markup: most of it, and then nothing need be parsed."""
_NO_MARKUP = re.compile(r"[^*_`\[\]\\&<>\s\x00]++(?: [^*_`\[\]\\&<>\s\x00]++)*+")
"""The same where the text need not stand in a page: a quotation mark is no markup."""
_USUAL = re.compile(
    r"\[([^*_`\[\]\\&<>\s]+(?: [^*_`\[\]\\&<>\s]+)*)\]\((https://[A-Za-z0-9._~/?=#%+-]+)\)"
    r"|(?<!\S)\*([^\W_](?:[^*_`\[\]\\&<>\n]*[^\W_])?)\*(?![^\s.,;:])"
)
"""Links and emphasis as nearly everybody writes them, which leave nothing to interpret."""
_TAG_OR_MARK = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>|"')


@lru_cache(maxsize=65_536)
def render_inline(text: str) -> str:
    """Safe HTML of one paragraph, without the paragraph's own tag."""
    if _WORDS_ALONE.fullmatch(text):
        return text
    # Parsing takes a hundred times as long.
    if ("](" in text or "*" in text) and _WORDS_ALONE.fullmatch(_USUAL.sub(_untagged, text)):
        usual = _USUAL.sub(_tagged, text)
        if "](" not in usual:
            return usual
    return _parsed_html(text)


def _untagged(found: re.Match[str]) -> str:
    """The words of a usual link or emphasis."""
    return found[1] or found[3]


def _tagged(found: re.Match[str]) -> str:
    """What `_parsed_html` makes of a usual link or emphasis; a link that it would alter is left as it is."""
    words, address, stressed = found.groups()
    if address is None:
        return f"<em>{stressed}</em>"
    if "%" in address or _address_fault(address):
        return found[0]
    return f'<a href="{address}" rel="{_REL}">{words}</a>'


def _parsed_html(text: str) -> str:
    rendered = str(_PARSER.renderInline(text))
    clean = nh3.clean(rendered, tags=_TAGS, attributes={"a": {"href"}}, attribute_filter=_public_href, link_rel=_REL)
    # In our pages a quotation mark stands around an attribute and nowhere else: the check of links relies on it.
    return _TAG_OR_MARK.sub(lambda found: "&quot;" if found[0] == '"' else found[0], clean) if '"' in clean else clean


def _public_href(_tag: str, attribute: str, value: str) -> str | None:
    """Keep an `href` only where it leads to a public address.

    A relative one would lead into the site, or out by `//`.
    """
    return None if attribute == "href" and _address_fault(value) else value


def _address_fault(url: str) -> str:
    try:
        host_of(url)
    except AddressError as error:
        return str(error)
    return ""


@lru_cache(maxsize=65_536)
def plain_text(text: str) -> str:
    """The words alone, for descriptions, search and exports; not escaped."""
    bare = _USUAL.sub(_untagged, text) if "](" in text or "*" in text else text
    return bare if _NO_MARKUP.fullmatch(bare) else _parsed_text(text)


def _parsed_text(text: str) -> str:
    words: list[str] = []
    for block in _PARSER.parseInline(text):
        for token in block.children or ():
            if token.type in {"text", "code_inline"}:
                words.append(token.content)
            elif token.type in {"softbreak", "hardbreak"}:
                words.append(" ")
    return re.sub(r"\s+", " ", "".join(words)).strip()


def _check_markup(text: str, mark: Mark, reader: Reader) -> str | Unread:
    for target in _targets(text) if "[" in text else ():
        if fault := _address_fault(target):
            mend = "link a public https:// address, or write the words alone"
            return reader.refuse(Reason.BAD_MARKUP, mark, f"a link leads to `{target[:60]}`: {fault}", mend)
    return text


_NO_LINK = re.compile(r"[^\[\]\\`<&]*")
"""Text that holds no link, whatever its neighbours are."""


def _targets(text: str) -> list[str]:
    """Where the links of a text lead."""
    if "%" not in text and _NO_LINK.fullmatch(_USUAL.sub(r"\1\3", text)):
        return [found[2] for found in _USUAL.finditer(text) if found[2]]
    tokens = [token for block in _PARSER.parseInline(text) for token in block.children or ()]
    return [str(token.attrGet("href") or "") for token in tokens if token.type == "link_open"]


MARKUP: Final = Text("a text (emphasis, links and code may be used)", limit=MAX_MARKUP, check=_check_markup, lines=True)
