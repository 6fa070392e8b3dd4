# diagnosis: FileExistsError
def runner(name, gun):
    gun.wait()
    run(name)


def race(names):
    gun = Event()
    runners = []
    for name in names:
        one = Process(target=runner, args=(name, gun))
        one.start()
        runners.append(one)
        ready()
    gun.set()
    for one in runners:
        one.join()
