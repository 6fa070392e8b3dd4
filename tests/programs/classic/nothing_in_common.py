"""Five processes that share nothing: one interleaving tells all."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process


def work(number):
    print(sum(range(number)))


if __name__ == "__main__":
    for number in range(5):
        Process(target=work, args=(number,)).start()
