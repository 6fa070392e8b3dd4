# diagnosis: zombie-alive
import psutil


def state_of(pid):
    try:
        status = psutil.Process(pid).status()
    except psutil.NoSuchProcess:
        return "gone"
    if status in ("running", "stopped"):
        return status
    return "blocked"
