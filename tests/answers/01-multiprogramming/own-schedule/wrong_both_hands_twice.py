# diagnosis: two-at-once
def my_schedule():
    # everything at once, from 0
    return [
        ("A", 0, 2, "cpu"),
        ("A", 2, 7, "io"),
        ("A", 7, 8, "cpu"),
        ("B", 0, 5, "cpu"),
        ("B", 5, 7, "io"),
        ("B", 7, 8, "cpu"),
        ("C", 0, 1, "cpu"),
        ("C", 1, 9, "io"),
        ("C", 9, 10, "cpu"),
    ]
