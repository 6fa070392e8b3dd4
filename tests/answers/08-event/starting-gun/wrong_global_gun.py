# diagnosis: x
gun = Event()


def runner(name):
    gun.wait()
    run(name)


def race(names):
    runners = [Process(target=runner, args=(name,)) for name in names]
    for each in runners:
        each.start()
    ready()
    gun.set()
    for each in runners:
        each.join()
