# diagnosis: FileNotFoundError
def evening(numbers):
    green = Event()
    Process(target=traffic_light, args=(green,), daemon=True).start()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for each in cars:
        each.start()
