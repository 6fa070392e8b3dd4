"""Three stages, a queue between each two, and a sentinel that goes through all of them."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


def stage(work, inbox, outbox):
    for item in iter(inbox.get, None):
        outbox.put(work(item))
    outbox.put(None)


def knead(flour):
    return flour + " dough"


def steam(dough):
    return dough + " bun"


if __name__ == "__main__":
    flour, dough, buns = Queue(), Queue(), Queue()
    Process(target=stage, args=(knead, flour, dough)).start()
    Process(target=stage, args=(steam, dough, buns)).start()
    for kind in ("wheat", "rice"):
        flour.put(kind)
    flour.put(None)
    assert list(iter(buns.get, None)) == ["wheat dough bun", "rice dough bun"]
