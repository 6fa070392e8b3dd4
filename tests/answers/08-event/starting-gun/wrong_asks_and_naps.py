# diagnosis: keeps-asking
class Runner(Process):
    def __init__(self, name, gun):
        super().__init__()
        self.who, self.gun = name, gun

    def run(self):
        while not self.gun.is_set():
            time.sleep(1)
        run(self.who)


def race(names):
    gun = Event()
    runners = [Runner(name, gun) for name in names]
    for each in runners:
        each.start()
    ready()
    gun.set()
    for each in runners:
        each.join()
