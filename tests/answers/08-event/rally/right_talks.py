def play(mine, other, hit, strokes):
    for _ in range(strokes):
        mine.wait()
        mine.clear()
        print("stroke", 1)
        hit()
        print("stroke 7")
        other.set()
