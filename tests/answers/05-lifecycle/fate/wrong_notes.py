# diagnosis: notes
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            if row["status"] == "zombie" or row["ppid"] != born_to:
                return "zombie"
            return "alive"
    return "gone"
