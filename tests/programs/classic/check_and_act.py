"""Looking and withdrawing under one lock: the second customer sees an empty account."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def withdraw(balance):
    with balance.get_lock():
        if balance.value >= 100:
            balance.value -= 100


if __name__ == "__main__":
    balance = Value("i", 100)
    customers = [Process(target=withdraw, args=(balance,)) for _ in range(2)]
    for customer in customers:
        customer.start()
    for customer in customers:
        customer.join()
    assert balance.value == 0
