"""The peers, each in a virtual environment of its own."""

import hashlib
import os
import subprocess
import sys

from imaging.places import BUILD, script

PEERS = ["pyvips==3.2.0", "pyvips-binary==8.18.7", "opencv-python-headless==5.0.0.93", "numpy==2.4.6", "Pillow==13.0.0"]
PILLOW_SIMD = ["--no-binary", "pillow-simd", "pillow-simd==12.1.1.post0"]


def environment(name, packages, **variables):
    """The interpreter of a virtual environment with `packages`, one for each choice of them; None where they cannot be installed."""
    pinned = hashlib.sha256(repr((packages, sorted(variables.items()))).encode()).hexdigest()[:12]
    folder = os.path.join(BUILD, f"{name}-{pinned}")
    python = os.path.join(folder, "bin", "python3")
    if not os.path.exists(os.path.join(folder, "ready")):
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages],
                                 env={**os.environ, **variables})
        if install.returncode != 0:
            return None
        open(os.path.join(folder, "ready"), "w").close()
    return python


def peers():
    return environment("peers", PEERS)


def pillow_simd():
    return environment("pillow-simd", PILLOW_SIMD, CC="cc -mavx2")


def puzzle():
    with open(script("puzzle", "requirements.txt")) as file:
        return environment("puzzle", file.read().split())
