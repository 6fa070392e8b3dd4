# diagnosis: system-words
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["ppid"] != born_to and row["status"] != "zombie":
                return "orphan"
            return row["status"]
    return "gone"
