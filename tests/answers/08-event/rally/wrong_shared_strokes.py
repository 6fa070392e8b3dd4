# diagnosis: number
def play(mine, other, hit, strokes):
    for _ in range(strokes // 2):
        mine.wait()
        mine.clear()
        hit()
        other.set()
