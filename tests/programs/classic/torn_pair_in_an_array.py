"""Two entries of an array, each written under the array's lock, are still two writes."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process


def move(point):
    point[0] = 1
    point[1] = 1


if __name__ == "__main__":
    point = Array("i", 2)
    mover = Process(target=move, args=(point,))
    mover.start()
    seen = point[:]
    mover.join()
    assert seen in ([0, 0], [1, 1]), seen
