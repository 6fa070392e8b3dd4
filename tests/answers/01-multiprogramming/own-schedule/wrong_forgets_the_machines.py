# diagnosis: missing-burst
def my_schedule():
    return [
        ("C", 0, 1, "cpu"),
        ("A", 1, 3, "cpu"),
        ("B", 3, 8, "cpu"),
        ("A", 8, 9, "cpu"),
        ("C", 9, 10, "cpu"),
        ("B", 10, 11, "cpu"),
    ]
