"""Which id was meant by a text that is none: that of a record, of a citation, of a word of the timeline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import PurePath

from regesta.model.faults import Fault
from regesta.model.ids import as_id
from regesta.model.kinds import Kind
from regesta.model.timeline import Timeline
from regesta.normalise.urls import AddressError, address_key, host_of
from regesta.rules.remains import JUDGE, ROLE, wanted
from regesta.rules.suggestions import Suggestions, listed, made
from regesta.rules.survey import Survey


def mend(survey: Survey, fault: Fault) -> str:
    """What to write instead of an id that is none; the fault's own mend where the records tell nothing better."""
    if not fault.text or not fault.field:
        return fault.mend
    kinds = wanted(fault.field)
    if address := address_in(fault.text):
        return _address(survey, fault, address) or fault.mend
    if kinds:
        return _record(survey, fault, kinds)
    if fault.field == "about":
        return _about(survey, fault)
    if fault.field == "id":
        return _free(survey, fault)
    timeline = _timeline(survey, fault)
    if timeline is not None and fault.field == "type":
        return _word(fault, timeline.types, "types")
    if timeline is not None and ROLE.fullmatch(fault.field) and timeline.roles:
        return _word(fault, timeline.roles, "roles")
    if timeline is not None and JUDGE.fullmatch(fault.field):
        return _word(fault, {editor.id: editor.name for editor in timeline.editors}, "editors")
    if fault.field == "party":
        parties = {one.id: one.title for each in survey.corpus.timelines.values() for one in each.parties.values()}
        return _word(fault, parties, "parties")
    return fault.mend


def address_in(text: str) -> str:
    """The web address that was written where an id belongs; empty for anything else."""
    if re.match("https?://[^ ]+$", text):
        return text
    return f"https://{text}" if re.match(r"www\.[^ ]+$", text) else ""


def _address(survey: Survey, fault: Fault, address: str) -> str:
    """An address where the id of a source, or that of a publisher, belongs."""
    try:
        host, key = host_of(address), address_key(address)
    except AddressError:
        return ""
    if wanted(fault.field) == (Kind.SOURCE,):
        known = [each for each in survey.corpus.sources.values() if each.entry is None and address_key(each.url) == key]
        if known:
            return f"write `{known[0].id}`: that source has this address"
        return f'write `url: "{address}"` in the place of `source`' if fault.field.endswith(".source") else ""
    owners = [each.id for each in survey.corpus.publishers.values() if host in each.domains]
    return f"write `{owners[0]}`" if owners and Kind.PUBLISHER in wanted(fault.field) else ""


def _several(survey: Survey, fault: Fault, kinds: Iterable[Kind]) -> str:
    """Ids without a comma between them."""
    parts = re.split(r"[ ;/&+]+| and ", fault.text)
    several = len(parts) > 1 and fault.field.endswith("]")
    return (
        ", ".join(parts) if several and all(any(survey.known(each, part) for each in kinds) for part in parts) else ""
    )


def _record(survey: Survey, fault: Fault, kinds: Iterable[Kind]) -> str:
    proposal = as_id(fault.text)
    first, *_ = kinds
    if several := _several(survey, fault, kinds):
        return f"write `{several}`, with a comma between them"
    inner = re.sub(r"\.ya?ml$", "", fault.text).rpartition("/")[2]
    if inner != fault.text and any(survey.known(kind, inner) for kind in kinds) and "," not in fault.text:
        return f"write `{inner}`"
    part = re.fullmatch(r"([a-z0-9-]+) ?\(([a-z][a-z0-9-]*)\)", fault.text)
    if part and fault.field.endswith("]") and any(survey.known(kind, part[1]) for kind in kinds):
        return f"write `{{ref: {part[1]}, role: {part[2]}}}`"
    for kind in kinds:
        if proposal and survey.known(kind, proposal):
            return f"write `{proposal}`"
    publisher = proposal if survey.known(Kind.PUBLISHER, proposal) else survey.bearer(Kind.PUBLISHER, fault.text)
    if fault.field.endswith(".by") and publisher:
        return f"that is a publisher: write `by: {{publisher: {publisher}}}`"
    for kind in kinds:
        likely = survey.bearer(kind, fault.text) or (survey.ids[kind].nearest(proposal) if proposal else None)
        if likely and proposal and not fault.field.endswith(".by"):
            return f"write `{likely}`, if that is meant; if not, write `{proposal}`, and {made(first, proposal)}"
        if likely:
            return f"write `{likely}`, if that is meant"
    if fault.field.endswith(".by"):
        return f"write the id of an actor; a voice that is none is written `{{as: {_quoted(fault.text)}}}`"
    if not proposal:
        return f"write the id of {first.one}: lower-case letters a–z, digits and hyphens"
    return f"write `{proposal}`, and {made(first, proposal)}"


def _about(survey: Survey, fault: Fault) -> str:
    head, _, tail = fault.text.partition("/")
    kind = next((kind for kind in Kind if as_id(head) in (kind.value, kind.noun)), None)
    if kind is None:
        return _part(survey, fault) or fault.mend
    proposal = as_id(tail)
    known = bool(proposal) and survey.known(kind, proposal)
    likely = proposal if known else survey.bearer(kind, tail) or survey.ids[kind].nearest(proposal)
    return f"write `{kind.value}/{likely}`" if likely else fault.mend


def _part(survey: Survey, fault: Fault) -> str:
    """A claim, a figure or a citation of the entry, or another entry, without what it is."""
    if survey.known(Kind.ENTRY, fault.text):
        return f"write `entries/{fault.text}`"
    own = [each for each in survey.corpus.entries.values() if each.path == fault.mark.path]
    name = as_id(re.split("[/.:]", fault.text)[-1])
    parts = (f"{part}/{name}" for part in ("claims", "figures", "cite"))
    found = [each for each in parts if any(each.replace("/", ".") in entry.marks for entry in own)]
    return f"write `{found[0]}`" if len(found) == 1 else ""


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"[\w .-]*\w", text) else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _free(survey: Survey, fault: Fault) -> str:
    """The id proposed for a record, where no other one has it."""
    kind = next((kind for part in reversed(PurePath(fault.mark.path).parts) for kind in Kind if part == kind), None)
    proposal = as_id(fault.text)
    # Whoever refers to the record as proposed makes no mistake, but that is no other record of the name.
    holder = survey.corpus.of_kind(kind).get(proposal) if kind is not None else None
    other = proposal not in fault.hides if holder is None else holder.marks.get("id") != fault.mark
    if kind is None or not proposal or not other or not survey.known(kind, proposal):
        return fault.mend
    number = next(number for number in range(2, 10_000) if not survey.known(kind, f"{proposal}-{number}"))
    return f"write `{proposal}-{number}`: there is {kind.one} `{proposal}` already"


def _timeline(survey: Survey, fault: Fault) -> Timeline | None:
    parts = PurePath(fault.mark.path).parts
    return next((survey.corpus.timelines[part] for part in reversed(parts) if part in survey.corpus.timelines), None)


def _word(fault: Fault, words: Mapping[str, str], noun: str) -> str:
    """One of the words that a timeline declares, by its id or by the name that readers see."""
    proposal = as_id(fault.text)
    named = next((word for word, shown in words.items() if shown.casefold() == fault.text.casefold()), None)
    likely = proposal if proposal in words else named or Suggestions(words).nearest(proposal)
    if likely:
        return f"write `{likely}`"
    return f"write one of the timeline's {noun}: {listed(words)}" if words else fault.mend
