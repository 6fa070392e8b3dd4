# diagnosis: exit-code
import sys


def serve(stop, lock, write):
    while True:
        with lock:
            write()
        if stop.is_set():
            sys.exit("told to stop")


def dismiss(steward, stop):
    stop.set()
    steward.join()
