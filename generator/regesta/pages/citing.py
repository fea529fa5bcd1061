"""*Cite this*: an entry or a source as a reader would cite it. No clock is read."""

from __future__ import annotations

import re
from dataclasses import dataclass

from regesta.edtf import Value, civil
from regesta.model.source import Source
from regesta.pages import dates


@dataclass(frozen=True, slots=True)
class Citing:
    """One citation in three forms."""

    plain: str
    bibtex: str
    wikipedia: str


def cite_entry(title: str, when: str, work: str, address: str, key: str, corrected: Value | None) -> Citing:
    """How to cite an entry of this work; `corrected` is the day of its last correction, where it has had one."""
    version = f" Corrected {dates.words(corrected)}." if corrected is not None else ""
    dated = f" ({when})" if when else ""
    note = f"Event of {when}" if when else ""
    if corrected is not None:
        note = "; ".join(filter(None, (note, f"corrected {dates.words(corrected)}")))
    return Citing(
        plain=f"“{title}”{dated}. {work}.{version} {address}",
        bibtex=_bibtex("misc", key, {"title": title, "howpublished": work, "note": note, "url": address}),
        wikipedia=_template(
            {"title": title, "url": address, "website": work, "date": _template_date(corrected)},
        ),
    )


UNTITLED = "[title not recorded]"
"""What stands for a title that nobody has written down: in brackets, as cataloguers mark what they supply."""


def cite_source(source: Source, publisher: str) -> Citing:
    """How to cite a source itself, with its archived copy where there is one.

    No title is made up: `{{cite web}}` and BibTeX want one, so they get the same bracketed words as the plain form.
    """
    title = source.title or UNTITLED
    quoted = UNTITLED if source.title is None else f"“{title}”"
    published = source.published
    authors = ", ".join(source.authors)
    day = f" {dates.words(published)}." if published is not None else ""
    plain = f"{authors + '. ' if authors else ''}{quoted}. {publisher}.{day} {source.url}"
    if source.archived:
        plain += f" (archived: {source.archived})"
    fields = {"author": " and ".join(f"{{{_tex(author)}}}" for author in source.authors)}
    return Citing(
        plain=plain,
        bibtex=_bibtex(
            "online",
            source.id.replace(".", "-"),
            {
                "title": title,
                "organization": publisher,
                "date": str(published) if published is not None else "",
                "langid": source.language or "",
                "url": source.url,
            },
            fields,
        ),
        wikipedia=_template(
            {
                **{f"author{position}": author for position, author in enumerate(source.authors, 1)},
                "title": title,
                "url": source.url,
                "website": publisher,
                "date": _template_date(published),
                "language": source.language or "",
                "access-date": _template_date(source.accessed),
                "archive-url": source.archived or "",
                "archive-date": _archive_date(source.archived),
                "url-status": "live" if source.archived else "",
            }
        ),
    )


_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#", "$": r"\$",
        "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}", "\n": " ",
    }
)  # fmt: skip


_TEX_SPECIAL = re.compile(r"[\\{}%&#$_~^\n]")


def _tex(text: str) -> str:
    return text.translate(_TEX) if _TEX_SPECIAL.search(text) else text


def _bibtex(kind: str, key: str, fields: dict[str, str], ready: dict[str, str] | None = None) -> str:
    lines = [f"  {name} = {{{value}}}," for name, value in (ready or {}).items() if value]
    for name, value in fields.items():
        if value:
            # An address is printed as it is: biblatex reads `url` verbatim, and braces cannot stand in one.
            lines.append(f"  {name} = {{{_percent(value) if name == 'url' else _tex(value)}}},")
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _percent(address: str) -> str:
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


def _template(fields: dict[str, str]) -> str:
    parts = [f" |{name}={_wiki(name, value)}" for name, value in fields.items() if value]
    return "{{cite web" + "".join(parts) + "}}"


def _wiki(name: str, value: str) -> str:
    if name.endswith("url"):
        return value.replace("|", "%7C").replace("{", "%7B").replace("}", "%7D").replace("[", "%5B").replace("]", "%5D")
    text = " ".join(value.split()).replace("|", "{{!}}")
    return text.replace("[", "&#91;").replace("]", "&#93;").replace("<", "&lt;").replace(">", "&gt;")


def _template_date(value: Value | None) -> str:
    """A date that the template understands: a whole day, month or year; anything else is left out."""
    if value is None or value.is_span or not re.fullmatch(r"[0-9]{4}(-[0-9]{2}){0,2}", str(value)):
        return ""
    return dates.words(value)


def _archive_date(archived: str | None) -> str:
    found = re.search(r"/web/([0-9]{4})([0-9]{2})([0-9]{2})[0-9]{6}/", archived or "")
    return "-".join(found.groups()) if found else ""


def last_change(history: tuple[Value, ...]) -> Value | None:
    """The latest of the days on which an entry was changed."""
    dated = [value for value in history if value.latest is not None]
    return max(dated, key=lambda value: value.latest or 0) if dated else None


def iso_day(value: Value | None) -> str | None:
    """The last day of a value in ISO form, for the sitemap."""
    if value is None or value.latest is None:
        return None
    year, month, day = civil(value.latest)
    return f"{year:04d}-{month:02d}-{day:02d}" if 0 < year < 10000 else None
