from multiprocessing import Pool


def gather(write, names):
    with Pool(len(names)) as pool:
        return dict(zip(names, pool.map(write, names, chunksize=1)))
