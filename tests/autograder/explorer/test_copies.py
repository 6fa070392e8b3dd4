"""What a forked child has copies of, kind by kind."""

from __future__ import annotations

import pytest

from tests.autograder.explorer.running import outcomes

PROGRAM = """
from multiprocessing import *
import collections, contextlib, dataclasses, enum, functools

{definitions}

def task():
    {body}

if __name__ == "__main__":
    p = Process(target=task)
    p.start()
    p.join()
"""

COPIES = {
    "functions see the child's globals": (
        """
n = 1
def look(k=[1], *, j={2: 3}):
    '''Doc.'''
    return n, k, j
""",
        """
global n
n = 2
print(look(), look.__doc__, look.__name__, look.__module__)
""",
        "(2, [1], {2: 3}) Doc. look __main__",
    ),
    "closures keep what they enclose, together": (
        """
def pair():
    n = 0
    def up():
        nonlocal n
        n += 1
    def look():
        return n
    return up, look
up, look = pair()
up()
""",
        """
up()
print(look())
""",
        "2",
    ),
    "classes keep their members, and instances their class": (
        """
class A:
    n = 0
    def __init__(self):
        self.own = [1]
    @classmethod
    def count(cls):
        cls.n += 1
        return cls.n
    @staticmethod
    def s():
        return 's'
    @property
    def p(self):
        return self.own
class B(A):
    def __init__(self):
        super().__init__()
        self.own.append(2)
b = B()
""",
        """
print(b.p, b.count(), b.s(), type(b) is B, isinstance(b, A), B().p)
""",
        "[1, 2] 1 s True True [1, 2]",
    ),
    "slots are copied": (
        """
class A:
    __slots__ = ('x', '__y')
    def __init__(self):
        self.x, self.__y = 1, [2]
    def y(self):
        return self.__y
a = A()
""",
        """
print(a.x, a.y(), hasattr(a, '__dict__'))
""",
        "1 [2] False",
    ),
    "dataclasses compare and hash": (
        """
@dataclasses.dataclass(frozen=True, order=True)
class P:
    x: int = 0
    y: list = dataclasses.field(default_factory=list, compare=False)
found = {P(1): 'one'}
""",
        """
print(found[P(1)], P() < P(2), P(), dataclasses.fields(P)[0].name)
""",
        "one True P(x=0, y=[]) x",
    ),
    "enums are singletons": (
        """
class C(enum.Enum):
    RED = 1
class F(enum.IntFlag):
    A = 1
    B = 2
now = {C.RED: F.A | F.B}
""",
        """
print(C(1) is C.RED, C['RED'], now[C.RED] == F(3), list(C))
""",
        "True C.RED True [<C.RED: 1>]",
    ),
    "subclasses of builtins": (
        """
class L(list):
    pass
class E(Exception):
    pass
T = collections.namedtuple('T', 'a b')
l = L([1])
l.note = 'n'
e = E('x', 2)
t = T(1, [2])
""",
        """
print(l, l.note, type(l) is L, repr(e), t, type(t) is T)
""",
        "[1] n True E('x', 2) T(a=1, b=[2]) True",
    ),
    "collections": (
        """
d = collections.defaultdict(list)
d[1].append(2)
q = collections.deque([1, 2], 2)
o = collections.OrderedDict(b=1, a=2)
c = collections.Counter('aab')
""",
        """
d[3]
q.append(3)
print(dict(d), list(q), list(o), c['a'])
""",
        "{1: [2], 3: []} [2, 3] ['b', 'a'] 2",
    ),
    "what two things have in common": (
        """
a = [1]
b = {'a': a, 'self': None}
b['self'] = b
put = a.append
""",
        """
put(2)
print(b['a'], b['self'] is b, a is b['a'])
""",
        "[1, 2] True True",
    ),
    "decorated functions and partials": (
        """
def counted(f):
    calls = []
    @functools.wraps(f)
    def inner(*a):
        calls.append(1)
        return len(calls), f(*a)
    return inner
@counted
def g(x):
    return x
@functools.cache
def h(x):
    return x
@contextlib.contextmanager
def held():
    yield 'in'
g(0)
part = functools.partial(g, 5)
""",
        """
with held() as now:
    print(part(), g.__wrapped__(1), h(2), now)
""",
        "(2, 5) 1 2 in",
    ),
    "a metaclass and a hook run none of their code": (
        """
class M(type):
    def __new__(m, *a):
        made.append(a[0])
        return super().__new__(m, *a)
made = []
class A(metaclass=M):
    def __init_subclass__(cls):
        made.append(cls)
class B(A):
    pass
""",
        """
print(len(made), type(B) is M, made[2] is B)
""",
        "3 True True",
    ),
    "iterators stand where they stood": (
        """
i = iter([1, 2, 3])
next(i)
z = zip('ab', [1, 2])
next(z)
""",
        """
print(list(i), list(z))
""",
        "[2, 3] [('b', 2)]",
    ),
    "deep data": (
        """
deep = []
for _ in range(3000):
    deep = [deep]
""",
        """
n, at = 0, deep
while at:
    n, at = n + 1, at[0]
print(n)
""",
        "3000",
    ),
    "the process itself": (
        """
p = None
""",
        """
me = current_process()
print(p is me, me.name, active_children(), parent_process().name)
""",
        "True Process-1 [] MainProcess",
    ),
}


@pytest.mark.parametrize("name", COPIES)
def test_a_child_has_copies(name: str) -> None:
    """The child sees what a real forked one would see, and its parent ends well."""
    definitions, body, seen = COPIES[name]
    inside = body.strip().replace("\n", "\n    ")
    (outcome,) = outcomes(PROGRAM.format(definitions=definitions, body=inside), "fork")
    assert outcome.errors == ()
    assert dict(outcome.lines)["0.1"] == (seen,)
