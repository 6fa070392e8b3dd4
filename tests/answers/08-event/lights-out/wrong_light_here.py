# diagnosis: x
def evening(numbers):
    green = Event()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for each in cars:
        each.start()
    traffic_light(green)
    for each in cars:
        each.join()
