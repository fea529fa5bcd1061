"""`regesta new`: what it writes is in order, and it never overwrites."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.edit import written
from regesta.load.nodes import Mapping, Scalar, Sequence
from regesta.load.scan import scan
from tests.cli.calls import Program

NEW = "https://www.reuters.com/world/europe/istanbul-talks"


def test_an_entry(regesta: Program, data: Path) -> None:
    arguments = ("--title", "Talks: open in Istanbul", "--type", "statement", "--url", NEW)
    result = regesta(
        "new", "entry", "--timelines", data, *arguments, "--published", "2022-03-29", "--stated", "on Tuesday"
    )
    file = data / "demo" / "entries" / "2022" / "talks-open-in-istanbul.yml"
    assert (result.code, result.out) == (0, f"Wrote {file}\n")
    assert file.read_text(encoding="utf-8") == (
        "title: 'Talks: open in Istanbul'\n"
        "type: statement\n"
        "cite:\n"
        "  reuters:\n"
        f"    url: {NEW}\n"
        "    stated: on Tuesday\n"
        "    published: 2022-03-29\n"
    )
    assert regesta("check", "--timelines", data).code == 0


@pytest.mark.parametrize(
    ("stated", "folder"),
    [
        ("in June 2019", "2019"),
        ("from December 2018 to March 2019", "2018"),
        ("last December", "2021"),
        ("on Tuesday", "2022"),
        ("05/06/2019", "2019"),
        ("", "undated"),
    ],
)
def test_an_entry_is_filed_by_what_its_source_states(stated: str, folder: str, regesta: Program, data: Path) -> None:
    entries = data / "demo" / "entries"
    (entries / "2024").mkdir(exist_ok=True)
    arguments = ("--title", "A talk", "--type", "statement", "--url", NEW, "--published", "2022-03-29")
    result = regesta("new", "entry", "--timelines", data, *arguments, *(("--stated", stated) if stated else ()))
    assert f"Wrote {entries / folder / 'a-talk.yml'}" in result.out.splitlines()


def test_a_source_that_has_a_record_tells_what_its_words_mean(regesta: Program, data: Path) -> None:
    arguments = ("--title", "A talk", "--type", "statement", "--source", "ap-kursk", "--stated", "last December")
    result = regesta("new", "entry", "--timelines", data, *arguments)
    assert f"Wrote {data / 'demo' / 'entries' / '2023' / 'a-talk.yml'}" in result.out.splitlines()


def test_an_undated_entry_stands_beside_others_where_none_is_filed_by_year(regesta: Program, data: Path) -> None:
    entries = data / "demo" / "entries"
    for folder in [each for each in entries.iterdir() if each.is_dir()]:
        for file in folder.iterdir():
            file.rename(entries / file.name)
        folder.rmdir()
    arguments = ("--title", "A talk", "--type", "statement", "--url", NEW, "--published", "2022-03-29")
    result = regesta("new", "entry", "--timelines", data, *arguments)
    assert f"Wrote {entries / 'a-talk.yml'}" in result.out.splitlines()


def test_a_page_that_has_a_record_is_cited_by_it(regesta: Program, data: Path) -> None:
    url = "http://apnews.com/article/kursk-incursion?utm_source=x"
    arguments = ("--title", "Shelling near Sudzha", "--type", "military", "--url", url, "--date", "2024-08-06")
    result = regesta("new", "entry", "--timelines", data, *arguments)
    assert result.code == 0
    assert "`ap-kursk`" in result.err
    text = (data / "demo" / "entries" / "2024" / "shelling-near-sudzha.yml").read_text(encoding="utf-8")
    assert "source: ap-kursk" in text


def test_from_nothing_to_a_site(regesta: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for command in (("check",), ("stats",), ("build",), ("serve",), ("new", "entry", "--title", "x", "--type", "y")):
        nothing = regesta(*command)
        assert nothing.code == 2
        assert "regesta new timeline" in nothing.err, command

    begun = regesta(
        "new", "timeline", "--title", "The siege of Candia", "--scope", "1648/1669", "--type", "peace treaty"
    )
    assert begun.code == 0, begun.out + begun.err
    file = tmp_path / "timelines" / "the-siege-of-candia" / "timeline.yml"
    assert file.read_text(encoding="utf-8") == (
        "title: The siege of Candia\nscope: 1648/1669\nvocabularies:\n  type:\n    peace-treaty: Peace treaty\n"
    )
    assert "Next: regesta new entry --timeline the-siege-of-candia, then regesta build" in begun.out

    entry = ("--title", "Candia surrenders", "--type", "peace-treaty", "--url", "https://example.org/candia")
    assert regesta("new", "entry", *entry, "--date", "1669-09-27").code == 0
    built = regesta("build")
    assert built.code == 0, built.out + built.err
    assert (tmp_path / "site" / "entries" / "candia-surrenders" / "index.html").is_file()


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("--id", "demo"), 2, "a timeline `demo` already"),
        (("--id", "authority"), 2, "is the folder that timelines share"),
        (("--id", "../x"), 2, "is no id"),
        (("--scope", "soon"), 2, "scope"),
    ],
)
def test_a_timeline_that_cannot_be(
    arguments: tuple[str, ...], code: int, told: str, regesta: Program, data: Path
) -> None:
    before = (data / "demo" / "timeline.yml").read_bytes()
    result = regesta("new", "timeline", "--timelines", data, "--title", "Another", "--scope", "2014", *arguments)
    assert result.code == code
    assert told in result.out + result.err
    assert (data / "demo" / "timeline.yml").read_bytes() == before


@pytest.mark.parametrize("blocked", ["data/demo/entries/2024", "data/demo/entries"])
def test_what_is_in_the_way_is_told(blocked: str, regesta: Program, data: Path) -> None:
    place = data.parent / blocked
    if place.exists():
        place.rename(data.parent / "away")
    place.write_text("", encoding="utf-8")
    arguments = ("--title", "Shelling", "--type", "military", "--url", NEW, "--date", "2024-08-06")
    result = regesta("new", "entry", "--timelines", data, *arguments)
    assert result.code in (1, 2)
    assert "Traceback" not in result.err
    assert blocked.rpartition("/")[2] in result.err
    assert place.read_bytes() == b""


@pytest.mark.parametrize(
    ("kind", "arguments", "told"),
    [
        ("entry", ("--title", "x", "--type", "statement", "--url", "htps://a.example.org"), "--url"),
        ("entry", ("--title", "x", "--type", "statement", "--url", "http://localhost/x"), "localhost"),
        ("entry", ("--title", "x", "--type", "statement", "--url", NEW, "--published", "30 April"), "no EDTF date"),
        ("entry", ("--title", "x", "--type", "statement", "--url", NEW, "--published", "2022-02-30"), "2022-02-30"),
        ("entry", ("--title", "x", "--type", "statement", "--url", NEW, "--date", "the other day or so"), "--date"),
        ("entry", ("--title", "x", "--type", "statement", "--url", NEW, "--stated", "32 May 2022"), "--stated"),
        ("source", ("--url", "www.example.org"), "--url"),
        ("source", ("--url", NEW, "--language", "english language"), "--language"),
        ("actor", ("--name", "x", "--kind", "person", "--wikidata", "7747"), "--wikidata"),
        ("place", ("--name", "x", "--kind", "town", "--at", "51.19"), "--at"),
        ("publisher", ("--name", "x", "--domain", "https://a.example.org/x"), "--domain"),
        ("timeline", ("--title", "x", "--scope", "2014", "--type", "battle", "--type", "戦"), "--type"),
        ("place", ("--name", "x", "--kind", "town", "--at", "north,35"), "--at"),
    ],
)
def test_what_cannot_be_read_is_told_before_anything_is_written(
    kind: str, arguments: tuple[str, ...], told: str, regesta: Program, data: Path
) -> None:
    before = sorted(data.parent.rglob("*"))
    result = regesta("new", kind, "--timelines", data, *arguments)
    assert result.code == 2, result.out
    assert told in result.err
    assert sorted(data.parent.rglob("*")) == before


def test_an_answer_that_cannot_be_read_is_asked_for_again(
    regesta: Program, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter(
        ["Talks in Istanbul", "statement", "example", NEW, "yesterday", "2022-03-29", "on Tuesday 32", "on Tuesday"]
    )
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    monkeypatch.setattr("regesta.cli.new._can_ask", lambda: True)
    result = regesta("new", "entry", "--timelines", data)
    assert result.code == 0, result.err
    assert "as in `https://www.example.org/page`" in result.err
    assert "`yesterday` is no EDTF date" in result.err
    assert next(answers, None) is None


def test_what_is_wrong_is_said(regesta: Program, data: Path) -> None:
    arguments = ("--title", "Talks in Istanbul", "--type", "talks", "--url", NEW, "--date", "2022-03-29")
    result = regesta("new", "entry", "--timelines", data, *arguments)
    assert result.code == 1
    assert "REF020 the timeline has no type `talks`" in result.out
    assert "Mend the file" in result.out


def test_a_source_an_actor_and_a_place(regesta: Program, data: Path) -> None:
    source = regesta(
        "new", "source", "--timelines", data, "--url", NEW, "--published", "2022-03-29", "--title", "Talks"
    )
    assert source.out.startswith(f"Wrote {data}/demo/sources/2022/reuters-2022-03-29-talks.yml")
    actor = regesta("new", "actor", "--timelines", data, "--name", "Rustem Umerov", "--kind", "person")
    assert actor.out.startswith(f"Wrote {data}/authority/actors/rustem-umerov.yml")
    arguments = ("--name", "Sudzha", "--kind", "town", "--within", "kursk-oblast", "--at", "51.19, 35.27")
    place = regesta("new", "place", "--timelines", data, *arguments)
    assert (data / "authority" / "places" / "sudzha.yml").read_text(encoding="utf-8") == (
        "name: Sudzha\nkind: town\nat: [51.19, 35.27]\nwithin: kursk-oblast\n"
    )
    for result in (source, actor, place):
        assert result.code == 0
        assert "warning" in result.out, "nothing uses the record yet"


def test_a_publisher_and_a_topic(regesta: Program, data: Path) -> None:
    arguments = ("--name", "The Kyiv Post", "--country", "Ukraine", "--owner", "ukraine", "--domain", "kyivpost.com")
    publisher = regesta("new", "publisher", "--timelines", data, *arguments, "--domain", "kyivpost.example")
    assert publisher.out.startswith(f"Wrote {data}/authority/publishers/the-kyiv-post.yml")
    assert (data / "authority" / "publishers" / "the-kyiv-post.yml").read_text(encoding="utf-8") == (
        "name: The Kyiv Post\ncountry: Ukraine\nowner: ukraine\ndomains: [kyivpost.com, kyivpost.example]\n"
    )
    topic = regesta("new", "topic", "--timelines", data, "--title", "Чорне море", "--introduction", "Events at sea.")
    assert (data / "authority" / "topics" / "chorne-more.yml").read_text(encoding="utf-8") == (
        "title: Чорне море\nintroduction: Events at sea.\n"
    )
    assert topic.code == 0, topic.out


def test_nothing_is_overwritten(regesta: Program, data: Path) -> None:
    known = data / "authority" / "places" / "gornal.yml"
    before = known.read_bytes()
    taken = regesta("new", "place", "--timelines", data, "--name", "Gornal", "--kind", "village")
    assert taken.code == 2
    assert "`gornal` already" in taken.err
    assert known.read_bytes() == before
    unread = data / "authority" / "places" / "sudzha.yml"
    unread.write_text("", encoding="utf-8")
    assert regesta("new", "place", "--timelines", data, "--name", "Sudzha", "--kind", "town").code == 2
    assert unread.read_bytes() == b""


@pytest.mark.parametrize("wrong", ["../../../etc/cron", "Gornal", "a b", "", "a" * 81, "/tmp/x"])
def test_an_id_leads_out_of_no_folder(wrong: str, regesta: Program, data: Path) -> None:
    before = sorted(data.parent.rglob("*"))
    result = regesta("new", "place", "--timelines", data, "--name", "—", "--kind", "town", "--id", wrong)
    assert result.code == 2
    assert "--id" in result.err or "is no id" in result.err
    assert sorted(data.parent.rglob("*")) == before


def test_a_name_in_another_alphabet_is_written_by_its_sound(regesta: Program, data: Path) -> None:
    result = regesta("new", "actor", "--timelines", data, "--name", "Київська рада", "--kind", "body")
    assert result.code == 0, result.err
    assert (data / "authority" / "actors" / "kyivska-rada.yml").is_file()


def test_a_name_that_has_several_readings_asks_for_an_id(regesta: Program, data: Path) -> None:
    result = regesta("new", "actor", "--timelines", data, "--name", "北京", "--kind", "body")
    assert result.code == 2
    assert "--id ID" in result.err


def test_without_a_terminal_nothing_is_asked(regesta: Program, data: Path) -> None:
    result = regesta("new", "entry", "--timelines", data)
    assert result.code == 2
    assert "--title" in result.err


def test_with_a_terminal_everything_is_asked(regesta: Program, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    answers = iter(["Talks in Istanbul", "statement", NEW, "2022-03-29", "on Tuesday"])

    def prompt(text: str, **_: object) -> str:
        asked.append(text)
        return next(answers)

    monkeypatch.setattr("regesta.cli.new.click.prompt", prompt)
    monkeypatch.setattr("regesta.cli.new._can_ask", lambda: True)
    result = regesta("new", "entry", "--timelines", data)
    assert result.code == 0
    assert len(asked) == 5
    assert (data / "demo" / "entries" / "2022" / "talks-in-istanbul.yml").is_file()


def test_an_unknown_timeline_is_a_misuse(regesta: Program, data: Path) -> None:
    result = regesta("new", "source", "--timelines", data, "--timeline", "other", "--url", NEW)
    assert result.code == 2
    assert "demo" in result.err


@pytest.mark.parametrize(("record_id", "told"), [("con", "device"), ("a--b", "single hyphens"), ("A", "lower-case")])
def test_what_is_no_id_is_not_written(regesta: Program, data: Path, record_id: str, told: str) -> None:
    result = regesta("new", "actor", "--timelines", data, "--name", "Con", "--kind", "person", "--id", record_id)
    assert result.code == 2
    assert told in result.err
    assert not list(data.rglob(f"{record_id}.yml"))


PRINTABLE = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"), exclude_characters="\ufeff"),
    max_size=200,
)


@given(title=PRINTABLE, items=st.lists(PRINTABLE, max_size=4))
def test_what_is_written_is_read_back(title: str, items: list[str]) -> None:
    document, faults = scan(written({"title": title, "names": items, "cite": {"ap": {"note": title}}}), "a.yml")
    assert not faults
    assert document is not None
    root = document.root
    assert isinstance(root, Mapping)
    fields = {field.key.text: field.value for field in root.fields}
    assert isinstance(fields["title"], Scalar)
    assert fields["title"].text == title
    assert isinstance(fields["names"], Sequence)
    assert [item.text for item in fields["names"].items if isinstance(item, Scalar)] == items


@pytest.mark.parametrize("plain", ["2025-04-26", "2025", "51.19", "on Saturday", "c. 1938"])
def test_dates_and_numbers_are_written_plain(plain: str) -> None:
    assert written({"published": plain}) == f"published: {plain}\n"


@pytest.mark.parametrize("word", ["true", "no", "null", "~", "- x", "a: b", "#", "&a", "*a", "!x", "%", "@", "`", ""])
def test_words_that_yaml_would_take_for_something_else_are_quoted(word: str) -> None:
    document, faults = scan(written({"title": word}), "a.yml")
    assert not faults
    assert document is not None
    assert isinstance(document.root, Mapping)
    value = document.root.fields[0].value
    assert isinstance(value, Scalar)
    assert value.text == word
