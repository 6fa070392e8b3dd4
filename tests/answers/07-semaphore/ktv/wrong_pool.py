# diagnosis: own-process
from multiprocessing import Pool


def ktv(people, count, sing):
    with Pool(count) as pool:
        pool.map(sing, people)
