workload = (
    ["download", 0, 5],
    ["film", 1, 7],
    ["game", 2, 6],
    ["backup", 2, 9],
)
