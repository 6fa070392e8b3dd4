# diagnosis: in-turn
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        mine.wait()
        mine.clear()
        other.set()
        hit()
