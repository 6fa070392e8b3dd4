def runner(name, gun):
    print(name, "waits, too early")
    gun.wait()
    print("after the gun", name)
    run(name)


def race(names):
    gun = Event()
    runners = [Process(target=runner, args=(name, gun)) for name in names]
    for each in runners:
        each.start()
        print("on the line: 7")
    ready()
    gun.set()
    for each in runners:
        each.join()
    print("still running: 3")
