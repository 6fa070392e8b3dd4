# diagnosis: nothing-overlaps
def my_schedule():
    return [
        ("A", 0, 2, "cpu"),
        ("A", 2, 7, "io"),
        ("A", 7, 8, "cpu"),
        ("B", 8, 13, "cpu"),
        ("B", 13, 15, "io"),
        ("B", 15, 16, "cpu"),
        ("C", 16, 17, "cpu"),
        ("C", 17, 25, "io"),
        ("C", 25, 26, "cpu"),
    ]
