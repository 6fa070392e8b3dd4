"""What a witness has written for people to read, made harmless.

It may have been written by the program itself. So of HTML nothing is let through but the few elements
and attributes that a story is made of, none of which runs, loads or links to anything; of text, nothing
that a terminal would take for an order.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

MOST_HTML = 2 << 20
MOST_TEXT = 1 << 20
"""Characters that are let through at all."""
_ELEMENTS = frozenset(
    """
    b br code details div figcaption figure i li ol p pre samp section small span strong summary table tbody
    td th thead tr
    """.split()
)
_EMPTY = frozenset({"br"})
_DROPPED = frozenset("script style svg math template noscript iframe object title textarea".split())
"""Elements whose content is no text."""
_ATTRIBUTES = {
    "class": re.compile(r"bz-[a-z0-9-]+( bz-[a-z0-9-]+)*"),
    "aria-label": re.compile(r"[^\0]{0,500}"),
    "aria-hidden": re.compile(r"true"),
    "lang": re.compile(r"[A-Za-z-]{1,10}"),
    "scope": re.compile(r"col|row"),
    "colspan": re.compile(r"\d{1,3}"),
    "value": re.compile(r"\d{1,6}"),
    "tabindex": re.compile(r"0"),
    "role": re.compile(r"region"),
}
_WHOLE = re.compile(r"(?:[^<]++|</?[a-zA-Z][^<>]*+>)*+")
_ORDERS = re.compile(r"[^\S\n\t ]|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class _Filter(HTMLParser):
    """Writes down again what is let through."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._open: list[str] = []
        self._dropped: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _DROPPED:
            self._dropped.append(tag)
        if self._dropped or tag not in _ELEMENTS:
            return
        told = "".join(
            f' {name}="{escape(value)}"'
            for name, value in dict(attrs).items()
            if name in _ATTRIBUTES and value is not None and _ATTRIBUTES[name].fullmatch(value)
        )
        self.parts.append(f"<{tag}{told}>")
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._dropped:
            if tag == self._dropped[-1]:
                self._dropped.pop()
        elif tag in self._open:
            while (closed := self._open.pop()) != tag:
                self.parts.append(f"</{closed}>")
            self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self._dropped:
            self.parts.append(escape(data))

    def whole(self) -> str:
        """All that was let through, with everything closed that was opened."""
        self.close()
        return "".join(self.parts) + "".join(f"</{tag}>" for tag in reversed(self._open))


def fragment(html: str) -> str:
    """What is harmless of a piece of HTML; nothing, if it is too much or has tags without an end.

    A parser may look for the end of each of them anew, which would take time without end, too.

    >>> fragment('<p onclick="go()">read <b class="bz-box">me</b><script>go()</script><img src="x">')
    '<p>read <b class="bz-box">me</b></p>'
    """
    if len(html) > MOST_HTML or _WHOLE.fullmatch(html) is None:
        return ""
    found = _Filter()
    found.feed(html)
    return found.whole()


def plain(text: str, *, color: bool = False) -> str:
    r"""What is harmless of a text; cut short if it is too much.

    >>> plain("done\x1b]0;mine\x07\n")
    'done]0;mine\n'
    """
    text = text[:MOST_TEXT]
    if not color:
        return _ORDERS.sub("", text)
    kept = _COLOUR.findall(text)
    parts = [_ORDERS.sub("", part) for part in _COLOUR.split(text)]
    return "".join(part + code for part, code in zip(parts, [*kept, ""], strict=True))
