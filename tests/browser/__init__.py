"""What people do in a browser: a real JupyterLab, a real Chromium."""
