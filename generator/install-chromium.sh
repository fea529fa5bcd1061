#!/bin/sh
# Finds or installs the Chromium that the browser tests drive: Debian's package for root, Playwright's own otherwise.
set -eu
cd "$(dirname "$0")/.."

if [ -n "${REGESTA_CHROMIUM:-}" ]; then
    [ -x "$REGESTA_CHROMIUM" ] || { echo "REGESTA_CHROMIUM=$REGESTA_CHROMIUM is no program." >&2; exit 1; }
    exit 0
fi
command -v chromium >/dev/null && exit 0
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing Chromium …" >&2
    DEBIAN_FRONTEND=noninteractive sh -c "apt-get update -qq && apt-get install -y -qq chromium" >/dev/null
    exit 0
fi
echo "Downloading Chromium for the browser tests …" >&2
.venv/bin/playwright install chromium >&2 || {
    echo "The browser tests need Chromium. Install your system's package, or set REGESTA_CHROMIUM to one." >&2
    exit 1
}
