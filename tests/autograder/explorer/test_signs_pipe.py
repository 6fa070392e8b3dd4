"""Signs of mistakes with pipes, each by a small program that makes it."""

from __future__ import annotations

import re

import pytest

from autograder.explorer import signs_pipe
from autograder.explorer.conditions import AtEnd
from autograder.explorer.exploring import explore
from autograder.explorer.settings import Settings
from autograder.explorer.signs import signs
from autograder.explorer.source import Program
from autograder.messages import LANGUAGES, entries

ONE = """
from multiprocessing import Pipe, Process

def child(left, right):
{child}

if __name__ == "__main__":
    left, right = Pipe({duplex})
    one = Process(target=child, args=(left, right), name="one")
    one.start()
{main}
    one.join()
"""
TWO = """
from multiprocessing import Lock, Pipe, Process

def serve(server, client):
    client.close()
    try:
        while True:
            server.send(server.recv())
    except EOFError:
        pass

def ask(client, lock, number):
{ask}
    assert answer == number

if __name__ == "__main__":
    lock = Lock()
    server, client = Pipe()
    Process(target=serve, args=(server, client), name="server").start()
    server.close()
    both = [Process(target=ask, args=(client, lock, number)) for number in (1, 2)]
    for each in both:
        each.start()
    client.close()
    for each in both:
        each.join()
"""


def indented(code: str) -> str:
    return "\n".join(f"    {line}" for line in code.strip().split("\n"))


def found(program: Program, *conditions: AtEnd) -> list[str]:
    return signs(explore(program, Settings(measure=True), conditions), program)


def of_one(child: str, main: str, duplex: object = "") -> list[str]:
    """The signs in the story of a main process and its child, with a pipe between them."""
    text = ONE.format(child=indented(child), main=indented(main), duplex=duplex)
    return found(Program(text))


SENDS = """
right.close()
left.send(1)
left.close()
"""
READS_ON = """
left.close()
while True:
    try:
        right.recv()
    except EOFError:
        pass
"""
WRONG_END = """
left.close()
left.recv()
"""


@pytest.mark.parametrize(
    ("child", "main", "expected"),
    [
        ("right.recv()", "right.close()\nleft.close()", "end-kept-by-reader"),
        ("left.close()\nright.recv()", "right.close()", "end-kept-open"),
        (READS_ON, SENDS, "past-the-end"),
        ("left.close()\nright.recv()", "right.close()\nleft.recv()", "both-receive"),
        (
            "left.close()\nright.send('x' * 500_000)\nright.recv()",
            "right.close()\nleft.send('x' * 500_000)\nleft.recv()",
            "both-send",
        ),
        (WRONG_END, SENDS, "closed-here"),
        ("left.close()\nright.recv()", "right.close()\nleft.send(1)\nleft.recv()", "peer-gone"),
    ],
)
def test_what_a_teacher_would_see(child: str, main: str, expected: str) -> None:
    """The first sign is the mistake; what follows from it comes behind."""
    assert of_one(child, main)[0] == expected


def test_what_goes_in_at_one_end_does_not_come_out_there() -> None:
    """That the reader keeps the other end open is told, too."""
    assert of_one("left.recv()", "left.send(1)")[:2] == ["end-kept-by-reader", "wrong-end"]


def test_a_one_way_pipe_is_used_in_its_direction() -> None:
    """With duplex=False the first end receives."""
    assert of_one("right.close()\nleft.recv()", "left.send(1)", duplex=False)[0] == "one-way"


MANY_WRITE = """
from multiprocessing import Pipe, Process

def write(into):
    into.send("." * 20_000)

if __name__ == "__main__":
    out, into = Pipe(duplex=False)
    for _ in range(2):
        Process(target=write, args=(into,)).start()
    print(len(out.recv()), len(out.recv()))
"""


def test_long_messages_of_two_mix() -> None:
    assert found(Program(MANY_WRITE))[0] == "mixed-bytes"


LOOKS_ONCE = """
left.close()
if right.poll():
    print(right.recv())
"""
FALSY = """
left.close()
while bun := right.recv():
    print(bun)
"""


@pytest.mark.parametrize(
    ("child", "buns", "expected"),
    [(LOOKS_ONCE, [7], "gave-up"), (FALSY, [0, 7], "stopped-at-nothing")],
)
def test_who_goes_home_early_is_seen(child: str, buns: list[int], expected: str) -> None:
    """What poll has not seen may still come, and a message may be as good as false."""
    main = f"right.close()\nfor bun in {buns}:\n    left.send(bun)\nleft.close()"
    program = Program(ONE.format(child=indented(child), main=indented(main), duplex=""))
    seven = AtEnd("seven", lambda view: "7" in view.output("one"))
    assert found(program, seven)[0] == expected


@pytest.mark.parametrize(
    ("ask", "expected"),
    [
        ("client.send(number)\nanswer = client.recv()", "mixed-up"),
        ("with lock:\n    client.send(number)\nanswer = client.recv()", "half-locked"),
        (
            "with lock:\n    client.send(number)\nwith lock:\n    answer = client.recv()",
            "let-go",
        ),
        (
            "with Lock():\n    client.send(number)\n    answer = client.recv()",
            "own-locks",
        ),
    ],
)
def test_who_takes_whose_answer(ask: str, expected: str) -> None:
    """Two who share an end each get an answer; the lock says how they kept apart."""
    assert found(Program(TWO.format(ask=indented(ask))))[0] == expected


def test_one_who_keeps_the_lock_from_question_to_answer_is_right() -> None:
    """Nothing goes wrong, so there are no signs."""
    right = "with lock:\n    client.send(number)\n    answer = client.recv()"
    assert found(Program(TWO.format(ask=indented(right)))) == []


QUEUE = """
from multiprocessing import Process, Queue

def eat(queue):
    queue.get()

if __name__ == "__main__":
    queue = Queue()
    Process(target=eat, args=(queue,)).start()
"""


def test_of_a_queue_s_own_pipe_nothing_is_said() -> None:
    """Whoever waits at a queue does not know that there is a pipe in it."""
    named = re.findall(r"``([a-z-]+)``", signs_pipe.signs.__doc__ or "")
    assert not set(named) & set(found(Program(QUEUE)))


def test_every_sign_has_a_general_sentence() -> None:
    """In both languages; so an exercise need not say it again."""
    named = re.findall(r"``([a-z-]+)``", signs_pipe.signs.__doc__ or "")
    assert named
    for language in LANGUAGES:
        assert set(named) <= entries("check.diagnoses", language).keys()
