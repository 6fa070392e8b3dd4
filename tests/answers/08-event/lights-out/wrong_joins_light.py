# diagnosis: livelock
def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green,), daemon=True)
    light.start()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for each in cars:
        each.start()
    for each in cars:
        each.join()
    light.join()
