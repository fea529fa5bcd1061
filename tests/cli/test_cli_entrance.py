"""Every command is documented, and every run ends quietly with the right code."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import chain, count
from pathlib import Path

import click
import pytest

from regesta.cli import entrance
from regesta.cli.terminal import Meter, coloured
from tests.cli.calls import Program

ENVIRONMENT = {**os.environ, "PYTHONUNBUFFERED": ""}


def walk(command: click.Command, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    yield path, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            found = command.get_command(context, name)
            assert found is not None
            yield from walk(found, (*path, name))


COMMANDS = dict(walk(entrance.commands))


def test_the_commands() -> None:
    assert {" ".join(path) for path in COMMANDS} == {
        "",
        "check",
        "build",
        "serve",
        "explain",
        "new",
        "new timeline",
        "new entry",
        "new source",
        "new actor",
        "new place",
        "new publisher",
        "new topic",
        "stats",
        "date",
    }


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_every_command_is_documented(path: tuple[str, ...], regesta: Program) -> None:
    command = COMMANDS[path]
    assert command.help
    assert "\b" in command.help, "a command shows an example"
    for parameter in command.params:
        if isinstance(parameter, click.Option):
            assert parameter.help, f"{parameter.name} says nothing of itself"
    shown = regesta(*path, "--help")
    assert shown.code == 0
    assert f"regesta {path[0]}" in shown.out if path else "regesta check" in shown.out
    assert regesta(*path, "-h").out == shown.out


def test_the_lists_of_commands_are_whole(regesta: Program) -> None:
    for command in ((), ("new",)):
        listed = regesta(*command, "--help").out.partition("Commands:\n")[2].partition("\n\n")[0]
        assert listed
        assert "..." not in listed


def test_the_version(regesta: Program) -> None:
    shown = regesta("--version")
    assert shown.code == 0
    assert shown.out.startswith("regesta, version ")


@pytest.mark.parametrize(
    "arguments",
    [("chek",), ("check", "--formt", "json"), ("check", "--format", "xml"), ("check", "no/such/file.yml"), ("date",)],
)
def test_misuse_ends_with_2(arguments: tuple[str, ...], regesta: Program) -> None:
    result = regesta(*arguments)
    assert result.code == 2
    assert "Traceback" not in result.err
    assert result.out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("chek",), "No such command 'chek'. Did you mean “check”?"),
        (("Build",), "Did you mean “build”?"),
        (("new", "enty"), "Did you mean “entry”?"),
        (("new", "timelines"), "Did you mean “timeline”?"),
        (("xyzzy",), "No such command 'xyzzy'.\n"),
        (("--vresion",), "--version"),
    ],
)
def test_a_misspelt_command_is_answered(arguments: tuple[str, ...], told: str, regesta: Program) -> None:
    result = regesta(*arguments)
    assert result.code == 2
    assert told in result.err


def test_the_codes_it_ends_with_are_told(regesta: Program) -> None:
    assert "Ends with 0 when all is well, 1 when" in " ".join(regesta("--help").out.split())
    alone = regesta()
    assert alone.code == 2
    assert "regesta check" in alone.err


def test_an_interrupt_is_quiet(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(entrance.commands, "main", interrupted)
    assert entrance.run([]) == 130
    assert capsys.readouterr() == ("", "")


def test_a_closed_pipe_is_quiet() -> None:
    lines = b"6 August 2024\n" * 50_000
    with subprocess.Popen(
        (sys.executable, "-m", "regesta", "date", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=ENVIRONMENT,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdin.write(lines[:14])
        process.stdin.flush()
        assert b'"2024-08-06"' in process.stdout.readline()
        process.stdout.close()
        try:
            process.stdin.write(lines)
            process.stdin.close()
        except BrokenPipeError:
            pass
        assert process.stderr.read() == b""
        process.stdin = None
        assert process.wait(60) == 141


def test_names_of_files_are_utf_8_in_every_locale(data: Path) -> None:
    data.rename(data.parent / "дані")
    (data.parent / "regesta.py").write_text("raise SystemExit(9)\n", encoding="utf-8")
    narrow = {**ENVIRONMENT, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    program = Path(sys.executable).with_name("regesta")
    command = (program, "check", "--timelines", "дані")
    result = subprocess.run(command, env=narrow, cwd=data.parent, capture_output=True, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
    missing = subprocess.run(
        (*command[:-1], "нема"), env=narrow, cwd=data.parent, capture_output=True, timeout=60, check=False
    )
    assert missing.returncode == 2
    assert b"There is no folder " in missing.stderr


def test_an_output_of_few_characters_does_no_harm() -> None:
    environment = {**ENVIRONMENT, "PYTHONIOENCODING": "ascii", "LC_ALL": "C", "PYTHONUTF8": "0"}
    result = subprocess.run(
        (sys.executable, "-m", "regesta", "date", "24 лютого 2022"),
        capture_output=True,
        env=environment,
        check=False,
        timeout=60,
    )
    assert result.returncode == 0, result.stderr
    assert b"2022-02-24" in result.stdout


class Screen:
    def __init__(self, terminal: bool) -> None:
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "environment", "expected"),
    [
        (True, {}, True),
        (False, {}, False),
        (True, {"NO_COLOR": "1"}, False),
        (True, {"NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colours(terminal: bool, environment: dict[str, str], expected: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert coloured(Screen(terminal)) is expected  # type: ignore[arg-type]


def test_no_bar_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with Meter() as meter:
        meter.tell("Reading", 1, 2)
        meter.counting("Writing")(1, 2)
    assert capsys.readouterr() == ("", "")


def test_a_bar_appears_after_a_second(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    times = chain([0.0, 0.5], count(2.0, 0.5))
    monkeypatch.setattr("regesta.cli.terminal.monotonic", lambda: next(times))
    with Meter() as meter:
        meter.tell("Reading", 1, 4)
        assert capsys.readouterr().err == ""
        meter.tell("Reading", 2, 4)
        meter.tell("Writing", 3, 4)
    assert "Writing" in capsys.readouterr().err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_a_full_disk_is_told_without_a_traceback() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            (sys.executable, "-m", "regesta", "explain", "SRC002"), stdout=full, stderr=subprocess.PIPE, env=ENVIRONMENT
        )
    assert done.returncode == 1
    assert done.stderr.decode() == "Error: what there is to say cannot be written: No space left on device.\n"
