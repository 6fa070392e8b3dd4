# diagnosis: zombie-gone
import psutil


def state_of(pid):
    try:
        status = psutil.Process(pid).status()
    except psutil.NoSuchProcess:
        return "gone"
    if status == "zombie":
        return "gone"
    return {"running": "running", "stopped": "stopped"}.get(status, "blocked")
