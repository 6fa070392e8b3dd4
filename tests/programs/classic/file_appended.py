"""Short lines appended with mode "a": each lands whole at the end, in some order."""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process


def log(name):
    with open("log", "a", encoding="utf-8") as file:
        file.write(f"{name} was here\n")


if __name__ == "__main__":
    people = [Process(target=log, args=(name,)) for name in ("Ann", "Bob")]
    for person in people:
        person.start()
    for person in people:
        person.join()
    with open("log", encoding="utf-8") as file:
        assert sorted(file) == ["Ann was here\n", "Bob was here\n"]
