"""Spinning on a global of one's own: what main sets is main's, not the child's."""
# verdict: broken
# kind: livelock
# start-method: both
# reality: no

import time
from multiprocessing import Process

ready = False


def wait():
    while not ready:
        time.sleep(0.001)


if __name__ == "__main__":
    Process(target=wait).start()
    ready = True
