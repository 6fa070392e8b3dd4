"""Two locks in the same order: no circle."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Lock, Process


def pay(first, second, name):
    with first, second:
        print(name, "paid")


if __name__ == "__main__":
    ann, bob = Lock(), Lock()
    payments = [Process(target=pay, args=(ann, bob, name)) for name in ("Ann", "Bob")]
    for payment in payments:
        payment.start()
    for payment in payments:
        payment.join()
