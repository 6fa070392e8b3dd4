def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["status"] == "zombie":
                return "zombie"
            if row["ppid"] != born_to:
                return "orphan"
            return "alive"
    return "gone"
