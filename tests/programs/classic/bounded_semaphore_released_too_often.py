"""A BoundedSemaphore refuses to take back more than it gave: ValueError."""
# verdict: broken
# kind: exception
# error: ValueError
# start-method: both
# reality: yes

from multiprocessing import BoundedSemaphore, Process


def sing(room):
    with room:
        print("la")
    room.release()


if __name__ == "__main__":
    room = BoundedSemaphore(1)
    child = Process(target=sing, args=(room,))
    child.start()
    child.join()
