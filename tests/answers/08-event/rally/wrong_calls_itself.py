# diagnosis: sets-own
def play(mine, other, hit, strokes):
    mine.set()
    for _ in range(strokes):
        mine.wait()
        mine.clear()
        hit()
        other.set()
