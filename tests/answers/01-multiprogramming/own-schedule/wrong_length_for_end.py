# diagnosis: wrong-length
def my_schedule():
    # (who, start, length, kind)，把结束写成了时长
    return [
        ("C", 0, 1, "cpu"),
        ("C", 1, 8, "io"),
        ("C", 9, 10, "cpu"),
        ("A", 1, 2, "cpu"),
        ("A", 3, 5, "io"),
        ("A", 8, 9, "cpu"),
        ("B", 3, 5, "cpu"),
        ("B", 8, 10, "io"),
        ("B", 10, 11, "cpu"),
    ]
