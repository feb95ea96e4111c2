"""Make .venv hold every package of requirements.lock and the project itself.

Standard library only, and readable by old Pythons so that it can say which one it needs. A second
run finds its stamp and ends at once. torch comes first and by itself: a plain `torch` is gigabytes
of GPU packages on Linux, and only pip's configuration knows where this machine finds a CPU build.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / "python"
LOCK = ROOT / "requirements.lock"
STAMP = VENV / "set-up.stamp"
SUPPORTED = ((3, 11), (3, 12))
CPU_INDEX = "https://download.pytorch.org/whl/cpu"


def main() -> None:
    """Set up once; say in one line what stands in the way."""
    wanted = fingerprint()
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8") == wanted and runs(PYTHON):
        return
    started = time.monotonic()
    python = suitable_python()
    STAMP.unlink(missing_ok=True)
    if not runs(PYTHON):
        make_venv(python)
    pins = dict(line.split("==", 1) for line in locked())
    install_torch(pins["torch"])
    say("Installing the packages of requirements.lock")
    require([*pip(), "uv==" + pins["uv"]])
    uv = [str(SCRIPTS / "uv"), "pip", "install", "--quiet", "--python", str(PYTHON), "--no-deps"]
    require([*uv, "--compile-bytecode", "--requirements", str(LOCK)])
    require([*uv, "--editable", str(ROOT)])
    STAMP.write_text(wanted, encoding="utf-8")
    say(f"Ready after {time.monotonic() - started:.0f} s")


def fingerprint() -> str:
    """Return what the environment depends on, as one hash."""
    sources = (LOCK, ROOT / "pyproject.toml", Path(__file__))
    content = b"\0".join(path.read_bytes() for path in sources)
    return hashlib.sha256(content + str(ROOT).encode()).hexdigest()


def suitable_python() -> str:
    """Find the interpreter to build on: this one, or a supported one beside it on the path."""
    if sys.version_info[:2] in SUPPORTED:
        return sys.executable
    for major, minor in reversed(SUPPORTED):
        found = shutil.which(f"python{major}.{minor}")
        if found and succeeds([found, "-c", "import ensurepip, venv"]):
            return found
    sys.exit(
        "citewell needs Python 3.11 or 3.12 and found {}.{}: install one, or name it with "
        "`make PYTHON=/path/to/python3.12`.".format(*sys.version_info[:2])
    )


def make_venv(python: str) -> None:
    """Create .venv anew with that interpreter."""
    say("Creating .venv with " + python)
    if not succeeds([python, "-c", "import ensurepip, venv"]):
        sys.exit("Python's venv module is missing: on Debian or Ubuntu `apt install python3-venv`.")
    require([python, "-m", "venv", "--clear", str(VENV)])


def install_torch(version: str) -> None:
    """Put the smallest build of torch that this machine can reach into .venv."""
    probe = (
        "import sys, importlib.metadata as m; sys.exit(m.version('torch').split('+')[0] != {!r})"
    )
    if succeeds([str(PYTHON), "-c", probe.format(version)]):
        return
    say("Installing torch " + version)
    without_gpu = [*pip(), "--no-deps", "--retries", "1", "--timeout", "20"]
    attempts = (
        [*without_gpu, "torch==" + version + "+cpu"],
        [*without_gpu, "--index-url", CPU_INDEX, "torch==" + version],
        [*pip(), "torch==" + version],
    )
    if not any(succeeds(attempt) for attempt in attempts):
        sys.exit(
            f"torch {version} could not be installed from any package index: check the network or "
            "proxy, then run the same command again."
        )


def locked() -> "list[str]":
    """Return the lock's `name==version` lines, without comments and markers."""
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    return [line.split(";")[0].strip() for line in lines if line and not line.startswith("#")]


def pip() -> "list[str]":
    """Return the start of a pip install into .venv."""
    return [str(PYTHON), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def runs(python: Path) -> bool:
    """Say whether the interpreter is there, starts, has pip and is of a supported version."""
    return succeeds(
        [str(python), "-c", f"import sys, pip; sys.exit(sys.version_info[:2] not in {SUPPORTED})"]
    )


def succeeds(command: "list[str]") -> bool:
    """Run a step that may fail, without showing what it prints."""
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0  # noqa: S603
    except OSError:
        return False


def require(command: "list[str]") -> None:
    """Run a step that set-up cannot do without."""
    if subprocess.run(command, check=False).returncode:  # noqa: S603
        sys.exit(
            "Set-up stopped: the step above failed. If it could not reach the package index, check "
            "the network or proxy, then run the same command again."
        )


def say(line: str) -> None:
    """Tell the person who waits what is going on."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
