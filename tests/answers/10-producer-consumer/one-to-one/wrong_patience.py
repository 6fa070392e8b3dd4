# diagnosis: did-not-wait
from queue import Empty


def make(buns, steamer, cook):
    for bun in buns:
        steamer.put(cook(bun))


def eat(steamer, bite):
    while True:
        try:
            bite(steamer.get(timeout=5))
        except Empty:
            break
