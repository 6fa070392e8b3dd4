# diagnosis: NothingShared
import json


def send(write, name):
    with open(f"{name}.json", "w") as file:
        json.dump(write(name), file)


def gather(write, names):
    writers = [Process(target=send, args=(write, name)) for name in names]
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    return {name: json.load(open(f"{name}.json")) for name in names}
