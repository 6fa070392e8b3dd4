# diagnosis: FileExistsError
def runner(name, gun):
    gun.wait()
    run(name)


def race(names):
    gun = Event()
    runners = [Process(target=runner, args=(name, gun)) for name in names]
    for each in runners:
        each.start()
    while not gun.is_set():
        ready()
    gun.set()
    for each in runners:
        each.join()
