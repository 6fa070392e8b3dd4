# diagnosis: zombie-is-alive
def fate(pid, born_to, table):
    # An orphan's status is never looked at: it is in the table, so it lives.
    for row in table:
        if row["pid"] == pid:
            return "orphan" if row["ppid"] != born_to and row["status"] != "zombie" else "alive"
    return "gone"
