# diagnosis: daemon-late
def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green,))
    light.start()
    light.daemon = True
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for one in cars:
        one.start()
    for one in cars:
        one.join()
