"""How a value ought to be written, shown to a person who wrote it otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from typing import Protocol, runtime_checkable

from regesta.load.nodes import Mapping, Node, Scalar, Sequence
from regesta.model.marks import Mark


@runtime_checkable
class Sampled(Protocol):
    """A shape that can show how it is written."""

    def sample(self, text: str) -> str:
        """The least that has the shape, as YAML in one line; `text` stands where it asks for one, `…` where empty."""


def sample(shape: object, text: str = "") -> str:
    """How a value of a shape is written."""
    return shape.sample(text) if isinstance(shape, Sampled) else text or "…"


@runtime_checkable
class Named(Protocol):
    """A shape with fields of known names."""

    @property
    def names(self) -> Collection[str]:
        """The names."""


_NEEDS_QUOTES = re.compile(r"[,\[\]{}]|:(?:\s|$)|\s#|^[-?:](?:\s|$)|^[&*!|>'\"%@`#]|^https?://|^www\.|\n")


def braced(text: str) -> str:
    """A text as it may stand inside braces: in quotes where it needs them."""
    if not _NEEDS_QUOTES.search(text):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))})
"""Names that no file may have on Windows: an id becomes a folder of the site, and sites are cloned everywhere."""

LONGEST_ID = 80
_PLAIN = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})
"""Latin letters that Unicode does not take apart into a plain one and a sign."""


def as_id(text: str) -> str:
    """The id that is most like a text, cut at a word; empty where most of its letters cannot stand in one."""
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_PLAIN))
    letters = [letter for letter in apart if not unicodedata.combining(letter)]
    foreign = sum(letter.isalpha() and not letter.isascii() for letter in letters)
    if foreign * 2 > sum(map(str.isalpha, letters)):
        return ""
    whole = "-".join(re.findall(r"[a-z0-9]+", re.sub("['’ʼ`]", "", "".join(letters))))
    proposal = whole if len(whole) <= LONGEST_ID else whole[: LONGEST_ID + 1].rpartition("-")[0] or whole[:LONGEST_ID]
    return f"{proposal}-1" if proposal in DEVICES else proposal


def lone_key(key: Scalar, value: Node) -> bool:
    """Whether a key has no colon: in braces, what follows a comma."""
    return isinstance(value, Scalar) and not value.text and value.plain and value.mark[1:3] == key.mark[3:5]


def perhaps_text(comment: str) -> str:
    """The comment, where it may have been meant as text: one blank before the `#`, or none after it."""
    bare = comment.strip()
    return bare if comment[:2].strip() or bare[1:2].strip() else ""


def behind(node: Scalar) -> Mark:
    """Where the comment behind a scalar stands."""
    path, _, _, line, column = node.mark
    blanks = len(node.comment) - len(node.comment.lstrip())
    return Mark(path, line, column + blanks, line, column + len(node.comment))


_NAMING = ("id", "ref", "name", "title", "text", "en", "url", "date")
"""Fields that hold what a whole is called, for people who expect a record."""


def alone(node: Node, leaf: str, *, prose: bool, is_id: bool = False) -> str:
    """The mend for something that ought to be one text; `prose` where it may have several words."""
    said = _within(node)
    if is_id:
        said = list(dict.fromkeys(filter(None, map(as_id, said))))
    field = leaf.rpartition(".")[2]
    key = f"{field}: " if not field.endswith("]") else ""
    if isinstance(node, Sequence) and len(said) > 1 and len(said) <= 6 and not prose:
        return f"write one of them alone: {' or '.join(f'`{key}{each}`' for each in said)}"
    if len(said) == 1 and isinstance(node, Mapping) and len(said[0]) <= 150:
        return f"write `{key}{braced(said[0])}`"
    inside = node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else None
    if isinstance(inside, Scalar) and inside.text.strip():
        return f"write `{inside.text.strip()[:60]}`, without brackets and hyphen"
    only = node.fields[0] if isinstance(node, Mapping) and len(node.fields) == 1 else None
    if only is not None and isinstance(only.value, Scalar) and " " in only.key.text:
        whole = f"{only.key.text}: {only.value.text}" if only.value.text else only.key.text
        return f'put the text in quotes: `"{whole[:150]}"`'
    return "write one text; put one that contains `: `, or begins with a bracket or `- `, in quotes"


def _within(node: Node) -> list[str]:
    """What stands in brackets or braces, where it is what a value may be taken from: of fields, that which names."""
    if isinstance(node, Sequence):
        texts = [item.text.strip() for item in node.items if isinstance(item, Scalar) and len(item.text) <= 60]
        return texts if len(texts) == len(node.items) else []
    if not isinstance(node, Mapping):
        return []
    fields = {field.key.text: field.value for field in node.fields if " " not in field.key.text}
    chosen = fields.keys() if len(node.fields) == 1 else [name for name in _NAMING if name in fields][:1]
    values = [fields[name] for name in chosen]
    return [value.text.strip() for value in values if isinstance(value, Scalar) and not value.is_null]


def as_list(node: Node, item: object) -> str:
    """The mend for something that ought to be a list."""
    if not isinstance(node, Scalar):
        return "begin each item with `- `"
    if node.is_null:
        return f"write `[{sample(item)}]`, or delete the line"
    bare = node.text.strip(" \n-*–•()")
    if node.plain and node.mark.line != node.mark.end_line and "•" not in bare and not re.search(r"\s[-–*]\s", bare):
        return "begin each item with `- `, on a line of its own"
    words = [each for each in re.split(r"\s*[,;•]\s*|\s+[-*–]\s+|^[-*–•]\s*", bare) if each]
    if "\n" in node.text or not all(len(each) <= 40 for each in words) or len(words) > 6:
        return "begin each item with `- `, on a line of its own"
    return f"write `[{', '.join(sample(item, each) for each in words)}]`"


_GROUPED = re.compile(r"[0-9]{1,3}(?:[ ,.'’_\u00a0\u2009\u202f][0-9]{3})+")
_BOUNDS = re.compile(r"([0-9]+) ?(?:[-–—]|to|and) ?([0-9]+)")


def as_number(node: Node) -> str:
    """The mend for something that ought to be a number."""
    text = node.text if isinstance(node, Scalar) else ""
    bounds, grouped = _BOUNDS.fullmatch(text), _GROUPED.search(text)
    if bounds is not None:
        return f"write `low: {bounds[1]}` and `high: {bounds[2]}`"
    if grouped is not None:
        return f"write digits only, without separators or unit: `{re.sub('[^0-9]', '', grouped.group())}`"
    return "write digits only, without separators or unit, as in `12000`"


def as_map(node: Node, leaf: str, value: object) -> str:
    """The mend for something that ought to be fields of names of one's own."""
    text = node.text.strip() if isinstance(node, Scalar) and not node.is_null and len(node.text) <= 200 else ""
    written = f"write `{leaf}: {{<key>: {sample(value, text)}}}`"
    if isinstance(node, Scalar) and node.is_null:
        return f"write it below, indented by two blanks, as in `<key>: {sample(value)}`, or delete the line"
    if isinstance(node, Sequence):
        return f"{written}: no list, but each under a key of your own, without the hyphen"
    return f"{written}, with a key of your own"
