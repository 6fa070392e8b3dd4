"""Both see enough money and both withdraw: the account goes below zero."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def withdraw(balance):
    if balance.value >= 100:
        with balance.get_lock():
            balance.value -= 100


if __name__ == "__main__":
    balance = Value("i", 100)
    customers = [Process(target=withdraw, args=(balance,)) for _ in range(2)]
    for customer in customers:
        customer.start()
    for customer in customers:
        customer.join()
    assert balance.value >= 0, balance.value
