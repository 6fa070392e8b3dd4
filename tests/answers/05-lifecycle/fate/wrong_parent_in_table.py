# diagnosis: parent-in-table
def fate(pid, born_to, table):
    pids = [row["pid"] for row in table]
    if pid not in pids:
        return "gone"
    if table[pids.index(pid)]["status"] == "zombie":
        return "zombie"
    return "alive" if born_to in pids else "orphan"
