"""A new worker for each task: old ones leave while the others are still at it."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pool


def double(number):
    return 2 * number


if __name__ == "__main__":
    with Pool(2, maxtasksperchild=1) as pool:
        assert pool.map(double, [1, 2]) == [2, 4]
