"""How a value ought to be written, shown to a person who wrote it otherwise."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Protocol, runtime_checkable

from regesta.load.nodes import Mapping, Node, Scalar, Sequence
from regesta.model.ids import as_id
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


def _listed(node: Mapping, item: object) -> str:
    """The mend for fields where a list belongs."""
    first = node.fields[0].key.text if node.fields else ""
    if node.fields and all(lone_key(*field) for field in node.fields):
        return f"write brackets, not braces: `[{', '.join(sample(item, field.key.text) for field in node.fields)}]`"
    values = [field.value for field in node.fields]
    record = getattr(item, "record", item)
    names = record.names if isinstance(record, Named) else ()
    if first in names:
        return f"put `- ` before `{first}`, and begin the fields below it in the column of `{first}`"
    if {"ref", "role"} <= set(names) and all(isinstance(value, Scalar) and not value.is_null for value in values):
        roles = [(key.text, value.text) for key, value in node.fields if isinstance(value, Scalar)]
        return f"write a list: `[{', '.join(f'{{ref: {key}, role: {braced(role)}}}' for key, role in roles)}]`"
    if {"entry", "as"} <= set(names) and all(isinstance(value, Scalar) and not value.is_null for value in values):
        links = [(key.text, value.text) for key, value in node.fields if isinstance(value, Scalar)]
        return f"write a list: `[{', '.join(f'{{entry: {key}, as: {relation}}}' for key, relation in links)}]`"
    if {"text", "lang"} <= set(names) and all(isinstance(value, Scalar) for value in values):
        texts = [
            f"{{text: {braced(value.text)}, lang: {key.text}}}"
            for key, value in node.fields
            if isinstance(value, Scalar)
        ]
        return f"write a list: `[{', '.join(texts)}]`"
    if {"id", "name"} <= set(names) and all(isinstance(value, Scalar) for value in values):
        named = [(key.text, value.text) for key, value in node.fields if isinstance(value, Scalar)]
        return f"write a list: `[{', '.join(f'{{id: {key}, name: {braced(text)}}}' for key, text in named)}]`"
    if all(isinstance(value, Mapping) for value in values):
        return f"write each as an item, without its key: `- ` in the place of `{first}:`"
    return "begin each item with `- `"


_NEEDS_QUOTES = re.compile(r"[,\[\]{}]|:(?:\s|$)|\s#|^[-?:](?:\s|$)|^[&*!|>'\"%@`#]|^https?://|^www\.|\n")


def braced(text: str) -> str:
    """A text as it may stand inside braces: in quotes where it needs them."""
    if not _NEEDS_QUOTES.search(text):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


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
    if isinstance(node, Mapping) and (ends := _ends(node)):
        return f"write `{key}{ends}`"
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


def _ends(node: Mapping) -> str:
    """The span of time between `start` and `end`; empty for other fields."""
    texts = {field.key.text: field.value.text for field in node.fields if isinstance(field.value, Scalar)}
    start = texts.get("start") or texts.get("from")
    end = texts.get("end") or texts.get("to") or texts.get("until")
    return f"{start}/{end}" if start and end and len(node.fields) == 2 else ""


def as_list(node: Node, item: object) -> str:
    """The mend for something that ought to be a list."""
    if isinstance(node, Mapping):
        return _listed(node, item)
    if not isinstance(node, Scalar):
        return "begin each item with `- `"
    if node.is_null:
        return f"write `[{sample(item)}]`, or leave it out"
    bare = re.sub(r"(?:^|\s+)[0-9]{1,2}[.)]\s+", " • ", node.text.strip()).strip(" \n-*–•()")
    if node.plain and node.mark.line != node.mark.end_line and "•" not in bare and not re.search(r"\s[-–*]\s", bare):
        return "begin each item with `- `, on a line of its own"
    if isinstance(item, Named):
        return f"write `[{sample(item, node.text.strip())}]`" if "\n" not in node.text else "begin each item with `- `"
    words = [each for each in re.split(r"\s*[,;•]\s*|\s+[-*–]\s+|^[-*–•]\s*", bare) if each]
    if "\n" in node.text or not all(len(each) <= 40 for each in words) or len(words) > 6:
        return "begin each item with `- `, on a line of its own"
    if getattr(item, "noun", "").startswith("an id"):
        words = [as_id(each) or each for each in words]
    return f"write `[{', '.join(sample(item, each) for each in words)}]`"


_GROUPED = re.compile(r"[0-9]{1,3}(?:[ ,.'’_\u00a0\u2009\u202f][0-9]{3})+(?![0-9])")
_BOUNDS = re.compile(r"([0-9]+) ?(?:[-–—]|to|and) ?([0-9]+)")
_ABOUT = re.compile(
    r"(?:~|≈|ca?\.|circa|about|around|approximately|approx\.?|some|roughly|nearly|almost)\s*", re.IGNORECASE
)
_LEAST = re.compile(r"(?:>=?|≥|more than|over|at least|not less than|minimum)\s*", re.IGNORECASE)
_MOST = re.compile(r"(?:<=?|≤|less than|under|at most|up to|no more than|maximum)\s*", re.IGNORECASE)
_SCALES = {"k": 3, "thousand": 3, "thousands": 3, "m": 6, "mn": 6, "mln": 6, "million": 6, "bn": 9, "billion": 9}
_AMOUNT = re.compile(
    r"([0-9]+(?:\.[0-9]+)?)(?:\s*(k|thousands?|mn?|mln|million|bn|billion)\b)?(\s*\S.*)?", re.IGNORECASE
)


def as_number(node: Node) -> str:
    """The mend for something that ought to be a number."""
    text = node.text.strip() if isinstance(node, Scalar) else ""
    text = _GROUPED.sub(lambda found: re.sub("[^0-9]", "", found[0]), text)
    bounds = _BOUNDS.fullmatch(text)
    if bounds is not None:
        return f"write `low: {bounds[1]}` and `high: {bounds[2]}`"
    for opening, field in ((_ABOUT, ""), (_LEAST, "low"), (_MOST, "high")):
        if (begun := opening.match(text)) is not None and (told := _amount(text[begun.end() :])):
            return f"write it as `{field}: {told}`" if field else f"write `{told}`, and `approximate: true` beside it"
    if re.fullmatch(r"[0-9]+ ?\+", text):
        return f"write it as `low: {text.rstrip(' +')}`"
    if told := _amount(text):
        return f"write digits only, without separators or unit: `{told}`"
    return "write digits only, without separators or unit, as in `12000`"


def _amount(text: str) -> str:
    """The digits of `12 000 soldiers`, `1.2 million`, `12k`; empty where they are not sure."""
    found = _AMOUNT.fullmatch(text)
    if found is None or re.search("[0-9]", found[3] or ""):
        return ""
    whole, _, part = found[1].partition(".")
    power = _SCALES[found[2].casefold()] if found[2] else 0
    if not power:
        return found[1]
    if len(part) > power:
        return ""
    return str(int(whole + part.ljust(power, "0")))


def as_pairs(node: Sequence) -> str:
    """The fields of `[ref: anna, role: speaker]`, which are to stand in braces; empty where it is another list."""
    fields = [item.fields[0] for item in node.items if isinstance(item, Mapping) and len(item.fields) == 1]
    pairs = [(key, value) for key, value in fields if isinstance(value, Scalar) and value.mark.line == key.mark.line]
    if len(pairs) < len(node.items) or node.mark.line != node.mark.end_line:
        return ""
    return ", ".join(f"{key.text}: {braced(value.text)}" for key, value in pairs)


def as_map(node: Node, leaf: str, value: object) -> str:
    """The mend for something that ought to be fields of names of one's own."""
    leaf = leaf.rpartition(".")[2]
    text = node.text.strip() if isinstance(node, Scalar) and not node.is_null and len(node.text) <= 200 else ""
    written = f"write `{leaf}: {{<key>: {sample(value, text)}}}`"
    if isinstance(node, Scalar) and node.is_null:
        return f"write it below, indented by two blanks, as in `<key>: {sample(value)}`, or leave it out"
    if isinstance(node, Sequence):
        if pairs := as_pairs(node):
            return f"write braces, not brackets: `{leaf}: {{{pairs}}}`"
        words = [item.text for item in node.items if isinstance(item, Scalar) and re.fullmatch(r"[\w-]+", item.text)]
        if words and len(words) == len(node.items) <= 12 and not isinstance(value, Named):
            return f"write `{leaf}: {as_labels(words, value)}`"
        own = [named for item in node.items if (named := _id_of(item))]
        if own and len(own) == len(node.items):
            return f"write each under its id, as `{own[0]}:` in the place of `- id: {own[0]}`, without hyphen and `id`"
        return f"{written}: no list, but each under a key of your own, without the hyphen"
    return f"{written}, with a key of your own"


def as_labels(words: list[str], value: object) -> str:
    """Names with values of a shape, in braces: of texts, labels that are like the names."""
    labelled = not isinstance(value, Named)
    shown = (f"{word}: {word.replace('-', ' ').capitalize() if labelled else sample(value)}" for word in words[:12])
    return f"{{{', '.join(shown)}}}"


def _id_of(item: Node) -> str:
    """The id of a record among others; empty where it has none."""
    fields = item.fields if isinstance(item, Mapping) else ()
    return next((value.text for key, value in fields if key.text == "id" and isinstance(value, Scalar)), "")
