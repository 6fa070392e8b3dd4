# diagnosis: too-few
def evening(numbers):
    green = Event()
    Process(target=traffic_light, args=(green,), daemon=True).start()
    for number in numbers:
        one = Process(target=car, args=(green, number))
        one.start()
        one.join()
