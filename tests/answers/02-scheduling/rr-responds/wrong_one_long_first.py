# diagnosis: rr-ends-sooner
workload = [("A", 0, 100), ("B", 1, 1), ("C", 2, 1)]
