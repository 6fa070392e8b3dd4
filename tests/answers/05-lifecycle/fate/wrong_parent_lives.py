# diagnosis: parent-lives
def fate(pid, born_to, table):
    status = {row["pid"]: row["status"] for row in table}
    if pid not in status:
        return "gone"
    if status[pid] == "zombie":
        return "zombie"
    if born_to not in status or status[born_to] == "zombie":
        return "orphan"
    return "alive"
