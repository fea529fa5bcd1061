"""The texts of an entry that its readers search: claims and figures, summary, quotations, and what else it records."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from regesta.edtf import Value
from regesta.edtf.display import human
from regesta.model.corpus import Corpus
from regesta.model.dates import EVENT
from regesta.model.entry import Entry, Figure, FigureValue, Voice
from regesta.normalise.markup import plain_text
from regesta.search.catalogue import Json


def text_row(corpus: Corpus, entry: Entry) -> list[Json]:
    """Claims and figures (each with its fragment on the entry's page), summary, quotations, notes; each text once."""
    return [
        [[fragment, text] for text, fragment in dict(_claims(corpus, entry)).items()],
        plain_text(entry.summary),
        list(dict.fromkeys(words.text for voice in _voices(corpus, entry) for words in voice.words)),
        list(dict.fromkeys(text for text in _notes(corpus, entry) if text)),
    ]


def _claims(corpus: Corpus, entry: Entry) -> Iterator[tuple[str, str]]:
    for claim in entry.claims.values():
        if claim.entry is None:
            yield plain_text(claim.says), f"claim-{claim.id}"
    for figure in entry.figures.values():
        yield _figure(figure), f"figure-{figure.id}"


def _figure(figure: Figure) -> str:
    values = ", ".join(dict.fromkeys(_value(value) for value in figure.values))
    return f"{plain_text(figure.what)}: {values} {figure.unit}"


def _value(value: FigureValue) -> str:
    ends = [f"{end:,}" for end in dict.fromkeys((value.low, value.high)) if end is not None]
    return "–".join(ends)


def _voices(corpus: Corpus, entry: Entry) -> Iterator[Voice]:
    """The voices recorded in an entry, and those that later entries add to its claims."""
    for claim in entry.claims.values():
        yield from claim.voices
    for state in corpus.conclusions[entry.id].claims.values():
        for placed in state.voices:
            if placed.entry != entry.id:
                yield placed.voice


def _notes(corpus: Corpus, entry: Entry) -> Iterator[str]:
    for claim in entry.claims.values():
        # A claim that this entry only adds voices to has its weight where it stands.
        if (home := corpus.entries.get(claim.entry or "")) is not None and claim.id in home.claims:
            yield plain_text(home.claims[claim.id].says)
    for voice in _voices(corpus, entry):
        yield voice.by.printed or ""
        yield voice.attribution or ""
        yield _plain(voice.note)
    for figure in entry.figures.values():
        for value in figure.values:
            yield value.by.printed or ""
            yield _plain(value.note)
    for mention in (*entry.actors, *entry.places):
        yield mention.office or ""
        yield _plain(mention.note)
    for citation in entry.citations.values():
        for dates in citation.stated.values():
            for date in dates:
                yield date.text
        for remark in citation.readings:
            yield plain_text(remark.says)
        yield _plain(citation.note)
    for moment, agreement in corpus.conclusions[entry.id].dates.items():
        agreed = agreement.meet or agreement.hull
        if moment != EVENT and agreed is not None:
            yield f"{moment}: {_long(agreed)}"
    for judgement in entry.judgements:
        yield plain_text(judgement.why)
    for change in entry.history:
        yield plain_text(change.note)


def _plain(note: str | None) -> str:
    return plain_text(note) if note else ""


@lru_cache(maxsize=4096)
def _long(date: Value) -> str:
    return human(date, style="long")
