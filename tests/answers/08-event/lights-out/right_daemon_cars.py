# Everybody is a daemon: nobody is lost, for the cars are waited for.
def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green,), daemon=True)
    cars = [Process(target=car, args=(green, number), daemon=True) for number in numbers]
    for each in [light, *cars]:
        each.start()
    for each in cars:
        each.join()
