"""Pipes do what the real ones do: an end is closed when every copy of it is."""

from __future__ import annotations

from tests.autograder.explorer.facts import both_tests, fact

READING = """
def task({ends}):
    {first}
    try:
        while True:
            print(out.recv())
    except EOFError:
        print("end")
---
out, into = Pipe(duplex=False)
p = Process(target=task, args=({ends},))
p.start()
out.close()
into.send(1)
into.close()
p.join()
"""
"""A reader that is given some ends, and does something first; its parent sends once and closes."""

FACTS = [
    fact(
        "two who send long messages into one end at once mix the bytes",
        {"ok / ok", "mixed"},
        """
def task(into, letter):
    into.send(letter * 300_000)
---
out, into = Pipe(duplex=False)
both = [Process(target=task, args=(into, letter)) for letter in "ab"]
for each in both:
    each.start()
into.close()
try:
    for _ in both:
        assert len(set(out.recv())) == 1
        print("ok")
except Exception:
    print("mixed")
    for each in both:
        each.kill()
""",
        unforced="what the bytes become is by chance; often more is waited for",
    ),
    fact(
        "under a lock they do not",
        "ok / ok",
        """
def task(into, letter, lock):
    with lock:
        into.send(letter * 300_000)
---
out, into = Pipe(duplex=False)
lock = Lock()
both = [Process(target=task, args=(into, letter, lock)) for letter in "ab"]
for each in both:
    each.start()
for _ in both:
    assert len(set(out.recv())) == 1
    print("ok")
""",
    ),
    fact(
        "a short message may come into the midst of a long one; two short ones stay whole",
        {"2", "mixed"},
        """
def task(into, times):
    into.send("a" * times)
---
out, into = Pipe(duplex=False)
both = [Process(target=task, args=(into, times)) for times in (20_000, 3)]
for each in both:
    each.start()
try:
    print(len({out.recv(), out.recv()}))
except pickle.UnpicklingError:
    print("mixed")
for each in both:
    each.join()
""",
        unforced="the moment is short",
    ),
    fact(
        "a reader comes to the end when every copy of the writing end is closed",
        "1 / end",
        READING.format(ends="out, into", first="into.close()"),
    ),
    fact(
        "a reader that keeps a copy of the writing end open waits for ever",
        "1; hangs",
        READING.format(ends="out, into", first="pass"),
    ),
    fact(
        "a spawned reader that was not given the writing end comes to the end",
        "1 / end",
        READING.format(ends="out", first="pass"),
        methods=("spawn",),
    ),
    fact(
        "a forked reader has the writing end open although it was not given it",
        "1; hangs",
        READING.format(ends="out", first="pass"),
        methods=("fork",),
    ),
    fact(
        "the parent's own copy of the writing end keeps it waiting, too",
        "1; hangs",
        """
def task(into):
    into.send(1)
    into.close()
---
out, into = Pipe(duplex=False)
p = Process(target=task, args=(into,))
p.start()
p.join()
print(out.recv())
out.recv()
print("end")
""",
    ),
    fact(
        "a terminated process's ends are closed",
        "-15 end",
        """
def task(into, ready):
    ready.set()
    Event().wait()
---
out, into = Pipe(duplex=False)
ready = Event()
p = Process(target=task, args=(into, ready))
p.start()
into.close()
ready.wait()
p.terminate()
p.join()
try:
    out.recv()
except EOFError:
    print(p.exitcode, "end")
""",
    ),
    fact(
        "to send where nobody can read any more is a broken pipe",
        "BrokenPipeError",
        """
---
out, into = Pipe(duplex=False)
out.close()
try:
    into.send(1)
except OSError as error:
    print(type(error).__name__)
""",
    ),
    fact(
        "a closed end is of no use, and each end has one direction",
        "connection is read-only / connection is write-only / handle is closed",
        """
---
out, into = Pipe(duplex=False)
for use in (into.recv, lambda: out.send(1), lambda: (into.close(), into.send(1))):
    try:
        use()
    except OSError as error:
        print(error)
""",
    ),
    fact(
        "both ends of a two-way pipe send and receive",
        "2 1",
        """
---
one, other = Pipe()
one.send(1)
other.send(2)
print(one.recv(), other.recv())
""",
    ),
    fact(
        "what is changed after send arrives as it was",
        "[1]",
        """
---
out, into = Pipe(duplex=False)
thing = [1]
into.send(thing)
thing.append(2)
print(out.recv())
""",
    ),
    fact(
        "poll tells whether recv would answer, the end included",
        "False True True",
        """
---
out, into = Pipe(duplex=False)
nothing = out.poll()
into.send(1)
something = out.poll()
out.recv()
into.close()
print(nothing, something, out.poll())
""",
    ),
    fact(
        "to send more than fits waits until somebody reads",
        "sends; hangs",
        """
---
out, into = Pipe(duplex=False)
print("sends")
into.send_bytes(b"x" * 1_000_000)
""",
    ),
    fact(
        "small messages go without anybody reading",
        "sent",
        """
---
out, into = Pipe(duplex=False)
for n in range(10):
    into.send(n)
print("sent")
""",
    ),
    fact(
        "a buffer too short for a message raises BufferTooShort with the message",
        "b'abcd'",
        """
---
out, into = Pipe(duplex=False)
into.send_bytes(b"abcd")
try:
    out.recv_bytes_into(bytearray(2))
except BufferTooShort as error:
    print(error.args[0])
""",
    ),
]

test_virtual, test_real = both_tests(FACTS)
