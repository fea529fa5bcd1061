"""The safe inline subset of Markdown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regesta.normalise.markup import plain_text, render_inline


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain & <b>bold</b>", "plain &amp; &lt;b&gt;bold&lt;/b&gt;"),
        ("*em* **strong** `code`", "<em>em</em> <strong>strong</strong> <code>code</code>"),
        ("a &amp; b", "a &amp; b"),
        ("[x](https://example.org/)", '<a href="https://example.org/" rel="nofollow ugc noopener noreferrer">x</a>'),
        ("# no heading", "# no heading"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ],
)
def test_only_the_subset_is_rendered(text: str, html: str) -> None:
    assert render_inline(text) == html


@pytest.mark.parametrize(
    "scheme", ["javascript:", "data:text/html,", "vbscript:", "//evil.example/", "JaVaScRiPt:", "&#106;avascript:"]
)
def test_no_other_scheme_becomes_a_link(scheme: str) -> None:
    rendered = render_inline(f"[x]({scheme}alert)")
    assert "href" not in rendered or 'href="https' in rendered


def test_plain_text_has_the_words_alone() -> None:
    assert plain_text("*a* [b](https://example.org) `c`\nd &amp; e") == "a b c d & e"


@pytest.mark.parametrize(
    "text",
    [
        "Words alone: it's “quoted”, 100 % – Курськ; (so) a/b {c} #1 + = ~ | $ @ : !",
        "two  spaces",
        " before and after ",
        "a\nnew line",
        'a "word" & <tag>',
        "no-break\u00a0space",
        "snake_case 2*3",
    ],
)
def test_text_without_markup_is_what_the_parser_would_make_of_it(text: str) -> None:
    """Such text is not parsed; an empty emphasis apart from it makes the parser look at the same words."""
    assert render_inline(f"{text} `x`") == f"{render_inline(text)} <code>x</code>"
    assert plain_text(f"{text} `x`") == f"{plain_text(text)} x".replace("  ", " ")


_PIECES = (
    *"a b. , ( ) [ ] ! _ * ** *a* (*b*) *[c](https://x.example/)* [d](https://x.example/a_b)".split(),
    *"[*e*](https://x.example/) [f](http://x.example/) &amp; < курськ 1".split(),
    *(" ", "\n", "\u00a0", '"', "*a b*", "[a b](https://x.example/)", "[a](https://x.example/%zz)", "[a](https://b/)"),
)


@given(st.lists(st.sampled_from(_PIECES), max_size=9))
def test_plain_links_and_emphasis_are_read_as_the_parser_reads_them(pieces: list[str]) -> None:
    """The code at the end makes the parser read what stands before it."""
    text = "".join(pieces)
    assert plain_text(f"{text} `x`").split() == [*plain_text(text).split(), "x"]
    assert render_inline(f"{text} `x`").split() == [*render_inline(text).split(), "<code>x</code>"]
