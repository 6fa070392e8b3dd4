# diagnosis: another-state
import psutil


def state_of(pid):
    try:
        status = psutil.Process(pid).status()
    except psutil.NoSuchProcess:
        return "gone"
    return {"running": "ready", "stopped": "stopped", "zombie": "zombie"}.get(status, "blocked")
