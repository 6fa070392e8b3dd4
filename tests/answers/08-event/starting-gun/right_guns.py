# One event for each: whoever starts all of them shares each with one.
def runner(name, gun):
    if not gun.is_set():
        gun.wait()
    run(name)


def race(names):
    guns = {name: Event() for name in names}
    runners = [Process(target=runner, args=pair) for pair in guns.items()]
    for each in runners:
        each.start()
    ready()
    for gun in guns.values():
        gun.set()
    for each in runners:
        each.join()
