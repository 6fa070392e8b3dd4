# diagnosis: orphan-first
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["ppid"] != born_to:
                return "orphan"
            if row["status"] == "zombie":
                return "zombie"
            return "alive"
    return "gone"
