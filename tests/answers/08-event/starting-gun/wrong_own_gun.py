# diagnosis: own-event
def runner(name):
    gun = Event()
    gun.wait()
    run(name)


def race(names):
    gun = Event()
    runners = [Process(target=runner, args=(name,)) for name in names]
    for each in runners:
        each.start()
    ready()
    gun.set()
    for each in runners:
        each.join()
