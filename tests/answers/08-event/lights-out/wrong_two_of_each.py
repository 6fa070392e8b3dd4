# diagnosis: FileExistsError
def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green,), daemon=True)
    light.start()
    cars = [Process(target=car, args=(green, number)) for number in numbers for _ in range(2)]
    for one in cars:
        one.start()
    for one in cars:
        one.join()
