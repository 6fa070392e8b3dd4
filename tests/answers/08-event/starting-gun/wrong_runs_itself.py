# diagnosis: x
def runner(name, gun):
    gun.wait()
    run(name)


def race(names):
    gun = Event()
    ready()
    gun.set()
    for name in names:
        runner(name, gun)
