# diagnosis: gone-zombie
import psutil


def state_of(pid):
    try:
        status = psutil.Process(pid).status()
    except psutil.NoSuchProcess:
        return "zombie"
    return status if status in ("running", "stopped", "zombie") else "blocked"
