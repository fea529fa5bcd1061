"""*Cite this*: an entry or a source as a reader would cite it. No clock is read."""

from __future__ import annotations

import re

from regesta.edtf import Value, civil
from regesta.immutable import immutable
from regesta.model.source import Source
from regesta.pages import dates


@immutable(frozen=True, slots=True)
class Citing:
    """One citation in three forms."""

    plain: str
    bibtex: str
    wikipedia: str


def cite_entry(title: str, when: str, work: str, address: str, key: str, corrected: Value | None) -> Citing:
    """How to cite an entry of this work.

    `address` is empty where the site's own is not known; `corrected` is the day of its last correction, if it had one.
    The year of a publication is that of its text, never that of the event: so a `year` is given only when a correction
    tells it, and the date of the event goes into the note.
    """
    version = f" Corrected {dates.words(corrected)}." if corrected is not None else ""
    dated = f" ({when})" if when else ""
    notes = [f"Date of the event: {when}"] if when else []
    year = ""
    if corrected is not None:
        notes.append(f"{'corrected' if notes else 'Corrected'} {dates.words(corrected)}")
        year = (iso_day(corrected) or "")[:4]
    return Citing(
        plain=f"“{title}”{dated}. {work}.{version} {address}".rstrip(),
        bibtex=_bibtex(
            "misc",
            key,
            {"title": title, "howpublished": work, "year": year, "note": "; ".join(notes), "url": address},
        ),
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
                "date": _biblatex_date(published),
                "note": "" if published is None or _biblatex_date(published) else f"Published {dates.words(published)}",
                "langid": _BABEL_NAMES.get((source.language or "").partition("-")[0], ""),
                "url": source.url,
                "urldate": _biblatex_date(source.accessed),
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
            # An address is printed as it is: biblatex reads `url` verbatim, and braces cannot stand in one. A date is
            # EDTF, whose signs must stay as they are.
            text = _percent(value) if name == "url" else value if name.endswith("date") else _tex(value)
            lines.append(f"  {name} = {{{text}}},")
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _percent(address: str) -> str:
    return address.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")


_BIBLATEX_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}[?~%]?(/([0-9]{4}(-[0-9]{2}){0,2}[?~%]?|\.\.))?")


def _biblatex_date(value: Value | None) -> str:
    """A date that biblatex reads: levels 0 and 1 of EDTF. Empty for any other, which goes into the note in words."""
    return "" if value is None or not _BIBLATEX_DATE.fullmatch(str(value)) else str(value)


_BABEL_NAMES = {
    "ar": "arabic", "be": "belarusian", "bg": "bulgarian", "cs": "czech", "da": "danish", "de": "german",
    "el": "greek", "en": "english", "es": "spanish", "et": "estonian", "fi": "finnish", "fr": "french",
    "he": "hebrew", "hr": "croatian", "hu": "hungarian", "it": "italian", "lt": "lithuanian", "lv": "latvian",
    "nl": "dutch", "nb": "norsk", "no": "norsk", "pl": "polish", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sk": "slovak", "sl": "slovene", "sr": "serbian", "sv": "swedish", "tr": "turkish",
    "uk": "ukrainian",
}  # fmt: skip
"""`langid` wants the names of the package babel, not tags: an unknown one is left out."""


def _template(fields: dict[str, str]) -> str:
    parts = [f" |{name}={_wiki(name, value)}" for name, value in fields.items() if value]
    return "{{cite web" + "".join(parts) + "}}"


_WIKI_SPECIAL = re.compile(r"[|\[\]<>]")


def _wiki(name: str, value: str) -> str:
    if name.endswith("url"):
        return value.replace("|", "%7C").replace("{", "%7B").replace("}", "%7D").replace("[", "%5B").replace("]", "%5D")
    text = " ".join(value.split())
    if _WIKI_SPECIAL.search(text) is None:
        return text
    text = text.replace("|", "{{!}}")
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
