"""Both open the log with mode "w": the later one empties it, or writes over the other's line."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process


def log(name):
    with open("log", "w", encoding="utf-8") as file:
        file.write(f"{name} was here\n")


if __name__ == "__main__":
    people = [Process(target=log, args=(name,)) for name in ("Ann", "Bob")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    with open("log", encoding="utf-8") as file:
        assert len(file.readlines()) == 2
