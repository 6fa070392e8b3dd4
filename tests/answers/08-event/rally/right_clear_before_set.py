def play(mine, other, hit, strokes):
    left = strokes
    while left:
        if mine.wait():
            hit()
            mine.clear()
            other.set()
            left -= 1
