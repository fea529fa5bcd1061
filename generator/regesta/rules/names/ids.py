"""NAM001–NAM005: ids and names."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from regesta.model.authority import Actor, Place
from regesta.model.corpus import Corpus
from regesta.model.diagnostics import Finding, Severity
from regesta.model.faults import Fault, Reason
from regesta.rules.names import meant
from regesta.rules.registry import rule
from regesta.rules.survey import Survey, places, spot


@rule("NAM001", Severity.ERROR)
def bad_id(survey: Survey) -> Iterator[Finding]:
    """An id is not made of lower-case letters, digits and hyphens.

    ## Why
    The id is the address of the page, for ever, on every system. Capitals, spaces and accents are treated
    differently here and there.

    ## Wrong
    ```yaml
    # entries/example.yml
    id: Gornal Taken!
    title: Gornal taken
    type: military
    date: 2025-04-26
    cite:
      reuters: {source: reuters-gornal}
    ```

    ## Right
    ```yaml
    # entries/example.yml
    id: gornal-taken
    title: Gornal taken
    type: military
    date: 2025-04-26
    cite:
      reuters: {source: reuters-gornal}
    ```
    """
    found: dict[tuple[str, str], list[Fault]] = {}
    for fault in survey.faults_for(Reason.BAD_ID):
        # One text that stands in a file several times, as a key and wherever the key is used, is one mistake.
        same = fault.text.removeprefix("cite/") or f"{fault.mark}"
        found.setdefault((fault.mark.path, same), []).append(fault)
    for first, *more in found.values():
        also = [(fault.mark, "and here") for fault in more]
        yield Finding(first.mark, first.message, meant.mend(survey, first), (*first.related, *places(also)))


@rule("NAM002", Severity.ERROR)
def id_given_twice(survey: Survey) -> Iterator[Finding]:
    """Two records of one kind have the same id.

    ## Why
    Both would have the same page, and a reference could mean either. If they are one event, merge them; if not,
    rename the younger.

    ## Wrong
    ```yaml
    # entries/other/kursk-incursion.yml
    title: Fighting near Sudzha
    type: military
    date: 2024-08-09
    cite:
      ap: {source: ap-kursk, role: background}
      reuters: {source: reuters-gornal}
    ```

    ## Right
    ```yaml
    # entries/other/fighting-near-sudzha.yml
    title: Fighting near Sudzha
    type: military
    date: 2024-08-09
    cite:
      reuters: {source: reuters-gornal}
    ```
    """
    for fault in survey.faults_for(Reason.DUPLICATE_ID):
        named = survey.named_by_others(fault.mark)
        mend = f"write `{named}`, by which others name it; or join the two" if named else fault.mend
        yield Finding(fault.mark, fault.message, mend, fault.related)


@rule("NAM003", Severity.ERROR)
def not_a_wikidata_item(survey: Survey) -> Iterator[Finding]:
    """A Wikidata item is not written as `Q` and a number.

    ## Why
    The number identifies a person or a place across languages and data sets; an address or a name does not.

    ## Wrong
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    wikidata: https://www.wikidata.org/wiki/Q4143263
    ```

    ## Right
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    wikidata: Q4143263
    ```
    """
    return survey.refusals(Reason.BAD_WIKIDATA)


def _bearers(corpus: Corpus) -> Iterator[Actor | Place]:
    yield from corpus.actors.values()
    yield from corpus.places.values()


def _shared(
    corpus: Corpus, keys: Callable[[Actor | Place], Iterator[str]]
) -> Iterator[tuple[Actor | Place, Actor | Place, str]]:
    """Pairs of records of one kind that share a key: the later, the first, the key."""
    first: dict[tuple[type, str], Actor | Place] = {}
    for record in sorted(_bearers(corpus), key=lambda each: (each.mark, each.id)):
        for key in dict.fromkeys(keys(record)):
            known = first.setdefault((type(record), key), record)
            if known is not record:
                yield record, known, key


def _items(record: Actor | Place) -> Iterator[str]:
    if record.wikidata is not None:
        yield record.wikidata


def _spellings(record: Actor | Place) -> Iterator[str]:
    """Names as readers type them. Places of different sorts may share one: Kyiv the city and Kyiv the region."""
    for text in (record.name, *(name.text for name in record.names)):
        yield f"{text.casefold()}\0{record.kind.value}"


@rule("NAM004", Severity.ERROR)
def one_wikidata_item_twice(survey: Survey) -> Iterator[Finding]:
    """Two records name the same Wikidata item.

    ## Why
    Then they are one person or one place under two ids, and half of the entries are missing from either page. Or
    one number is wrong.

    ## Wrong
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    wikidata: Q3184
    ```

    ## Right
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    wikidata: Q4143263
    ```
    """
    for record, known, item in _shared(survey.corpus, _items):
        yield Finding(
            spot(record, "wikidata"),
            f"{item} is `{known.id}` already",
            f"use `{known.id}`, or correct the number",
            ((spot(known, "wikidata"), f"`{known.id}`"),),
        )


@rule("NAM005", Severity.WARNING)
def one_name_twice(survey: Survey) -> Iterator[Finding]:
    """Two records of one sort bear the same name.

    ## Why
    A search for the name finds both, and an editor may refer to the wrong one. If they are two, let each name say
    which it is.

    ## Wrong
    ```yaml
    # authority/places/gornal.yml
    name: Kursk Oblast
    kind: region
    within: russia
    ```

    ## Right
    ```yaml
    # authority/places/gornal.yml
    name: Gornal
    kind: village
    within: kursk-oblast
    ```
    """
    told: set[tuple[str, str]] = set()
    for record, known, _ in _shared(survey.corpus, _spellings):
        if (record.id, known.id) not in told:
            told.add((record.id, known.id))
            yield Finding(
                spot(record, "name"),
                f"`{record.id}` and `{known.id}` bear the same name",
                "merge them if they are one; otherwise let the names differ",
                ((spot(known, "name"), f"`{known.id}`"),),
            )
