#!/usr/bin/env bash
# Makes sure that Chromium and its WebDriver are there: the only step that needs root, and only once. And axe, one file.
source "$(dirname "$0")/env.sh"

install_axe() {
    local build=$TOOLS/axe-build
    need npm "Node.js 20 with npm (Debian: \`nodejs npm\`)"
    say "Installing axe $AXE_VERSION, once per machine (a few seconds)"
    rm -rf "$build"
    npm install --prefix "$build" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
        "axe-core@$AXE_VERSION" >&2 ||
        fail "axe could not be installed: the lines above say why; a first install needs the npm registry."
    mv -f "$build/node_modules/axe-core/axe.min.js" "$AXE"
    rm -rf "$build"
}
[ -e "$AXE" ] || install_axe

missing=()
command -v chromium >/dev/null || missing+=(chromium)
command -v chromedriver >/dev/null || missing+=(chromium-driver)
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    say "Installing the Debian packages ${missing[*]} (about 30 seconds)"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # A source of other software that cannot be reached is no obstacle.
    { apt-get -qq update || true; apt-get -qq -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install --no-install-recommends "${missing[@]}"; } >"$log" 2>&1 || {
        cat "$log" >&2
        rm -f "$log"
        fail "apt-get could not install ${missing[*]}: the lines above say why."
    }
    rm -f "$log"
else
    fail "The browser tests need the package(s) ${missing[*]}: install with \`sudo apt-get install ${missing[*]}\`, then run this again."
fi
