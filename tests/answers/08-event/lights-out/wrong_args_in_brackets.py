# diagnosis: no-comma
def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green), daemon=True)
    light.start()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for one in cars:
        one.start()
    for one in cars:
        one.join()
