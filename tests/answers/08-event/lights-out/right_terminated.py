def evening(numbers):
    green = Event()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    light = Process(target=traffic_light, args=(green,))
    for each in [*cars, light]:
        each.start()
    for each in cars:
        each.join()
    light.terminate()
    light.join()
