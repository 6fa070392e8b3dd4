# diagnosis: never-waited
def runner(name, gun):
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
