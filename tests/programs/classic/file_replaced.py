"""Written beside and put in place with os.replace: a reader sees the old menu or the new one, whole."""
# verdict: holds
# start-method: both
# reality: yes

import json
import os
from multiprocessing import Process
from pathlib import Path


def change():
    with open("menu.new", "w", encoding="utf-8") as file:
        json.dump({"bun": 3}, file)
    os.replace("menu.new", "menu")


if __name__ == "__main__":
    Path("menu").write_text('{"bun": 2}', encoding="utf-8")
    Process(target=change).start()
    with open("menu", encoding="utf-8") as file:
        assert json.load(file)["bun"] in (2, 3)
