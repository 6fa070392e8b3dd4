"""Tobacco and paper are on the table; a smoker who needs matches takes the tobacco, and nobody smokes."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Process, Semaphore


def smoke(name, first, second):
    first.acquire()
    second.acquire()
    print(name, "smokes")


if __name__ == "__main__":
    tobacco, paper, matches = Semaphore(0), Semaphore(0), Semaphore(0)
    has_matches = Process(target=smoke, args=("Ann", tobacco, paper))
    has_paper = Process(target=smoke, args=("Bob", tobacco, matches), daemon=True)
    has_matches.start()
    has_paper.start()
    tobacco.release()
    paper.release()
    has_matches.join()
