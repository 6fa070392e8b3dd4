"""as_completed gives futures as they are done, not as they were asked for."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from concurrent.futures import ProcessPoolExecutor, as_completed


def square(number):
    return number * number


if __name__ == "__main__":
    with ProcessPoolExecutor(2) as executor:
        futures = [executor.submit(square, number) for number in (2, 3)]
        squares = [future.result() for future in as_completed(futures)]
    assert squares == [4, 9], squares
