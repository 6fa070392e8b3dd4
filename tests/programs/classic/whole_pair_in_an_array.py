"""A slice of a locked array is written at once and read at once."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Array, Process


def move(point):
    point[:] = [1, 1]


if __name__ == "__main__":
    point = Array("i", 2)
    mover = Process(target=move, args=(point,))
    mover.start()
    seen = point[:]
    mover.join()
    assert seen in ([0, 0], [1, 1]), seen
