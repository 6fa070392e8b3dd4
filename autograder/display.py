"""Pictures beside what is printed: in a notebook, or kept by whoever grades one."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Picture = dict[str, str]
"""One picture by MIME type: as HTML, and the same as plain text."""

_kept: ContextVar[list[Picture] | None] = ContextVar("kept pictures", default=None)


@contextmanager
def kept() -> Iterator[list[Picture]]:
    """Keep what is shown within the block, instead of showing it.

    >>> with kept() as pictures:
    ...     show("<b>no</b>", "no")
    >>> pictures
    [{'text/html': '<b>no</b>', 'text/plain': 'no'}]
    """
    pictures: list[Picture] = []
    token = _kept.set(pictures)
    try:
        yield pictures
    finally:
        _kept.reset(token)


def show(html: str, plain: str) -> None:
    """Show `html` where there is a notebook, and `plain` where that is all that can be shown."""
    picture = {"text/html": html, "text/plain": plain}
    pictures = _kept.get()
    if pictures is not None:
        pictures.append(picture)
        return
    if in_notebook():
        sys.modules["IPython"].display.display(picture, raw=True)
    else:
        print(plain)


def in_notebook() -> bool:
    """Whether this process is a notebook's kernel."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and ipython.get_ipython() is not None
