"""Two producers share a position without a mutex: both put into the same place, one item is lost."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process, Value


def produce(item, ring, position):
    ring[position.value] = item
    position.value += 1


if __name__ == "__main__":
    ring = Array("i", 3)
    position = Value("i", 0)
    producers = [Process(target=produce, args=(item, ring, position)) for item in (1, 2)]
    for producer in producers:
        producer.start()
    for producer in producers:
        producer.join()
    assert sorted(ring) == [0, 1, 2], ring[:]
