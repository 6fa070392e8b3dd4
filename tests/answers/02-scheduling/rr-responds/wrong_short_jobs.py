# diagnosis: same-response
workload = [("A", 0, 2), ("B", 0, 2), ("C", 0, 2)]
