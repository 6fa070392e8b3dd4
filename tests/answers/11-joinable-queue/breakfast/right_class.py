class Eater(Process):
    def __init__(self, steamer, bite):
        super().__init__(daemon=True)
        self.steamer, self.bite = steamer, bite

    def run(self):
        guest(self.steamer, self.bite)


def guest(steamer, bite):
    for bun in iter(steamer.get, None):
        bite(bun)
        steamer.task_done()


def breakfast(buns, guests, bite):
    steamer = JoinableQueue()
    everybody = [Eater(steamer, bite) for _ in range(guests)]
    for each in everybody:
        each.start()
    for bun in buns:
        steamer.put(bun)
    steamer.join()
