"""Programs that reach into the process in which they run, to be judged better than they are.

Each of these is told to hold by who explores and judges in one process. A referee is not taken in.
"""

from __future__ import annotations

import pytest

from autograder.explorer.conditions import AtEnd
from autograder.explorer.outside import Finding, explore
from autograder.explorer.reports import Verdict

FIND = '''
def ours():
    """Every class of the explorer, by name."""
    found, left, seen = {}, [object], set()
    while left:
        each = left.pop()
        if each not in seen:
            seen.add(each)
            if each.__module__.startswith("autograder"):
                found.setdefault(each.__name__, each)
            if each is not type:
                left += type.__subclasses__(each)
    return found


def real(name):
    """A module as the explorer has it."""
    return ours()["Program"].at.__func__.__globals__["__builtins__"]["__import__"](name)


def put(thing, name, value):
    """Set an attribute in a way that nobody who guards attributes sees."""
    if isinstance(thing, type):
        type.__setattr__(thing, name, value)
    else:
        thing.__dict__[name] = value
'''
"""How code looks that has come through all guards: what it gains then is the matter here."""

RACE = """
from multiprocessing import Process, Value

def work(total):
    total.value += 1

if __name__ == "__main__":
    total = Value("i", 0)
    workers = [Process(target=work, args=(total,)) for _ in range(2)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
"""

POOLED = """
from multiprocessing import Pool, Value

def begin(shared):
    global total
    total = shared

def work(number):
    total.value += 1

if __name__ == "__main__":
    total = Value("i", 0)
    with Pool(2, begin, (total,)) as pool:
        pool.map(work, [1, 2])
"""

FORGED = (
    '{"type":"finding","verdict":"holds","kind":"","executions":4,"sampled":0,"complete":true,'
    '"seconds":0.1,"schedule":"","line":0,"transcript":"","html":"","message":"","notes":[],'
    '"at_once":0,"fields":{},"outcomes":{}}\\n'
)

ATTACKS = {
    "the judge sees nothing": """
judge = ours()["Judge"]
for name in ("of_result", "of", "at_end", "broken_rule", "too_few", "unjudged", "_on_the_way"):
    setattr(judge, name, lambda *_, **__: None)
""",
    "the search stops at once": """
put(ours()["Search"], "_go_on", lambda self: False)
""",
    "the search finds no races": """
put(ours()["Search"], "_try_before", lambda *_: None)
put(ours()["Search"], "_find_races_of_the_blocked", lambda *_: None)
""",
    "nothing depends on anything": """
put(ours()["World"], "accesses", lambda self, actor, op: ())
""",
    "reading and writing are one act": """
kinds = ours()["World"].apply.__globals__["KINDS"]
def add(cell, actor, argument):
    cell.value += 1
object.__setattr__(kinds["cell.write"], "apply", add)
""",
    "the judge is given rules of its own": """
put(ours()["Judge"], "at_end", lambda self, *_: getattr(self, "_at_end").clear())
""",
    "a finding is written to every pipe": f"""
os = real("os")
for pipe in range(1, 30):
    try:
        os.write(pipe, b'{FORGED}')
    except OSError:
        pass
""",
    "a finding is written, and the process ends": f"""
os = real("os")
for pipe in range(1, 30):
    try:
        os.write(pipe, b'{FORGED}')
    except OSError:
        pass
os._exit(0)
""",
    "every finding is made to hold": """
finding = ours()["Finding"]
structs = real("msgspec").structs
encode = real("msgspec").json.encode
def holding(message, finding=finding, structs=structs, encode=encode):
    if type(message) is finding:
        message = structs.replace(message, verdict="holds", kind="", complete=True)
    return encode(message)
if encode.__name__ != "holding":
    put(real("msgspec").json, "encode", holding)
put(ours()["Judge"], "at_end", lambda *_: None)
""",
    "frames are walked": """
try:
    raise ValueError
except ValueError as error:
    frame = error.__traceback__.tb_frame
while frame is not None:
    for value in list(frame.f_locals.values()):
        if value.__class__.__name__ in ("Judge", "Witness", "Exploration"):
            judge = getattr(value, "_judge", value)
            getattr(judge, "_at_end").clear()
    frame = frame.f_back
real("gc").unfreeze()
for each in real("gc").get_objects():
    if each.__class__.__name__ == "Judge":
        getattr(each, "_at_end").clear()
""",
}

COUNTED = AtEnd("both counted", lambda view: bool(view.value("total") == 2))
RULES = [COUNTED]


def attacked(source: str, attack: str) -> str:
    """A program that does that first."""
    head, main, rest = source.partition('if __name__ == "__main__":')
    return f"{head}{FIND}{attack}\n{main}{rest}"


def direct(source: str) -> Finding:
    """Explored and judged in one process."""
    return explore(source, conditions=(f"{__name__}:RULES",), max_seconds=5, language="en")


def witnessed(source: str) -> Finding:
    """Explored in one, and judged in this one."""
    return explore(source, conditions=RULES, witnessed=True, max_seconds=5, language="en")


@pytest.mark.parametrize("attack", ATTACKS.values(), ids=ATTACKS.keys())
def test_an_attack_gains_nothing(attack: str) -> None:
    """It works where the program shares a process with who judges, and only there."""
    source = attacked(RACE, attack)
    assert direct(source).verdict is Verdict.HOLDS
    assert witnessed(source).verdict in (Verdict.BROKEN, Verdict.INCONCLUSIVE)


def test_without_an_attack_it_is_broken() -> None:
    for source in (RACE, POOLED):
        assert direct(source).verdict is witnessed(source).verdict is Verdict.BROKEN


@pytest.mark.parametrize(
    "attack",
    [
        "the search stops at once",
        "the search finds no races",
        "nothing depends on anything",
        "the judge sees nothing",
    ],
)
def test_an_attack_beside_a_pool_gains_nothing(attack: str) -> None:
    """Though of a pool more has to be believed."""
    assert witnessed(attacked(POOLED, ATTACKS[attack])).verdict is not Verdict.HOLDS


def test_a_page_carries_no_script() -> None:
    """What a program has put into its story does nothing to who reads it."""
    attack = """
finding = ours()["Finding"]
structs = real("msgspec").structs
encode = real("msgspec").json.encode
def talking(message, finding=finding, structs=structs, encode=encode):
    if type(message) is finding:
        message = structs.replace(
            message,
            html="<section><script>steal()</script><p onclick='steal()'>read</p></section>",
            transcript="\\\\x1b]0;mine\\\\x07read",
        )
    return encode(message)
if encode.__name__ != "talking":
    put(real("msgspec").json, "encode", talking)
""".replace("\\\\", "\\")
    found = witnessed(attacked(RACE, attack))
    assert found.verdict is Verdict.BROKEN
    assert "steal" not in found.html
    assert "<p>read</p>" in found.html
    assert found.transcript == "]0;mineread"
