"""A tour of all that a manager keeps; what it writes is the same for real and explored."""
# ruff: noqa: ANN001, ANN201, ANN204, BLE001, C416, D101, PLW0108, RUF005, SIM300

import copy
import multiprocessing
from multiprocessing import Manager, Process
from multiprocessing.managers import BaseManager


class Account:
    def __init__(self, n):
        self.n = n

    def add(self, k):
        self.n += k
        return self.n

    def get(self):
        return self.n

    def boom(self):
        raise KeyError("boom")


class Mine(BaseManager):
    pass


Mine.register("Account", Account)


def child(d, found, a):
    d["child"] = 1
    found.append(a.add(5))


def attempt(f):
    try:
        return f()
    except BaseException as e:
        return (type(e).__name__, str(e))


if __name__ == "__main__":
    multiprocessing.set_start_method("START_METHOD")
    with Manager() as m:
        d = m.dict({"k": 1})
        q = m.Queue(2)
        lock = m.Lock()
        print(type(m).__name__, type(d).__name__, str(d), type(q).__name__, type(lock).__name__)
        print(
            attempt(m.Lock().release),
            attempt(m.RLock().release),
            attempt(m.BoundedSemaphore(1).release),
        )
        print(attempt(lambda: d["zz"]), attempt(lambda: m.list().pop()))
        v = m.Value("i", 3)
        print(str(v), v.value, v.get())
        v.value = 5
        v.set(v.value + 1)
        print(v.value)
        n = m.Namespace(x=1)
        n.y = [1]
        n.y.append(2)
        print(str(n), n.x, n.y)
        del n.x
        print(str(n), attempt(lambda: n.x))
        a = m.Array("i", [1, 2])
        a[0] = 7
        print(str(a), a[0], list(a), a[0:2], len(a))
        c = m.Condition()
        print(attempt(c.wait), attempt(c.notify), attempt(c.notify_all))
        with c:
            print(c.wait(0.01))
            c.notify()
        print(
            d.keys(),
            d.items(),
            d.values(),
            [x for x in d],
            d == {"k": 1},
            {"k": 1} == d,
            len(d),
            "k" in d,
            type(d.copy()).__name__,
        )
        print(
            m.list([1]) + [2],
            m.list([1]) == [1],
            m.list([1, 2]) * 2,
            2 * m.list([1]),
            m.list([1])[0:1],
        )
        li = m.list([1, 2])
        li += [3]
        print(li, type(li).__name__)
        li *= 2
        print(li, type(li).__name__)
        d2 = m.dict()
        d2["n"] = li
        li.append(9)
        print(d2["n"], d2["n"][-1])
        d2["plain"] = [1]
        d2["plain"].append(2)
        print(d2["plain"])
        print(
            attempt(lambda: d2 | {"a": 1}),
            attempt(lambda: d2.foo),
            attempt(lambda: d.__setitem__("f", lambda: 1))[0],
        )
        bb = m.Barrier(2)
        print(bb.parties, bb.n_waiting, bb.broken, attempt(lambda: bb.wait(0.01)), bb.broken)
        bb.reset()
        print(bb.broken)
        print(
            attempt(m.Queue().get_nowait),
            q.put(1),
            q.put([2]),
            attempt(lambda: q.put(3, timeout=0.01)),
            q.full(),
            q.qsize(),
            q.empty(),
            q.get(),
            q.get(),
        )
        q.task_done()
        q.task_done()
        print(attempt(q.task_done), q.join())
        print(
            sorted(li),
            sum(li),
            list(reversed(li)),
            max(li),
            li.index(9),
            li.count(1),
            bool(m.list()),
            bool(d),
        )
        e = m.Event()
        print(e.is_set(), e.wait(0.01))
        e.set()
        print(e.is_set(), e.wait())
        e.clear()
        print(e.is_set())
        s = m.Semaphore(2)
        print(
            s.acquire(),
            s.acquire(False),
            s.acquire(False),
            s.acquire(True, 0.01),
            s.release(),
            attempt(lambda: m.Semaphore(-1))[0],
        )
        r = m.RLock()
        print(r.acquire(), r.acquire(), r.release(), r.release(), attempt(r.release))
        with lock:
            print(lock.acquire(False))
        print(
            d.pop("k"),
            d.setdefault("z", 1),
            d.get("q", 4),
            d.update({"w": 2}, y=3),
            sorted(d.items()),
            d.popitem(),
        )
        it = iter(m.dict(a=1))
        print(next(it), attempt(lambda: next(it))[0], type(it).__name__)
        print(copy.deepcopy(m.list([1])), d._getvalue())
        print(
            multiprocessing.current_process().name,
            [p.name for p in multiprocessing.active_children()],
            Process().name,
        )
        l3 = m.list()
        acc = Mine()
        acc.start()
        ac = acc.Account(10)
        p = Process(target=child, args=(d, l3, ac))
        p.start()
        p.join()
        print(
            d["child"],
            l3,
            ac.get(),
            type(ac).__name__,
            attempt(ac.boom),
            attempt(lambda: ac.n),
            p.exitcode,
        )
        acc.shutdown()
        print(attempt(ac.get)[0], attempt(lambda: acc.Account(1)), attempt(acc.start))
    print(attempt(lambda: d["k"]), attempt(lambda: m.dict()), attempt(m.__enter__))
    m2 = Manager()
    print(attempt(m2.start))
    x = m2.list([[0] * 2] * 2)
    x[0][1] = 5
    print(x)
    row = x[0]
    row[1] = 5
    x[0] = row
    print(x)
    m2.shutdown()
    m2.shutdown()
    print(multiprocessing.active_children())
    print(attempt(lambda: Mine().Account(1)), attempt(lambda: BaseManager().shutdown()))
