# diagnosis: never-set
def evening(numbers):
    Process(target=traffic_light, args=(Event(),), daemon=True).start()
    cars = [Process(target=car, args=(Event(), number)) for number in numbers]
    for each in cars:
        each.start()
    for each in cars:
        each.join()
