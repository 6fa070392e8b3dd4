# diagnosis: gone-raises
import psutil


def state_of(pid):
    status = psutil.Process(pid).status()
    return status if status in ("running", "stopped", "zombie") else "blocked"
