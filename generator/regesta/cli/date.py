"""`regesta date`: what a date phrase means."""

from __future__ import annotations

import sys
from codecs import BOM_UTF8
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from regesta.cli.reading import LONGEST_LINE, Answer, Request, answer, requested
from regesta.cli.terminal import say
from regesta.edtf import EdtfError, Value, parse

if TYPE_CHECKING:
    from click import Context


def _edtf(ctx: Context, parameter: click.Parameter, text: str | None) -> Value | None:
    if text is None:
        return None
    try:
        return parse(text)
    except EdtfError as error:
        raise click.BadParameter(f"{error}. Write it as EDTF, such as 2025-04-28.") from error


@click.command("date", short_help="Say what a date means.")
@click.argument("phrases", nargs=-1, metavar="PHRASE...")
@click.option(
    "--published", metavar="EDTF", callback=_edtf, help="The day the text was written, for phrases like “last August”."
)
@click.option("--planned", is_flag=True, help="The phrase speaks of a plan: “on Saturday” is the next one.")
@click.option("--edtf", "edtf_only", is_flag=True, help="Accept EDTF only, no words.")
@click.option("--extract", is_flag=True, help="Look for the one date in a short context: “Minsk II in February 2015”.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a phrase, for programs.")
@click.option("--reconcile", is_flag=True, help="Treat the phrases as witnesses of one day: do they agree?")
@click.pass_context
def command(
    ctx: click.Context,
    phrases: tuple[str, ...],
    published: Value | None,
    planned: bool,
    edtf_only: bool,
    extract: bool,
    as_json: bool,
    reconcile: bool,
) -> None:
    """Say what a date means: its EDTF, its first and last possible day, how precisely it is known.

    A phrase is read whole or not at all. There are three outcomes: ok; ambiguous, with the candidates; error, with the
    reason. Nothing ever becomes more precise than it was written.

    With - as the only PHRASE, lines are read from standard input, each a phrase or a JSON object with "text" and
    perhaps "published" and "planned"; each is answered by one line of JSON, in order. With --reconcile each line is a
    witness.

    Ends with 0, with 1 when a phrase is an error (lines from standard input always end with 0), with 2 when called
    wrongly.

    \b
    Examples:
      regesta date "6 August 2024"
      regesta date --published 2025-04-28 "last August"
      regesta date --json "03/04/2025"
      regesta date --edtf "2014-02/2014-03"
      regesta date --reconcile "6 August 2024" "August 2024" "7 Aug 2024"
      regesta date - < phrases.txt
    """
    if not phrases:
        raise click.UsageError('Give a phrase, or - to read lines. Example: regesta date "6 August 2024"')
    base = Request("", published, planned, edtf_only, extract)
    if "-" in phrases and len(phrases) > 1:
        raise click.UsageError("- reads all phrases from standard input: give it alone.")
    asked = (requested(line, base) for line in _lines()) if phrases == ("-",) else map(base.of, phrases)
    if reconcile:
        from regesta.cli.witnesses import MOST, agreed, table
        from regesta.cli.witnesses import as_json as agreement_json

        witnesses = list(islice(asked, MOST + 1))
        if len(witnesses) > MOST:
            raise click.UsageError(f"--reconcile compares at most {MOST:,} phrases.")
        agreement = agreed(witnesses, planned=planned)
        say(agreement_json(agreement) if as_json else table(agreement))
        return
    if phrases == ("-",):
        for request in asked:
            say(answer(request).as_json())
        return
    answers = [answer(base.of(phrase)) for phrase in phrases]
    for number, each in enumerate(answers):
        if as_json:
            say(each.as_json())
        else:
            say(("\n" if number else "") + _shown(each))
    ctx.exit(1 if any(each.outcome == "error" for each in answers) else 0)


def _lines() -> Iterator[bytes]:
    """The lines of standard input as they come, without their ends; of an endless one no more than shows its length."""
    if sys.stdin is None:  # closed by whoever called
        return
    mark = BOM_UTF8  # with which some editors begin a file
    while line := sys.stdin.buffer.readline(LONGEST_LINE + 2):
        rest, line, mark = line, line.removeprefix(mark), b""
        while len(rest) > LONGEST_LINE and not rest.endswith(b"\n"):
            rest = sys.stdin.buffer.readline(LONGEST_LINE + 2)
        yield line.removesuffix(b"\n").removesuffix(b"\r")


def _shown(each: Answer) -> str:
    from regesta.report.cells import safe

    rows = [("text", each.text), ("outcome", each.outcome)]
    if each.outcome == "ok":
        rows += [("means", each.human), ("edtf", each.edtf or "")]
    rows += [("candidate", candidate) for candidate in each.candidates if each.outcome == "ambiguous"]
    if each.outcome != "error":
        rows += [("earliest", each.earliest or "open"), ("latest", each.latest or "open")]
    if each.precision:
        rows.append(("precision", each.precision))
    if each.reason:
        rows.append(("reason", each.reason))
    return "\n".join(f"{name + ':':<11}{safe(value)}" for name, value in rows)
