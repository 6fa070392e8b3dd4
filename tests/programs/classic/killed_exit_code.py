"""A killed process has exit code -9: for it, everything ends where it is."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Event, Process


def work(never):
    never.wait()


if __name__ == "__main__":
    never = Event()
    worker = Process(target=work, args=(never,))
    worker.start()
    worker.kill()
    worker.join()
    assert worker.exitcode == -9
