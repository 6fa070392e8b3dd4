class Cook(Process):
    def __init__(self, raw, steamer, wrap):
        super().__init__(daemon=True)
        self.raw, self.steamer, self.wrap = raw, steamer, wrap

    def run(self):
        while True:
            self.steamer.put(self.wrap(self.raw.get()))
            self.raw.task_done()


def cook():
    pass


def kitchen(doughs, cooks, guests, wrap, eat):
    raw, steamer = JoinableQueue(), JoinableQueue()
    for d in doughs:
        raw.put(d)
    for _ in range(cooks):
        Cook(raw, steamer, wrap).start()
    for _ in range(guests):
        Process(target=eat, args=(steamer,), daemon=True).start()
    raw.join()
    steamer.join()
