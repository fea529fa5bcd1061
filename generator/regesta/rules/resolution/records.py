"""REF001–REF007: references to records of their own."""

from __future__ import annotations

from collections.abc import Iterator

from regesta.model.diagnostics import Finding, Severity
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.rules.links import SPEAKER, Reference
from regesta.rules.registry import rule
from regesta.rules.suggestions import did_you_mean, made
from regesta.rules.survey import Survey, places


def _unknown(survey: Survey, kind: Kind) -> Iterator[Finding]:
    """References that first of all want this kind and find nothing of any kind they would take, once for each file."""
    missing: dict[tuple[str, str, tuple[Kind, ...]], list[Reference]] = {}
    for reference in survey.references:
        if reference.wanted[0] is kind and not _leads_somewhere(survey, reference):
            missing.setdefault((reference.mark.path, reference.id, reference.wanted), []).append(reference)
    for found in missing.values():
        reference, *more = sorted(found, key=lambda each: each.mark)
        nouns = " or ".join(each.noun for each in reference.wanted)
        use = f" ({reference.use})" if reference.use != nouns else ""
        alike = (
            survey.bearer(each, reference.id) or survey.ids[each].nearest(reference.id) for each in reference.wanted
        )
        nearest = next(filter(None, alike), None)
        make = made(kind, reference.id)
        yield Finding(
            _mark(survey, reference),
            f"there is no {nouns} `{reference.id}`{use}",
            _elsewhere(survey, reference) or (f"{did_you_mean(nearest)} If not, {make}" if nearest else make),
            places([(_mark(survey, each), f"and here ({each.use})") for each in more]),
        )


def _mark(survey: Survey, reference: Reference) -> Mark:
    """Where the id itself stands."""
    if reference.record is None:
        return reference.mark
    return survey.inside(reference.record, reference.mark, reference.field)


def _leads_somewhere(survey: Survey, reference: Reference) -> bool:
    return any(
        survey.known(kind, reference.id) or (kind, reference.id) in survey.corpus.tombstones
        for kind in reference.wanted
    )


def _elsewhere(survey: Survey, reference: Reference) -> str:
    if reference.use == SPEAKER and survey.corpus.has(Kind.PUBLISHER, reference.id):
        return f"that is a publisher: write `by: {{publisher: {reference.id}}}`"
    other = next((kind for kind in Kind if survey.corpus.has(kind, reference.id)), None)
    return f"there is {other.one} of that id; was it meant for another field?" if other else ""


@rule("REF001", Severity.ERROR)
def unknown_source(survey: Survey) -> Iterator[Finding]:
    """A citation names a source that has no record.

    ## Why
    The reader would find no address to check.

    ## Wrong
    ```yaml
    cite:
      ap: {source: ap-krusk}
    ```

    ## Right
    ```yaml
    cite:
      ap: {source: ap-kursk}
    ```
    """
    return _unknown(survey, Kind.SOURCE)


@rule("REF002", Severity.ERROR)
def unknown_actor(survey: Survey) -> Iterator[Finding]:
    """A person, state or body is named that has no record.

    ## Why
    Names lead to pages; a name without a record leads nowhere, and search does not know its other spellings.

    ## Wrong
    ```yaml
    actors: [volodymyr-zelensky]
    ```

    ## Right
    ```yaml
    actors: [volodymyr-zelenskyy]
    ```
    """
    return _unknown(survey, Kind.ACTOR)


@rule("REF003", Severity.ERROR)
def unknown_place(survey: Survey) -> Iterator[Finding]:
    """A place is named that has no record.

    ## Why
    Without a record nothing says where it lies, and whose it is according to whom.

    ## Wrong
    ```yaml
    places: [kursk-oblst]
    ```

    ## Right
    ```yaml
    places: [kursk-oblast]
    ```
    """
    return _unknown(survey, Kind.PLACE)


@rule("REF004", Severity.ERROR)
def unknown_topic(survey: Survey) -> Iterator[Finding]:
    """A topic is named that has no record.

    ## Why
    Its page would list the entry, and there is no such page.

    ## Wrong
    ```yaml
    topics: [kursk-campain]
    ```

    ## Right
    ```yaml
    topics: [kursk-campaign]
    ```
    """
    return _unknown(survey, Kind.TOPIC)


@rule("REF005", Severity.ERROR)
def unknown_entry(survey: Survey) -> Iterator[Finding]:
    """Another entry is named that does not exist.

    ## Why
    Every reference is a link both ways; this one would lead nowhere.

    ## Wrong
    ```yaml
    related: [{entry: kursk-incurson, as: part-of}]
    ```

    ## Right
    ```yaml
    related: [{entry: kursk-incursion, as: part-of}]
    ```
    """
    return _unknown(survey, Kind.ENTRY)


@rule("REF006", Severity.ERROR)
def unknown_publisher(survey: Survey) -> Iterator[Finding]:
    """A publisher is named that has no record.

    ## Why
    Whether two sources are independent is computed from who publishes and who owns them.

    ## Wrong
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    publisher: app
    ```

    ## Right
    ```yaml
    # sources/ap-kursk.yml
    url: https://apnews.com/article/kursk-incursion
    published: 2024-08-07
    publisher: ap
    ```
    """
    return _unknown(survey, Kind.PUBLISHER)


@rule("REF007", Severity.ERROR)
def reference_to_a_tombstone(survey: Survey) -> Iterator[Finding]:
    """A record is named that was merged, split or withdrawn.

    ## Why
    Its address still answers, for those who kept it; new work refers to what stands in its place.

    ## Wrong
    ```yaml
    # entries/example.yml
    title: Fighting near Sudzha
    type: military
    date: 2024-08-09
    cite:
      reuters: {source: reuters-gornal}
    related: [{entry: kursk-raid, as: follows}]
    ```
    ```yaml
    # entries/kursk-raid.yml
    gone: merged
    into: [kursk-incursion]
    on: 2026-01-05
    why: The same event.
    ```

    ## Right
    ```yaml
    related: [{entry: kursk-incursion, as: part-of}]
    ```
    """
    for reference in survey.references:
        if any(survey.known(kind, reference.id) for kind in reference.wanted):
            continue
        for kind in reference.wanted:
            tombstone = survey.corpus.tombstones.get((kind, reference.id))
            if tombstone is not None:
                yield Finding(
                    _mark(survey, reference),
                    f"the {kind.noun} `{reference.id}` was {tombstone.gone.value}: {tombstone.why}",
                    f"write {' or '.join(f'`{each}`' for each in tombstone.into)}"
                    if tombstone.into
                    else "leave it out",
                    ((tombstone.mark, "the tombstone"),),
                )
                break
