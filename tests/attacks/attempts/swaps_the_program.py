"""Has the witness explore, and tell of, another program: one that says what a right answer would."""

LESSON = "06-lock"
POINTS = 0
GUARDED = False
CELLS = {
    "sell": r"""
def ours():
    found, left, seen = {}, [object], set()
    while left:
        each = left.pop()
        if each not in seen:
            seen.add(each)
            if each.__module__.startswith("autograder"):
                found.setdefault(each.__name__, each)
            if each is not type:
                left += type.__subclasses__(each)
    return found


def swap():
    found = ours()
    witness, program, halt = found["Witness"], found["Program"], found["Halt"]
    load = found["Program"].at.__func__.__globals__["__builtins__"]["__import__"]("json").loads

    def look(self):
        if hasattr(self._program, "filename") and not getattr(witness, "swapped", 0):
            witness.swapped = 1
            real = self._program
            names = ["egon", "jason", "tank"][:real.text.count("(customer, (")]
            left = load(real.files["ticket.json"])["count"]
            sold = min(len(names), left)
            text = "import json\nif __name__ == '__main__':\n"
            for number, name in enumerate(names):
                text += "    print(%r)\n" % (name + ": " + str(number < sold))
            text += "    with open('ticket.json', 'w') as file:\n"
            text += "        json.dump({'count': %d}, file)\n" % (left - sold)
            self._program = program(text, filename=real.filename, files=real.files)
            self._program.__dict__["disk"] = dict(real.disk)
            raise halt("again")

    witness._look_for_orders = look


def buy(person, lock):
    swap()
    stock = read_stock()
    if stock["count"] == 0:
        return False
    write_stock({"count": stock["count"] - 1})
    return True
"""
}
