# diagnosis: status-alone
def fate(pid, born_to, table):
    for row in table:
        if row["pid"] == pid:
            return row["status"]
    return "gone"
