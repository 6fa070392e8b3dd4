# diagnosis: sjf-responds-sooner
workload = [("A", 0, 5), ("B", 0, 1), ("C", 0, 1)]
