# diagnosis: setter-ended
def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green,))
    light.start()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for each in cars:
        each.start()
    light.terminate()
    for each in cars:
        each.join()
