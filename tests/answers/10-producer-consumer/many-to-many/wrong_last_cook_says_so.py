# diagnosis: said-too-early
from multiprocessing import Process, Queue, Value


def cook(batch, steamer, make, busy, guests):
    make(batch, steamer)
    with busy.get_lock():
        busy.value -= 1
        last = busy.value == 0
    if last:
        for _ in range(guests):
            steamer.put(None)


def breakfast(batches, guests, make, eat):
    steamer, busy = Queue(), Value("i", len(batches))
    people = [
        Process(target=cook, args=(batch, steamer, make, busy, len(guests))) for batch in batches
    ]
    people += [Process(target=eat, args=(guest, steamer)) for guest in guests]
    for each in people:
        each.start()
    for each in people:
        each.join()
