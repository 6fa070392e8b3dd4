# diagnosis: other-event
def runner(name, gun):
    gun.wait()
    run(name)


def race(names):
    gun = Event()
    runners = [Process(target=runner, args=(name, Event())) for name in names]
    for each in runners:
        each.start()
    ready()
    gun.set()
    for each in runners:
        each.join()
