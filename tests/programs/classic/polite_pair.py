"""Both step aside whenever they meet: in step with each other they do so for ever."""
# verdict: broken
# kind: livelock
# start-method: both
# reality: no

from multiprocessing import Array, Process


def pass_by(me, in_the_way):
    in_the_way[me] = 1
    while in_the_way[1 - me]:
        in_the_way[me] = 0
        in_the_way[me] = 1
    in_the_way[me] = 0


if __name__ == "__main__":
    in_the_way = Array("i", 2, lock=False)
    for me in range(2):
        Process(target=pass_by, args=(me, in_the_way)).start()
