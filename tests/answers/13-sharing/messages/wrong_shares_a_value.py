# diagnosis: NothingShared
import multiprocessing as mp


def put(write, name, chars):
    chars.value = "\n".join(write(name)).encode()


def gather(write, names):
    pages = [mp.Array("c", 1_000) for _ in names]
    writers = [mp.Process(target=put, args=(write, *each)) for each in zip(names, pages)]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    return {name: page.value.decode().split("\n") for name, page in zip(names, pages)}
