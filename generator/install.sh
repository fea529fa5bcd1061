#!/bin/sh
# Sets up .venv/ from a locked list of requirements: generator/install.sh requirements.txt
set -eu
cd "$(dirname "$0")/.."
python=${PYTHON:-python3}

command -v "$python" >/dev/null || { echo "Regesta needs Python 3.11 or newer; '$python' is not there." >&2; exit 1; }
"$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Regesta needs Python 3.11 or newer; $("$python" --version) is too old. Set PYTHON=… to another one." >&2
    exit 1
}

# Debian ships Python without the part that gives a virtual environment its pip.
if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
    package="python$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" = 0 ]; then as_root=; elif command -v sudo >/dev/null && sudo -n true 2>/dev/null; then as_root="sudo -n"; else
        echo "This Python cannot make virtual environments. Run: sudo apt-get install $package" >&2
        exit 1
    fi
    echo "Installing $package …" >&2
    $as_root env DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && apt-get install -y -qq $package" >/dev/null
fi

[ -x .venv/bin/python ] && .venv/bin/python -c 'import pip' 2>/dev/null || "$python" -m venv --clear .venv
echo "Installing what $1 locks …" >&2
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement "$1"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
# Where Python may not keep what it compiles (PYTHONDONTWRITEBYTECODE), every run would begin with compiling this program.
.venv/bin/python -m compileall -q generator
