"""A subclass with its own arguments and run: it is pickled with what it was given."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Queue


class Cook(Process):
    def __init__(self, dish, served):
        super().__init__(name=f"cook of {dish}")
        self.dish = dish
        self.served = served

    def run(self):
        self.served.put((self.name, self.dish))


if __name__ == "__main__":
    served = Queue()
    cook = Cook("bun", served)
    cook.start()
    assert served.get() == ("cook of bun", "bun")
    cook.join()
