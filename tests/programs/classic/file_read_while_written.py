"""open("w") empties the file first: a reader may find nothing in it."""
# verdict: broken
# kind: exception
# error: JSONDecodeError
# start-method: both
# reality: yes

import json
from multiprocessing import Process
from pathlib import Path


def change():
    with open("menu", "w", encoding="utf-8") as file:
        json.dump({"bun": 3}, file)


if __name__ == "__main__":
    Path("menu").write_text('{"bun": 2}', encoding="utf-8")
    Process(target=change).start()
    with open("menu", encoding="utf-8") as file:
        print(json.load(file))
