"""NAM006–NAM008: how names are written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from regesta.model.authority import Actor, Place
from regesta.model.diagnostics import Finding, Severity
from regesta.model.entry import Entry
from regesta.model.marks import Mark
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, spot


def _as_compared(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _bearers(survey: Survey) -> Iterator[Actor | Place]:
    yield from survey.corpus.actors.values()
    yield from survey.corpus.places.values()


@rule("NAM006", Severity.WARNING)
def one_spelling_twice(survey: Survey) -> Iterator[Finding]:
    """A record lists one spelling of its name twice.

    ## Why
    `names` are the other spellings, by which readers find the record. What stands there already, or is the `name`
    itself, adds nothing; it may have been meant to be another spelling.

    ## Wrong
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    names: [gornal, {text: Горналь, lang: ru}]
    ```

    ## Right
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    names: [{text: Горналь, lang: ru}]
    ```
    """
    for record in _bearers(survey):
        seen: dict[tuple[str, str | None], str] = {(_as_compared(record.name), None): "the name itself"}
        for number, name in enumerate(record.names):
            key = _as_compared(name.text), name.language
            if key in seen:
                yield Finding(
                    spot(record, f"names[{number}]"),
                    f"“{name.text}” is {seen[key]} already",
                    "delete it, or write the other spelling that was meant",
                )
            seen.setdefault(key, "one of the names")


_WORD = re.compile(r"[^\W\d_]+")
_ALIKE = frozenset({"LATIN", "CYRILLIC", "GREEK"})
_GREEK_ALIKE = frozenset("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο")
"""The Greek letters that nobody tells from Latin ones. The others stand in words on purpose: μm, Hα, ΛCDM."""


@cache
def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _mixed(text: str) -> str | None:
    """The first word whose letters are of two scripts that look alike."""
    if text.isascii():
        return None
    for word in _WORD.findall(text):
        if word.isascii():
            continue
        scripts = {_script(letter) for letter in word} & _ALIKE
        if "GREEK" in scripts and _GREEK_ALIKE.isdisjoint(word):
            scripts.remove("GREEK")
        if len(scripts) > 1:
            return str(word)
    return None


def _texts(survey: Survey) -> Iterator[tuple[str, Mark]]:
    """Every name, title, proposition and quotation, with where it stands."""
    corpus = survey.corpus
    for record in _bearers(survey):
        yield record.name, spot(record, "name")
        for number, name in enumerate(record.names):
            yield name.text, spot(record, f"names[{number}]")
    for publisher in corpus.publishers.values():
        yield publisher.name, spot(publisher, "name")
    for topic in corpus.topics.values():
        yield topic.title, spot(topic, "title")
    for source in corpus.sources.values():
        if source.title is not None:
            yield source.title, spot(source, "title")
    for entry in corpus.entries.values():
        yield entry.title, spot(entry, "title")
        yield from _spoken(entry)


def _spoken(entry: Entry) -> Iterator[tuple[str, Mark]]:
    for key, claim in entry.claims.items():
        yield claim.says, spot(entry, f"claims.{key}.says")
        for voice in claim.voices:
            for words in voice.words:
                yield words.text, words.mark


@rule("NAM007", Severity.WARNING)
def two_scripts_in_a_word(survey: Survey) -> Iterator[Finding]:
    """A word is written with letters of two alphabets that look alike.

    ## Why
    Latin `a` and Cyrillic `а` look the same and are not: a search for the word does not find it, and two names may
    look like one. It comes from typing with the wrong keyboard, or from scanned pages.

    ## Wrong
    ```yaml
    title: Ukrainian forces shell the crоssing
    ```

    ## Right
    ```yaml
    title: Ukrainian forces shell the crossing
    ```
    """
    for text, mark in _texts(survey):
        word = _mixed(text)
        if word is not None:
            scripts = [f"{letter} ({_script(letter).capitalize()})" for letter in dict.fromkeys(word)]
            yield Finding(
                mark, f"“{word}” mixes alphabets: {', '.join(scripts)}", "type the word again in one alphabet"
            )


_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\S+", re.IGNORECASE)
_PLACEHOLDERS = frozenset(
    "todo, to do, tbd, tba, tbc, fixme, xxx, n/a, none, null, untitled, no title, test, lorem ipsum, placeholder, "
    "undefined, nan".split(", ")
)


def _names(survey: Survey) -> Iterator[tuple[str, str, Mark]]:
    corpus = survey.corpus
    for record in _bearers(survey):
        yield "name", record.name, spot(record, "name")
    for publisher in corpus.publishers.values():
        yield "name", publisher.name, spot(publisher, "name")
    for topic in corpus.topics.values():
        yield "title", topic.title, spot(topic, "title")
    for source in corpus.sources.values():
        if source.title is not None:
            yield "title", source.title, spot(source, "title")
        for number, author in enumerate(source.authors):
            yield "author", author, spot(source, f"authors[{number}]")
    for entry in corpus.entries.values():
        yield "title", entry.title, spot(entry, "title")
        for key, figure in entry.figures.items():
            yield "thing counted", figure.what, spot(entry, f"figures.{key}.what")
            yield "unit", figure.unit, spot(entry, f"figures.{key}.unit")


@rule("NAM008", Severity.WARNING)
def not_a_name(survey: Survey) -> Iterator[Finding]:
    """A name or a title is an address, a bare number, or was never filled in.

    ## Why
    It is what readers see in every list. An address belongs into `url`; what is not known yet is better left out.

    ## Wrong
    ```yaml
    title: TODO
    ```

    ## Right
    ```yaml
    title: Ukrainian forces shell the crossing
    ```
    """
    for what, text, mark in _names(survey):
        if survey.cut_short(mark):
            continue
        whole = text.strip().rstrip(".!?…").casefold()
        if _ADDRESS.fullmatch(text):
            yield Finding(mark, f"the {what} is an address", f"write the {what} in words")
        elif whole in _PLACEHOLDERS:
            yield Finding(mark, f"the {what} “{text}” was never filled in", f"write the {what}, or leave it out")
        elif text and what in ("unit", "author") and not any(sign.isalpha() or sign in "%‰°$€£¥₴₽" for sign in text):
            yield Finding(mark, f"the {what} `{text}` is a number", f"write the {what} in words")
