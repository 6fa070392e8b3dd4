"""append on a manager's list is one call: nothing is lost without a lock."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Manager, Process


def order(orders, dish):
    orders.append(dish)


if __name__ == "__main__":
    with Manager() as manager:
        orders = manager.list()
        guests = [Process(target=order, args=(orders, dish)) for dish in ("bun", "tea")]
        for guest in guests:
            guest.start()
        for guest in guests:
            guest.join()
        assert sorted(orders) == ["bun", "tea"]
