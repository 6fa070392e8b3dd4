"""What children print reaches the kernel through a socket, which needs a place."""

from __future__ import annotations

import socket
import tempfile
from pathlib import Path

import pytest

from autograder import messages
from course.relay import Relay


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no such sockets here")
@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_a_folder_whose_path_is_too_long_for_a_socket_is_named(
    language: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With what to do about it; and nothing is left in it."""
    folder = tmp_path / ("long" * 30)
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    messages.use(language)
    with pytest.raises(OSError, match="export TMPDIR=/tmp") as raised:
        Relay(lambda *_: None, cut=str)
    assert str(folder) in str(raised.value)
    assert list(folder.iterdir()) == []
