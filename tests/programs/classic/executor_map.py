"""ProcessPoolExecutor.map gives results in the order of the arguments."""
# verdict: holds
# start-method: both
# reality: yes

from concurrent.futures import ProcessPoolExecutor


def square(number):
    return number * number


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        assert list(executor.map(square, [2, 3])) == [4, 9]
