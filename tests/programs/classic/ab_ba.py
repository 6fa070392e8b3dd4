"""Two locks in opposite orders: each has one and wants the other's."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: yes

from multiprocessing import Lock, Process


def pay(source, target):
    source.acquire()
    target.acquire()
    print("paid")
    target.release()
    source.release()


if __name__ == "__main__":
    ann, bob = Lock(), Lock()
    payments = [Process(target=pay, args=pair) for pair in ((ann, bob), (bob, ann))]
    for payment in payments:
        payment.start()
    for payment in payments:
        payment.join()
