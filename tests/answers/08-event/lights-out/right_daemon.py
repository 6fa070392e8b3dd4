def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green,))
    light.daemon = True
    light.start()
    cars = []
    for number in numbers:
        one = Process(target=car, args=(green, number))
        one.start()
        cars.append(one)
    for one in cars:
        one.join()
