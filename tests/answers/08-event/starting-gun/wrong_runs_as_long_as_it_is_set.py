# diagnosis: livelock
def runner(name, gun):
    gun.wait()
    while gun.is_set():
        run(name)


def race(names):
    gun = Event()
    runners = [Process(target=runner, args=(name, gun)) for name in names]
    for each in runners:
        each.start()
    ready()
    gun.set()
    for each in runners:
        each.join()
