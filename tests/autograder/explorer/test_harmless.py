"""What people are given to read does nothing to them."""

from __future__ import annotations

import pytest

from autograder.explorer import harmless, html
from autograder.explorer.exploring import explore
from tests.programs import bank


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ("<script>go()</script>read", "read"),
        ("<scr<script>ipt>go()</script>", ""),
        ("<svg><script>go()</script></svg>read", "read"),
        ("<style>*{display:none}</style>read", "read"),
        ('<img src="x" onerror="go()">read', "read"),
        ('<a href="javascript:go()">read</a>', "read"),
        ('<p style="position:fixed" class="jp-x" id="a">read</p>', "<p>read</p>"),
        ('<p class="bz-head"><b>read', '<p class="bz-head"><b>read</b></p>'),
        ("</section></div>read", "read"),
        ("<!-- <script> -->read<!DOCTYPE html><?php go() ?>", ""),
        ("<a " * 400_000, ""),
        ('<p x="' * 200_000, ""),
        ('<p aria-label="&quot;><script>go()</script>">read</p>',
         '<p aria-label="&quot;&gt;&lt;script&gt;go()&lt;/script&gt;">read</p>'),
        ("&lt;script&gt;go()", "&lt;script&gt;go()"),
        ("<form action=x><input></form><iframe src=x>go()</iframe>read", "read"),
        ("<b>" + "x" * harmless.MOST_HTML, ""),
    ],
)  # fmt: skip
def test_only_what_a_story_is_made_of_is_let_through(given: str, left: str) -> None:
    assert harmless.fragment(given) == left


def test_stories_are_let_through_whole() -> None:
    """Those of the explorer's own."""
    for known in bank():
        if known.verdict == "broken" and not known.is_slow and "notes" in known.name:
            page = html.render(explore(known.program), known.program)
            head, _, rest = page.partition("<style>")
            plain = head + rest.partition("</style>")[2]
            assert html.styled(harmless.fragment(plain)) == page


def test_a_terminal_is_given_no_orders() -> None:
    """But colours, where they are wanted."""
    text = "\x1b[31mred\x1b[0m \x1b]0;mine\x07 \u202eback\u202c\r\n\tend"
    assert harmless.plain(text) == "[31mred[0m ]0;mine back\n\tend"
    assert harmless.plain(text, color=True) == "\x1b[31mred\x1b[0m ]0;mine back\n\tend"
