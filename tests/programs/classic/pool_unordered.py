"""imap_unordered answers in the order in which things are done."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        squares = list(pool.imap_unordered(square, [2, 3]))
    assert squares == [4, 9], squares
