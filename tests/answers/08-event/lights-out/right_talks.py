def evening(numbers):
    green = Event()
    light = Process(target=traffic_light, args=(green,), daemon=True)
    light.start()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for number, each in zip(numbers, cars):
        print("car", number)
        each.start()
    for each in cars:
        each.join()
    print("through: 0")
