"""A crash or a refusal at any point leaves the former site whole; the same input gives the same bytes."""

from __future__ import annotations

import errno
import gzip
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.host import Refused
from regesta.model.site import Artefact, Page
from regesta.publish import Press, build
from regesta.publish.lock import Lock
from tests.host.trial import CONTENT, ROOTS, files, page, planned, publish, trial_plan, write_site

ENTRIES = [page(f"entries/e{n}/", f"<p>{n}</p>", modified=f"2025-04-{n + 1:02}") for n in range(8)]


def test_a_second_build_writes_only_what_changed(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    first = publish(config, [*ROOTS, *ENTRIES])
    assert (first.changed, first.written) == (first.files, first.files)
    second = publish(config, [*ROOTS, *ENTRIES])
    assert (second.changed, second.written) == (0, first.files)
    third = publish(config, [*ROOTS, *ENTRIES])
    assert (third.changed, third.written, third.files, third.removed) == (0, 0, first.files, 0)
    changed = [*ENTRIES[:-2], page("entries/e6/", "<p>new</p>", modified="2025-04-07")]
    fourth = publish(config, [*ROOTS, *changed])
    # The page, and the two sitemaps, which list one page fewer.
    assert (fourth.changed, fourth.written, fourth.removed) == (3, 3, 1)
    site = files(tmp_path / "site")
    assert b"<p>new</p>" in site["entries/e6/index.html"]
    assert "entries/e7/index.html" not in site
    assert not (tmp_path / "site/entries/e7").exists()


def test_same_input_same_bytes(tmp_path: Path) -> None:
    artefacts = [Artefact("api/v1/entries.json", b"{}")]
    publish(write_site(tmp_path / "one"), [*ROOTS, *ENTRIES], artefacts)
    publish(write_site(tmp_path / "two"), [*ROOTS, *ENTRIES[:3]], artefacts)
    publish(write_site(tmp_path / "two"), [*ROOTS, *ENTRIES], artefacts)
    assert files(tmp_path / "one/site") == files(tmp_path / "two/site")


def test_another_clock_and_hash_seed_change_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from tests.host.trial import *; "
        "publish(write_site(Path(sys.argv[1])), [*ROOTS, page('entries/x/')])"
    )
    for name, zone, seed in (("one", "Pacific/Kiritimati", "1"), ("two", "America/Adak", "2")):
        environment = {**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8"}
        subprocess.run([sys.executable, "-c", script, str(tmp_path / name)], check=True, env=environment, timeout=300)
    assert files(tmp_path / "one/site") == files(tmp_path / "two/site")


class CrashError(Exception):
    """A fault of ours, or the disk's."""


def crashing(pages: list[Page], after: int) -> Iterator[Page]:
    for number, one in enumerate(pages):
        if number == after:
            raise CrashError
        yield one


@pytest.mark.parametrize("after", [0, 1, 5, 10])
def test_a_crash_among_the_pages(tmp_path: Path, after: int) -> None:
    config = write_site(tmp_path)
    publish(config, [*ROOTS, *ENTRIES])
    former = files(tmp_path / "site")
    changed = [page(one.path, "<p>changed</p>") for one in [*ROOTS, *ENTRIES]]
    with pytest.raises(CrashError):
        build(config, plan_of=lambda settings: planned(crashing(changed, after)), site_dir=tmp_path / "site")
    assert files(tmp_path / "site") == former
    assert publish(config, changed).published
    assert b"<p>changed</p>" in files(tmp_path / "site")["entries/e0/index.html"]


def test_a_crash_just_before_the_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = write_site(tmp_path)
    publish(config)
    former = files(tmp_path / "site")

    def crash(*_: Path) -> None:
        raise CrashError

    with monkeypatch.context() as patched:
        patched.setattr("regesta.publish.press.exchange", crash)
        with pytest.raises(CrashError):
            publish(config, [*ROOTS, *ENTRIES])
    assert files(tmp_path / "site") == former
    assert publish(config, [*ROOTS, *ENTRIES]).published


def test_a_killed_process(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    publish(config)
    former = files(tmp_path / "site")
    script = (
        "import os, sys; from pathlib import Path; from tests.host.trial import *; from regesta.publish import build\n"
        "def pages():\n"
        "    yield from ROOTS\n"
        "    yield page('entries/x/')\n"
        "    os.killpg(0, 9)\n"
        "folder = Path(sys.argv[1])\n"
        "build(folder / 'mkdocs.yml', plan_of=lambda settings: planned(pages()), site_dir=folder / 'site')\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    assert subprocess.run(command, check=False, timeout=300, start_new_session=True).returncode == -9
    assert files(tmp_path / "site") == former
    report = publish(config, [*ROOTS, page("entries/x/")])
    assert report.published, report.refusal


def test_a_killed_part_of_the_work_refuses_the_site(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    publish(config)
    former = files(tmp_path / "site")
    script = (
        "import os, sys, time; from pathlib import Path; from tests.host.trial import *\n"
        "from regesta import parallel; from regesta.model.site import Shares, SitePlan\n"
        "from regesta.publish import build\n"
        "here = os.getpid()\n"
        "parallel.processes = lambda: 2\n"
        "def part(number):\n"
        "    if os.getpid() != here:\n"
        "        os.kill(os.getpid(), 9)\n"
        "    time.sleep(0.1)\n"
        "    yield page(f'entries/x{number}/')\n"
        "parts = tuple(lambda number=number: part(number) for number in range(20))\n"
        "plan = SitePlan(Shares(parts), Shares(()))\n"
        "folder = Path(sys.argv[1])\n"
        "print(build(folder / 'mkdocs.yml', plan_of=lambda settings: Compiled(plan), site_dir=folder / 'site'))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    ended = subprocess.run(command, check=False, timeout=300, capture_output=True, text=True)
    if hasattr(os, "fork"):
        assert "ended by signal 9" in ended.stdout
    assert files(tmp_path / "site") == former


@pytest.mark.parametrize(
    "artefacts",
    [
        [Artefact("index.html", b"")],
        [Artefact("x.txt", b"1"), Artefact("x.txt", b"1")],
        [Artefact("x.txt", b"1"), Artefact("X.TXT", b"1")],
        [Artefact("about/index.html", b"")],
        [Artefact("../outside.txt", b"")],
        [Artefact("/outside.txt", b"")],
        [Artefact("sitemap.xml", b"")],
        [Artefact("_headers", b"")],
    ],
    ids=lambda artefacts: artefacts[-1].path,
)
def test_no_path_is_written_twice_or_outside(tmp_path: Path, artefacts: list[Artefact]) -> None:
    config = write_site(tmp_path / "here")
    publish(config)
    former = files(tmp_path / "here/site")
    report = publish(config, artefacts=artefacts)
    assert not report.published
    assert report.refusal
    assert files(tmp_path / "here/site") == former
    assert not list(tmp_path.rglob("outside.txt"))


def test_a_page_and_hand_written_one_at_one_address(tmp_path: Path) -> None:
    report = publish(write_site(tmp_path), [*ROOTS, page("about/")])
    assert "about/index.html is written twice" in report.refusal


def test_builds_lock_each_other_out(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    other = Press()
    other.open(tmp_path / "site")
    report = publish(config)
    assert not report.published
    assert "another build of this site is running" in report.refusal
    other.close()
    assert publish(config).published


def test_a_lock_that_cannot_be_taken_is_not_called_a_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = write_site(tmp_path)

    def none_left(handle: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr("regesta.publish.lock._seize", none_left)
    report = publish(config)
    assert "lock: no locks available" in report.refusal
    assert "another build" not in report.refusal


@pytest.mark.parametrize("name", ["letters", "src"])
def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path, name: str) -> None:
    config = write_site(tmp_path)
    stranger = tmp_path / name
    stranger.mkdir()
    (stranger / "letter.txt").write_text("precious", encoding="utf-8")
    report = build(config, plan_of=trial_plan, site_dir=stranger)
    assert not report.published
    assert "holds something that is no site" in report.refusal
    assert files(stranger) == {"letter.txt": b"precious"}


def test_nothing_is_made_beside_what_is_no_site(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters/letter.txt").write_text("precious", encoding="utf-8")
    with pytest.raises(Refused, match="holds something that is no site"):
        Press().open(tmp_path / "letters")
    assert [each.name for each in tmp_path.iterdir()] == ["letters"]


def test_a_state_that_leads_elsewhere_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / ".site.regesta").mkdir()
    (tmp_path / ".site.regesta/spare").symlink_to(tmp_path / "letters", target_is_directory=True)
    with pytest.raises(Refused, match="is a link"):
        Press().open(tmp_path / "site")
    assert files(tmp_path) == {}


def test_what_comes_before_the_lock_is_taken_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def meanwhile(self: Lock) -> None:
        (tmp_path / "site").mkdir()
        (tmp_path / "site/letter.txt").write_text("precious", encoding="utf-8")

    monkeypatch.setattr(Lock, "take", meanwhile)
    with pytest.raises(Refused, match="holds something that is no site"):
        Press().open(tmp_path / "site")
    assert files(tmp_path / "site") == {"letter.txt": b"precious"}


def test_a_site_of_mkdocs_is_replaced(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    for name in ("index.html", "404.html", "old.html"):
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "site" / name).write_text("old", encoding="utf-8")
    assert publish(config).published
    assert "old.html" not in files(tmp_path / "site")


def test_a_file_in_the_place_of_the_site(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    (tmp_path / "site").write_text("x", encoding="utf-8")
    with pytest.raises(Refused, match="is a file"):
        Press().open(tmp_path / "site")
    assert "is a file" in publish(config).refusal


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    config = write_site(tmp_path)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
    assert publish(config).published
    assert (tmp_path / "site").is_symlink()
    assert (tmp_path / "elsewhere/index.html").is_file()


def test_the_sitemap_knows_every_page(tmp_path: Path) -> None:
    publish(write_site(tmp_path), [*ROOTS, *ENTRIES])
    text = (tmp_path / "site/sitemap.xml").read_text(encoding="utf-8")
    assert "<url><loc>https://example.org/regesta/entries/e0/</loc><lastmod>2025-04-01</lastmod></url>" in text
    assert "<url><loc>https://example.org/regesta/about/</loc></url>" in text
    assert "search/" not in text
    assert text.count("<url>") == len(ROOTS) - 1 + len(ENTRIES) + len(CONTENT)
    packed = (tmp_path / "site/sitemap.xml.gz").read_bytes()
    assert gzip.decompress(packed).decode() == text
    assert packed[4:8] == b"\0\0\0\0"


def test_a_site_without_address_has_no_sitemap(tmp_path: Path) -> None:
    report = publish(write_site(tmp_path, site_url=""))
    assert report.published, report.refusal
    site = files(tmp_path / "site")
    assert "sitemap.xml" not in site
    assert b"canonical" not in site["index.html"]


def test_the_report_counts_and_times(tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    report = build(
        write_site(tmp_path),
        plan_of=lambda settings: planned([*ROOTS, *ENTRIES]),
        site_dir=tmp_path / "site",
        progress=lambda *step: told.append(step),
    )
    site = files(tmp_path / "site")
    assert (report.pages, report.hand_written) == (len(ROOTS) + len(ENTRIES), len(CONTENT))
    assert (report.files, report.bytes) == (len(site), sum(map(len, site.values())))
    steps = {"compile", "host", "frames", "hand-written", "generated", "check", "exchange", "total"}
    assert steps <= report.seconds.keys()
    doing, done, total = told[-1]
    assert (doing, done) == ("Writing", total)


def test_nothing_is_left_beside_a_discarded_site(tmp_path: Path) -> None:
    publish(write_site(tmp_path))
    assert (tmp_path / ".site.regesta").is_dir()
    Press().discard(tmp_path / "site")
    assert not (tmp_path / ".site.regesta").exists()
