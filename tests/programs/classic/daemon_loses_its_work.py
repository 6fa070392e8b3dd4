"""A daemon is ended with its parent, finished or not: what it was to write may be missing."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def save(saved):
    saved.value = 1


def serve(saved):
    Process(target=save, args=(saved,), daemon=True).start()


if __name__ == "__main__":
    saved = Value("i", 0)
    server = Process(target=serve, args=(saved,))
    server.start()
    server.join()
    assert saved.value == 1, "lost"
