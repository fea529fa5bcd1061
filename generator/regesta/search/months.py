"""The names of the months in the languages of a corpus, so that a date can be searched for as it is spoken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from babel import Locale, UnknownLocaleError

from regesta.model.corpus import Corpus
from regesta.search.words import words


def languages(corpus: Corpus) -> list[str]:
    """The primary languages (`uk` of `uk-UA`) in which anything in the corpus is written, English always."""
    found = {"en"}
    found.update(timeline.language for timeline in corpus.timelines.values())
    found.update(source.language for source in corpus.sources.values() if source.language)
    for names in (
        *(actor.names for actor in corpus.actors.values()),
        *(place.names for place in corpus.places.values()),
    ):
        found.update(name.language for name in names if name.language)
    for entry in corpus.entries.values():
        for claim in entry.claims.values():
            found.update(words.language for voice in claim.voices for words in voice.words if words.language)
    return sorted({tag.partition("-")[0].lower() for tag in found})


def month_names(tags: list[str]) -> dict[str, int]:
    """Each form of a month's name in the languages, folded, to its number. Unknown languages have none."""
    found: dict[str, int] = {"sept": 9}
    for tag in tags:
        try:
            locale = Locale.parse(tag)
        except (UnknownLocaleError, ValueError):
            continue
        for name, number in _names(locale.months):
            folded = words(name)
            # A language that numbers its months (`3月`) adds no name.
            if len(folded) == 1 and len(folded[0]) > 2 and not any(character.isdigit() for character in folded[0]):
                found.setdefault(folded[0], number)
    return dict(sorted(found.items()))


def _names(months: Mapping[str, Mapping[str, Mapping[int, str]]]) -> Iterator[tuple[str, int]]:
    for use in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in months[use][width].items():
                yield name, number
