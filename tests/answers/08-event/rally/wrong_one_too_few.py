# diagnosis: number
def play(mine, other, hit, strokes):
    for _ in range(1, strokes):
        mine.wait()
        mine.clear()
        hit()
        other.set()
