"""Files are in memory, and do what real ones do: buffers, modes, positions, paths and errors."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.explorer.doing import Halt
from autograder.explorer.families.disk import FOLDER
from autograder.explorer.source import MOST_BYTES, Program
from tests.autograder.explorer.running import outcomes


def one(source: str, **keywords: object) -> list[str]:
    """The lines of a program that can do one thing only."""
    (only,) = outcomes(source, **keywords)  # type: ignore[arg-type]
    assert not only.errors
    return [line for _, lines in only.lines for line in lines]


def test_what_is_written_is_seen_when_the_buffer_is_flushed() -> None:
    """By others as by the writer; by closing, by ``flush``, or because the buffer is full."""
    source = """
f = open("x", "w")
f.write("abc"); print(1, repr(open("x").read()))
f.flush(); print(2, repr(open("x").read()))
f.write("d" * 9000); print(3, len(open("x").read()) > 3)
f.close(); print(4, len(open("x").read()))
"""
    assert one(source) == ["1 ''", "2 'abc'", "3 True", "4 9003"]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ('open("x", "w").write("ab")\nprint(open("x").read())', ["ab"]),
        ('import json\njson.dump([1], open("x", "w"))\nprint(open("x").read())', ["[1]"]),
        (
            'a, b = open("x", "w"), open("x", "w")\na.write("ab"); b.write("c")\ndel a, b\nprint(open("x").read())',
            ["cb"],
        ),
    ],
)  # fmt: skip
def test_a_file_that_nobody_refers_to_is_closed(body: str, lines: list[str]) -> None:
    """What its buffer held is there before the process looks again, in the right order."""
    assert one(body) == lines


ENDINGS = """
import os, sys
from multiprocessing import Process
def local(): f = open("x", "w"); f.write("text")
def held():
    global f
    f = open("x", "w"); f.write("text")
def leave(): f = open("x", "w"); f.write("text"); sys.exit(3)
def fail(): f = open("x", "w"); f.write("text"); raise ValueError
def vanish(): f = open("x", "w"); f.write("text"); os._exit(3)
if __name__ == "__main__":
    p = Process(target={how}); p.start(); p.join()
    print(repr(open("x").read()))
"""


@pytest.mark.parametrize(
    ("how", "method", "left"),
    [
        *((how, method, "text") for how in ("local", "leave", "fail") for method in ("spawn", "fork")),
        ("held", "spawn", "text"),
        ("held", "fork", ""),
        ("vanish", "spawn", ""),
        ("vanish", "fork", ""),
    ],
)  # fmt: skip
def test_files_left_open_at_the_end(how: str, method: str, left: str) -> None:
    """They are flushed as on CPython 3.13: not by ``os._exit``, with which every fork ends, too."""
    (only,) = outcomes(ENDINGS.replace("{how}", how), method)
    assert only.text == (repr(left),)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ('open("no")', "FileNotFoundError [Errno 2] No such file or directory: 'no'"),
        ('open("no/x", "w")', "FileNotFoundError [Errno 2] No such file or directory: 'no/x'"),
        ('open("here", "x")', "FileExistsError [Errno 17] File exists: 'here'"),
        ('open("/tmp")', "IsADirectoryError [Errno 21] Is a directory: '/tmp'"),
        ('open("here").write("")', "UnsupportedOperation not writable"),
        ('open("here", "w").read()', "UnsupportedOperation not readable"),
        ('open("here", "q")', "ValueError invalid mode: 'q'"),
        ('open("here", "rw")',
         "ValueError must have exactly one of create/read/write/append mode"),
        ('open("here", "rb", encoding="utf-8")',
         "ValueError binary mode doesn't take an encoding argument"),
        ('open("here", buffering=0)', "ValueError can't have unbuffered text I/O"),
        (
            'open("latin").read()',
            "UnicodeDecodeError 'utf-8' codec can't decode byte 0xe9 in position 0: unexpected end of data",
        ),
        ('os.rmdir("/tmp/no")', "FileNotFoundError [Errno 2] No such file or directory: '/tmp/no'"),
        ('os.rmdir("/")', "OSError [Errno 39] Directory not empty: '/'"),
        ('os.remove("/tmp")', "IsADirectoryError [Errno 21] Is a directory: '/tmp'"),
        ('os.mkdir("here")', "FileExistsError [Errno 17] File exists: 'here'"),
        ('os.listdir("here")', "NotADirectoryError [Errno 20] Not a directory: 'here'"),
        ('os.rename("no", "a")', "FileNotFoundError [Errno 2] No such file or directory: 'no' -> 'a'"),
        ('pickle.dumps(open("here"))', "TypeError cannot pickle 'TextIOWrapper' instances"),
    ],
)  # fmt: skip
def test_errors_are_the_real_ones(call: str, message: str) -> None:
    """Kind, number and text."""
    source = f"import os, pickle\ntry: {call}\nexcept Exception as e: print(type(e).__name__, e)"
    assert one(source, files={"here": b"text", "latin": b"\xe9"}) == [message]


def test_modes_and_positions() -> None:
    """Reading and writing in one file, appending, cutting, seeking, lines and bytes."""
    source = """
