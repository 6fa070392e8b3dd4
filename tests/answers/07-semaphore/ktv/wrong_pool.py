# diagnosis: own-process
from multiprocessing import Pool


def evening(people, count, sing):
    with Pool(count) as pool:
        pool.map(sing, people)
