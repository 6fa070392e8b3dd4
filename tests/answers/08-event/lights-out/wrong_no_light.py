# diagnosis: light
def evening(numbers):
    green = Event()
    cars = [Process(target=car, args=(green, number)) for number in numbers]
    for each in cars:
        each.start()
    green.set()
    for each in cars:
        each.join()