with open("x", "w+") as f: f.write("one\\ntwo\\n"); f.seek(0); print(list(f))
with open("x", "a") as f: f.write("three"); print(f.tell())
with open("x", "r+") as f: print(f.readline()); f.seek(0); f.write("ONE")
with open("x", "rb+") as f: f.seek(-1, 2); print(f.read(), f.tell()); f.truncate(4)
print(open("x", "rb").read())
with open("x", "a+") as f: print(repr(f.read()), f.tell()); f.seek(0); print(repr(f.read()))
with open("x", "wb", buffering=0) as f: f.write(b"raw"); print(open("x").read())
"""
    assert one(source) == sorted(
        ["['one\\n', 'two\\n']", "13", "one", "", "b'e' 13", r"b'ONE\n'", "'' 4", r"'ONE\n'", "raw"]
    )


def test_paths() -> None:
    """``pathlib`` does on the virtual disk what it does on a real one."""
    source = """
from pathlib import Path
folder = Path("a") / "b"
folder.mkdir(parents=True); folder.mkdir(exist_ok=True)
file = folder / "x.txt"
print(1, file.exists(), file.write_text("hi"), file.read_text(), file.read_bytes(), file.is_file())
print(2, list(folder.iterdir()), [str(p) for p in Path("a").glob("*")], file.stat().st_size)
file.rename("y"); Path("z").touch(); Path("no").unlink(missing_ok=True)
print(3, Path("y").read_text(), Path(__file__).resolve(), Path("z").resolve().parent)
print(4, open(Path("y")).read(), repr(Path("y")), Path("y").open("rb").read())
"""
    assert one(source) == [
        "1 False 2 hi b'hi' True",
        "2 [PosixPath('a/b/x.txt')] ['a/b'] 2",
        "3 hi /desk/program.py /desk",
        "4 hi PosixPath('y') b'hi'",
    ]


@pytest.mark.parametrize(
    "source",
    [
        'open("/etc/passwd")',
        'import os\nos.path.exists("/home/me")',
        "open(0)",
        'import os\nos.mkdir("a")\nos.rename("a", "b")',
    ],
)  # fmt: skip
def test_what_is_not_known_of_the_disk_ends_the_exploration(source: str) -> None:
    """Nobody can say what else a real disk holds."""
    with pytest.raises(Halt) as halted:
        outcomes(source)
    assert halted.value.reason == "unsupported"


def test_the_files_beside_a_script_are_on_its_disk(tmp_path: Path) -> None:
    """Those that it mentions, and all in a folder that it mentions, up to a mebibyte."""
    script = tmp_path / "script.py"
    script.write_text('open("ticket"); open("big.txt"); open("data/" + "a.csv")')
    (tmp_path / "ticket").write_bytes(b"1")
    (tmp_path / "other.json").write_bytes(b"{}")
    (tmp_path / "big.txt").write_bytes(bytes(MOST_BYTES + 1))
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_bytes(b"a,b")
    program = Program.at(script)
    assert program.files == {"ticket": b"1", "data/a.csv": b"a,b"}
    assert program.disk["/desk/data"] == FOLDER
    assert program.disk["/desk/data/a.csv"] == b"a,b"
