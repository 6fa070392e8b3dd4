# diagnosis: returned-early
def runner(name, gun):
    gun.wait()
    run(name)


def race(names):
    gun = Event()
    for name in names:
        Process(target=runner, args=(name, gun), daemon=True).start()
    ready()
    gun.set()
