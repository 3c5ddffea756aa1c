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

install_packages "about 30 seconds" "${missing[@]}"
