"""Which addresses are accepted, and when two are one."""

from __future__ import annotations

import pytest

from regesta.normalise.urls import AddressError, address_key, archive_fault, archived_address, host_of


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://www.BBC.co.uk/news/1", "bbc.co.uk"),
        ("http://kremlin.ru:80/x", "kremlin.ru"),
        ("https://президент.рф/x", "президент.рф"),
        ("https://xn--d1abbgf6aiiy.xn--p1ai/x", "президент.рф"),
        ("https://example.org", "example.org"),
    ],
)
def test_public_addresses_pass(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org/x",
        "//example.org/x",
        "ftp://example.org/x",
        "javascript:alert(1)",
        "data:text/html,x",
        "HTTPS:example.org",
        "https:///x",
        "https://localhost/x",
        "https://printer.local/x",
        "https://127.0.0.1/x",
        "https://0x7f000001/x",
        "https://2130706433/x",
        "https://[::1]/x",
        "https://user@example.org/x",
        "https://user:secret@example.org/x",
        "https://example.org@evil.example/x",
        "https://example.org:22/x",
        "https://example.org:99999/x",
        "https://exam ple.org/x",
        "https://example.org/a b",
        "https://example.org/\nx",
        'https://example.org/"x',
        "https://example.org/<x>",
        "https://раypal.com/x",
        "https://bücher/x",
        "https://-a.example/x",
        "https://example.123/x",
        "https://example.org:/",
        "https://example.org:0/",
        "https://example.org:080/",
        "https://example.org:4４3/",
        "https://[v1.a]/",
        "https://[::ffff:127.0.0.1]/",
        "https://①②.com",
        "https://ａ.com",
        "https://example．org/",
        "https://example。org/",
        "https://example.org/a%0d%0aSet-Cookie:x",
        "https://example.org/?a=%0A",
        "https://example.org/%00",
        "https://example.org/#%7f",
        "https://example.org/100%",
        "https://example.org/%zz",
        "https://example.org/?q=%4",
        " https://example.org/",
        "https://example.org/ ",
        "https://example.org/a\\b",
        "https://0177.0.0.1/",
        "https://1.2.3.0x4/",
        "https://127.1/",
        "https://example.org./",
        "https://.example.org/",
        "https://example..org/",
        "https://localhost.localdomain/x",
        "https://db.internal/x",
        "https://x.test/",
        "https://x.invalid/",
        "https://hidden.onion/",
        "https://router.home.arpa/",
        "https://@example.org/",
        "https://example.c/x",
        "https://xn--pypal-4ve.com/x",
        "https://xn--a.com/",
    ],
)
def test_other_addresses_are_refused(url: str) -> None:
    with pytest.raises(AddressError):
        host_of(url)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://example.org:/", "drop the colon"),
        ("https://ａ.com", "write `a.com`"),
        ("https://example.org./x", "write `example.org`"),
        ("https://example.org/100%", "write `%25`"),
        ("https://example.org/a b", "write `%20`"),
        ("https://example.org:22/", "drop `:22`"),
    ],
)
def test_the_reason_says_what_to_write(url: str, says: str) -> None:
    with pytest.raises(AddressError, match=says):
        host_of(url)


def test_a_letter_and_its_encoding_are_one_address() -> None:
    written = "https://президент.рф/события/1"
    assert address_key("https://xn--d1abbgf6aiiy.xn--p1ai/%d1%81%d0%be%D0%B1%D1%8B%D1%82%D0%B8%D1%8F/1") == (
        address_key(written)
    )
    assert address_key("https://example.org/a%2Fb") != address_key("https://example.org/a/b")


def test_tracking_scheme_www_and_fragment_do_not_make_another_source() -> None:
    assert address_key("https://www.example.org/a/?utm_source=x&b=1#c") == address_key("http://example.org/a?b=1")
    assert address_key("https://example.org/a?b=1") != address_key("https://example.org/a?b=2")


PAGE = "https://www.example.org/a?b=1"


@pytest.mark.parametrize(
    "archived",
    [
        "https://web.archive.org/web/20250426120000/https://www.example.org/a?b=1",
        "https://web.archive.org/web/20250426120000id_/http://example.org/a?b=1",
        "https://web.archive.org/web/20250426120000/http:/www.example.org/a?b=1",
        "https://archive.ph/20250426120000/https://www.example.org/a?b=1",
    ],
)
def test_an_archive_link_holds_the_cited_address(archived: str) -> None:
    assert archive_fault(archived, PAGE) == ""


@pytest.mark.parametrize(
    "archived",
    [
        "https://web.archive.org.evil.example/web/20250426120000/https://www.example.org/a?b=1",
        "https://web.archive.org/web/2025/https://www.example.org/a?b=1",
        "https://web.archive.org/web/20251326120000/https://www.example.org/a?b=1",
        "https://web.archive.org/web/20250426120000/https://www.example.org/other",
        "https://web.archive.org/web/20250426120000/http://[x/",
        "https://web.archive.org/web/20250426120000/http://a%5Bx%5D/",
        "https://web.archive.org/save/https://www.example.org/a?b=1",
        "https://example.org/a?b=1",
    ],
)
def test_other_archive_links_are_refused(archived: str) -> None:
    assert archive_fault(archived, PAGE)


def test_the_address_inside_an_archive_link_says_who_published() -> None:
    assert (
        archived_address("https://web.archive.org/web/20140715040406/http:/www.bbc.co.uk/news/1")
        == "http://www.bbc.co.uk/news/1"
    )
    assert archived_address(PAGE) is None
