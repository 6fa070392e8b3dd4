"""Opposite orders, but under a third lock: nobody holds one of the two while another tries."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process


def pay(bank, source, target):
    with bank, source, target:
        print("paid")


if __name__ == "__main__":
    bank, ann, bob = Lock(), Lock(), Lock()
    one = Process(target=pay, args=(bank, ann, bob))
    one.start()
    other = Process(target=pay, args=(bank, bob, ann))
    other.start()
    one.join()
    other.join()
