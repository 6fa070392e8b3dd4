# diagnosis: orphan-is-alive
def fate(pid, born_to, table):
    status = {row["pid"]: row["status"] for row in table}
    if pid not in status:
        return "gone"
    return "zombie" if status[pid] == "zombie" else "alive"
