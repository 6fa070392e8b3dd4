# diagnosis: x
def evening(numbers):
    green = Event()
    Process(target=traffic_light, args=(green,), daemon=True).start()
    for number in numbers:
        car(green, number)
