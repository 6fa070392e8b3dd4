# diagnosis: done-too-often
from queue import Empty


def nibble(steamer, bite):
    while True:
        try:
            rest = bite(steamer.get(timeout=1))
            if rest is not None:
                steamer.put(rest)
        except Empty:
            pass
        finally:
            steamer.task_done()
