"""`regesta new`: begin a record. It asks where there is somebody to answer, and never overwrites."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from regesta.cli.answers import Shape, answered, fault, given, parts_fault
from regesta.cli.data import naming, new_timelines_option, timelines_option
from regesta.cli.drafts import (
    Draft,
    actor_draft,
    degrees,
    entry_draft,
    place_draft,
    publisher_draft,
    source_draft,
    timeline_draft,
    topic_draft,
)
from regesta.cli.group import Group
from regesta.cli.terminal import say
from regesta.model.authority import ActorKind, PlaceKind
from regesta.normalise.dates import EDTF, PHRASE
from regesta.normalise.lexical import DOMAIN, LANGUAGE, WIKIDATA, Coordinates
from regesta.normalise.urls import URL


@click.group("new", cls=Group, short_help="Begin a timeline, an entry or another record.")
def command() -> None:
    """Begin a new timeline, entry, source, actor, place, publisher or topic.

    What is not given as an option is asked for, if there is a terminal to answer on. An address or a date that cannot
    be read is told of before anything is written; the file is then written and checked, and what is wrong with it is
    said. A file that is there is never overwritten.

    \b
    Examples:
      regesta new timeline
      regesta new entry
      regesta new entry --title "Ceasefire talks open in Istanbul" --type diplomacy \\
          --url https://www.reuters.com/world/… --published 2022-03-29 --stated "on Tuesday"
      regesta new source --url https://www.bbc.com/news/… --published 2025-04-26
      regesta new actor --name "Rustem Umerov" --kind person
      regesta new place --name Sudzha --kind town --within kursk-oblast
      regesta new publisher --name "The Kyiv Independent" --country Ukraine --domain kyivindependent.com
      regesta new topic --title "The Black Sea"
    """


TYPES = ("event", "statement", "agreement", "decision")
"""Types of entry to begin with; the file is there to be edited."""

_id = click.option("--id", "record_id", metavar="ID", help="Its id; by default made from its name.")
_timeline = click.option("--timeline", metavar="ID", help="The timeline it belongs to, where there are several.")


def _position(ctx: click.Context, parameter: click.Parameter, text: str | None) -> str | None:
    if text and (wrong := parts_fault(Coordinates(), degrees(text))):
        raise click.BadParameter(wrong)
    return text


def _hosts(ctx: click.Context, parameter: click.Parameter, hosts: tuple[str, ...]) -> tuple[str, ...]:
    for host in hosts:
        if wrong := fault(DOMAIN, host):
            raise click.BadParameter(wrong)
    return hosts


def _can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def _asked(
    value: str | None, option: str, question: str, choices: list[str] | None = None, shape: Shape | None = None
) -> str:
    """The value of a required option, asked for where somebody can answer."""
    if value is not None:
        return value
    if not _can_ask():
        raise click.UsageError(f"Missing option '--{option}'. (Without a terminal nothing can be asked.)")
    kind = click.Choice(choices) if choices else None
    reply: str = click.prompt(
        question, type=kind, show_choices=bool(choices), err=True, value_proc=answered(shape) if kind is None else None
    )
    return reply


def _offered(value: str | None, question: str, shape: Shape | None = None) -> str | None:
    """The value of an optional option; an empty answer leaves it out."""
    if value is not None or not _can_ask():
        return value or None
    reply: str = click.prompt(
        f"{question} (Enter leaves it out)", default="", show_default=False, err=True, value_proc=answered(shape)
    )
    return reply.strip() or None


@command.command("timeline")
@new_timelines_option
@_id
@click.option("--title", help="What it is called.")
@click.option(
    "--scope", metavar="EDTF", callback=given(EDTF), help="The time it covers: 2014/2025, or 2014/.. where it goes on."
)
@click.option(
    "--type",
    "types",
    metavar="WORD",
    multiple=True,
    default=TYPES,
    show_default=True,
    help="A type that its entries may have; give it as often as there are types.",
)
@click.pass_context
def timeline(
    ctx: click.Context,
    folder: Path,
    record_id: str | None,
    title: str | None,
    scope: str | None,
    types: tuple[str, ...],
) -> None:
    """Begin a timeline: its folder, and the file timeline.yml in it. The folder of data is made where there is none.

    \b
    Example:
      regesta new timeline --title "The siege of Candia" --scope 1648/1669 --type battle --type treaty
    """
    title = _asked(title, "title", "What it is called")
    scope = _asked(scope, "scope", "The time it covers, such as 2014/2025, or 2014/.. where it goes on", shape=EDTF)
    draft = Draft.of_timeline(folder)
    made = timeline_draft(draft, record_id, title, scope, types)
    code = draft.finish(made)
    if code == 0:
        where = naming(folder)
        say(f"Next: regesta new entry{where} --timeline {made.id}, then regesta build{where}")
    ctx.exit(code)


@command.command("entry")
@timelines_option
@_timeline
@_id
@click.option("--title", help="What happened, in a line.")
@click.option("--type", "kind", help="A type of the timeline's vocabulary.")
@click.option("--date", "date", callback=given(PHRASE), help="The date; by default what the source states.")
@click.option("--url", callback=given(URL), help="The address of a source.")
@click.option("--source", help="Or the id of a source that has a record.")
@click.option("--published", metavar="EDTF", callback=given(EDTF), help="When the source at --url was published.")
@click.option("--stated", callback=given(PHRASE), help="The date as the source words it: “on Saturday”.")
@click.option("--summary", help="A few sentences of your own.")
@click.pass_context
def entry(
    ctx: click.Context,
    folder: Path,
    timeline: str | None,
    record_id: str | None,
    title: str | None,
    kind: str | None,
    date: str | None,
    url: str | None,
    source: str | None,
    published: str | None,
    stated: str | None,
    summary: str | None,
) -> None:
    """Begin an entry: one event, with a first source.

    \b
    Example:
      regesta new entry --title "US and Ukraine sign minerals agreement" --type agreement \\
          --url https://www.newsx.com/… --published 2025-04-30 --stated "April 30"
    """
    draft = Draft.begin(folder, timeline)
    title = _asked(title, "title", "What happened, in a line")
    kind = _asked(kind, "type", "Its type", draft.types)
    if source is None:
        url = _asked(url, "url", "The address of a source (https://…)", shape=URL)
        published = _offered(published, "When that page was published, such as 2025-04-28", EDTF)
    stated = _offered(stated, "The date in the words of the source, such as “on Saturday”", PHRASE)
    if date is None and stated is None:
        date = _offered(None, "The date, such as 2025-04-26", PHRASE)
    made = entry_draft(draft, record_id, title, kind, date, url, source, published, stated, summary)
    ctx.exit(draft.finish(made))


@command.command("source")
@timelines_option
@_timeline
@_id
@click.option("--url", callback=given(URL), help="The address of the page.")
@click.option("--title", help="Its title as printed.")
@click.option("--published", metavar="EDTF", callback=given(EDTF), help="When it was published.")
@click.option("--publisher", metavar="ID", help="Its publisher; by default the one that owns the domain.")
@click.option("--language", metavar="TAG", callback=given(LANGUAGE), help="Its language: en, uk, ru.")
@click.pass_context
def source(
    ctx: click.Context,
    folder: Path,
    timeline: str | None,
    record_id: str | None,
    url: str | None,
    title: str | None,
    published: str | None,
    publisher: str | None,
    language: str | None,
) -> None:
    """Begin a source, to be cited by several entries.

    \b
    Example:
      regesta new source --url https://www.bbc.com/news/… --title "Ukraine war: …" --published 2025-04-26
    """
    draft = Draft.begin(folder, timeline)
    url = _asked(url, "url", "The address of the page (https://…)", shape=URL)
    title = _offered(title, "Its title as printed")
    published = _offered(published, "When it was published, such as 2025-04-28", EDTF)
    ctx.exit(draft.finish(source_draft(draft, record_id, url, title, published, publisher, language)))


@command.command("actor")
@timelines_option
@_id
@click.option("--name", help="The name that English readers know.")
@click.option("--kind", type=click.Choice([each.value for each in ActorKind]), help="What sort of actor.")
@click.option("--member-of", metavar="ID", help="The actor it belongs to.")
@click.option("--wikidata", metavar="Q…", callback=given(WIKIDATA), help="Its Wikidata item.")
@click.pass_context
def actor(
    ctx: click.Context,
    folder: Path,
    record_id: str | None,
    name: str | None,
    kind: str | None,
    member_of: str | None,
    wikidata: str | None,
) -> None:
    """Begin an actor: a person, state, body, armed force or people.

    \b
    Example:
      regesta new actor --name "Rustem Umerov" --kind person --member-of ukraine
    """
    draft = Draft.begin(folder, None, authority=True)
    name = _asked(name, "name", "The name that English readers know")
    kind = _asked(kind, "kind", "What sort of actor", [each.value for each in ActorKind])
    ctx.exit(draft.finish(actor_draft(draft, record_id, name, kind, member_of, wikidata)))


@command.command("place")
@timelines_option
@_id
@click.option("--name", help="The name that English readers know.")
@click.option("--kind", type=click.Choice([each.value for each in PlaceKind]), help="What sort of place.")
@click.option("--within", metavar="ID", help="The place it lies in.")
@click.option(
    "--at", "position", metavar="LAT,LON", callback=_position, help="Degrees north, degrees east: 51.05,35.17"
)
@click.option("--wikidata", metavar="Q…", callback=given(WIKIDATA), help="Its Wikidata item.")
@click.pass_context
def place(
    ctx: click.Context,
    folder: Path,
    record_id: str | None,
    name: str | None,
    kind: str | None,
    within: str | None,
    position: str | None,
    wikidata: str | None,
) -> None:
    """Begin a place.

    \b
    Example:
      regesta new place --name Sudzha --kind town --within kursk-oblast --at 51.19,35.27
    """
    draft = Draft.begin(folder, None, authority=True)
    name = _asked(name, "name", "The name that English readers know")
    kind = _asked(kind, "kind", "What sort of place", [each.value for each in PlaceKind])
    within = _offered(within, "The id of the place it lies in")
    ctx.exit(draft.finish(place_draft(draft, record_id, name, kind, within, position, wikidata)))


@command.command("publisher")
@timelines_option
@_id
@click.option("--name", help="The name that readers know it by.")
@click.option("--country", help="Where it is based.")
@click.option("--owner", metavar="ID", help="The publisher or actor that owns it.")
@click.option("--party", metavar="ID", help="The party of the timeline that controls it.")
@click.option(
    "--domain", "domains", metavar="HOST", multiple=True, callback=_hosts, help="The host of its pages; also several."
)
@click.pass_context
def publisher(
    ctx: click.Context,
    folder: Path,
    record_id: str | None,
    name: str | None,
    country: str | None,
    owner: str | None,
    party: str | None,
    domains: tuple[str, ...],
) -> None:
    """Begin a publisher: who stands behind the pages of a host.

    \b
    Example:
      regesta new publisher --name "The Kyiv Independent" --country Ukraine --domain kyivindependent.com
    """
    draft = Draft.begin(folder, None, authority=True)
    name = _asked(name, "name", "The name that readers know it by")
    country = _offered(country, "Where it is based, such as Ukraine")
    if not domains:
        domain = _offered(None, "The host of its pages, such as example.org", DOMAIN)
        domains = (domain,) if domain else ()
    ctx.exit(draft.finish(publisher_draft(draft, record_id, name, country, owner, party, domains)))


@command.command("topic")
@timelines_option
@_id
@click.option("--title", help="What it is called.")
@click.option("--introduction", help="A few sentences that say what belongs there.")
@click.pass_context
def topic(ctx: click.Context, folder: Path, record_id: str | None, title: str | None, introduction: str | None) -> None:
    """Begin a topic, which entries share.

    \b
    Example:
      regesta new topic --title "The Black Sea" --introduction "Events at sea and on its coasts."
    """
    draft = Draft.begin(folder, None, authority=True)
    title = _asked(title, "title", "What it is called")
    introduction = _offered(introduction, "What belongs there, in a sentence or two")
    ctx.exit(draft.finish(topic_draft(draft, record_id, title, introduction)))
