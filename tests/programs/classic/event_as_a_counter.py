"""An event does not count: two that set it before anybody looks are one."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Event, Process


def finish(done):
    done.set()


if __name__ == "__main__":
    done = Event()
    for _ in range(2):
        Process(target=finish, args=(done,)).start()
    for _ in range(2):
        done.wait()
        done.clear()
    print("both are done")
