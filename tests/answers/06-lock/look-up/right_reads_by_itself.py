def visit(person, lock):
    with lock, open("ticket.json", encoding="utf-8") as file:
        seen = json.load(file)["count"]
    with lock, open("ticket.json", "r+", encoding="utf-8") as file:
        left = json.load(file)["count"]
        if left == 0:
            return seen, False
        file.seek(0)
        json.dump({"count": left - 1}, file)
        file.truncate()
        return seen, True
