"""Files are in memory, and everything that processes could tell of them is an operation."""

from __future__ import annotations

from pathlib import Path

import pytest

from autograder.explorer.doing import Halt
from autograder.explorer.families.disk import FOLDER
from autograder.explorer.machine import Machine
from autograder.explorer.search import Search
from autograder.explorer.settings import Registry, Settings
from autograder.explorer.source import MOST_BYTES, Program
from tests.autograder.explorer.running import Outcome, outcomes

TICKETS = """
import json, time
from multiprocessing import Process, Lock
def stock(sign, held=None):
    if sign == "r":
        with open("ticket", mode="r", encoding="utf-8") as f:
            return json.load(f)
    with open("ticket", mode="w", encoding="utf-8") as f:
        json.dump(held, f)
def get_ticket(person):
    held = stock("r")
    time.sleep(0.5)
    if held["count"] > 0:
        print(person, "got one")
        held["count"] -= 1
        stock("w", held)
def run(person, lock):
    {before}
    with lock:
        {inside}
        get_ticket(person)
if __name__ == "__main__":
    lock, other = Lock(), Lock()
    people = [Process(target=run, args=("Li", lock)), Process(target=run, args=("Song", {lock}))]
    for person in people: person.start()
    for person in people: person.join()
"""
ONE_TICKET = {"ticket": b'{"count": 1}'}
LOOK_UP = 'print(person, "sees", stock("r")["count"])'


def tickets(before: str = "pass", inside: str = "pass", lock: str = "lock") -> set[Outcome]:
    """What two buyers can come to, depending on where they look the stock up."""
    source = TICKETS.format(before=before, inside=inside, lock=lock)
    return outcomes(source, files=ONE_TICKET)


def sold(found: set[Outcome]) -> set[int]:
    """How many tickets may be sold."""
    return {sum(line.endswith("got one") for line in each.text) for each in found}


def one(source: str, **keywords: object) -> list[str]:
    """The lines of a program that can do one thing only."""
    (only,) = outcomes(source, **keywords)  # type: ignore[arg-type]
    assert not only.errors
    return [line for _, lines in only.lines for line in lines]


def executions(source: str) -> int:
    """In how many ways a program must be run for all its interleavings to be known."""
    registry = Registry()
    return len(list(Search(lambda: Machine(Program(source), Settings(), registry)).results()))


def test_looking_up_outside_the_lock_can_meet_an_emptied_file() -> None:
    """Between ``open("w")`` and the flush of what is written the file is there, and empty."""
    found = tickets(before=LOOK_UP)
    errors = {error.partition(":")[0] for each in found for _, error in each.errors}
    assert errors == {"JSONDecodeError"}
    assert sold(found) == {1}


def test_looking_up_inside_the_lock_is_right() -> None:
    """The repaired program sells one ticket, and nothing else can happen."""
    found = tickets(inside=LOOK_UP)
    assert not any(each.errors for each in found)
    assert sold(found) == {1}


def test_without_a_common_lock_a_ticket_is_sold_twice() -> None:
    """And each buyer may meet the file that the other has emptied."""
    found = tickets(lock="other")
    assert {1, 2} <= sold(found)
    assert any(each.errors for each in found)


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


def test_a_terminated_process_flushes_nothing() -> None:
    """Its buffer is lost; whether the file was made at all depends on when the signal came."""
    source = """
import os, time
from multiprocessing import Process
def task():
    f = open("x", "w"); f.write("text"); time.sleep(9); f.close()
if __name__ == "__main__":
    p = Process(target=task); p.start(); p.terminate(); p.join()
    print(p.exitcode, open("x").read() if os.path.exists("x") else None)
"""
    assert {each.text for each in outcomes(source)} == {
        ("-15 ",), ("-15 None",), ("-15 text",), ("0 text",),
    }  # fmt: skip


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


def test_processes_with_files_of_their_own_have_nothing_to_do_with_each_other() -> None:
    """Five that each make a file in one folder are one execution, unless somebody lists it."""
    source = """
import os
from multiprocessing import Process
def task(n):
    with open(f"own{n}", "w") as f: f.write("x")
if __name__ == "__main__":
    for n in range(5): Process(target=task, args=(n,)).start()
"""
    assert executions(source) == 1
    assert executions(source.replace("range(5)", "range(2)") + "    os.listdir()") == 4


def test_a_file_is_replaced_in_one_act() -> None:
    """Who reads sees the old text or the new one, never none: the way out of the empty file."""
    source = """
import os
from multiprocessing import Process
def task():
    with open("new", "w") as f: f.write("new")
    os.replace("new", "text")
if __name__ == "__main__":
    p = Process(target=task); p.start()
    print(open("text").read())
"""
    found = {each.text for each in outcomes(source, files={"text": b"old"})}
    assert found == {("old",), ("new",)}


def test_lines_that_are_appended_stay_whole() -> None:
    """Each flush in mode ``a`` writes at the end, wherever that is by then."""
    source = """
from multiprocessing import Process
def task(n):
    with open("log", "a") as f: f.write(f"{n}"); f.write("!")
if __name__ == "__main__":
    ps = [Process(target=task, args=(n,)) for n in (1, 2)]
    for p in ps: p.start()
    for p in ps: p.join()
    print(open("log").read())
"""
    assert {each.text for each in outcomes(source)} == {("1!2!",), ("2!1!",)}


def test_who_waits_for_a_file_is_no_livelock() -> None:
    """A reader that asks again and again gets there, in a few executions."""
    source = """
import time
from multiprocessing import Process
def task():
    while True:
        with open("flag") as f: text = f.read()
        if text: break
        time.sleep(0.1)
    print(text)
if __name__ == "__main__":
    open("flag", "w").close()
    p = Process(target=task); p.start()
    with open("flag", "w") as f: f.write("go")
"""
    (only,) = outcomes(source)
    assert only.text == ("go",)


def test_a_forked_child_shares_the_position_in_an_open_file() -> None:
    """And has a copy of what waits in its buffers, to be written and to be read."""
    source = """
from multiprocessing import Process
def task():
    log.write("child "); log.flush(); print("child", text.read(2), raw.read(2))
if __name__ == "__main__":
    log, text, raw = open("log", "w"), open("abc"), open("abc", "rb", buffering=0)
    log.write("start "); text.read(1); raw.read(1)
    p = Process(target=task); p.start(); p.join()
    log.write("end"); log.close()
    print("parent", text.read(), raw.read(), open("log").read())
"""
    (only,) = outcomes(source, "fork", files={"abc": b"abcdef"})
    assert only.text == ("child bc b'bc'", "parent bcdef b'def' start child start end")


def test_an_open_file_cannot_be_sent_to_a_spawned_child() -> None:
    """``start`` raises, as for real."""
    source = """
from multiprocessing import Process
if __name__ == "__main__":
    Process(target=print, args=(open("x", "w"),)).start()
"""
    (only,) = outcomes(source)
    assert only.errors == (("0", "TypeError: cannot pickle 'TextIOWrapper' instances"),)


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
