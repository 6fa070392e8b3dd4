"""进程池 map:结果按参数的顺序,不按完成的顺序。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pool


def square(number):
    return number * number


if __name__ == "__main__":
    with Pool(2) as pool:
        squares = pool.map(square, [1, 2, 3], chunksize=1)
    assert squares == [1, 4, 9]
    print(squares)
