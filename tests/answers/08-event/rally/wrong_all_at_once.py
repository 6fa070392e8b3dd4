# diagnosis: in-turn
def play(mine, other, hit, strokes):
    mine.wait()
    for _ in range(strokes):
        hit()
    other.set()
