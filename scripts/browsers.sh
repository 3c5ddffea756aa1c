#!/usr/bin/env bash
# Makes sure that Chromium and its WebDriver are there, and axe, one file; with `--all` also Firefox and WebKitGTK.
# Packages are the only step that needs root, and only once.
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

install_geckodriver() {
    say "Building geckodriver $GECKODRIVER_VERSION, once per machine (about 2 minutes on two cores)"
    cargo_install geckodriver "$GECKODRIVER_VERSION" ||
        fail "geckodriver could not be built: the lines above say why; a first install needs the crates registry."
    place "$build/geckodriver/bin/geckodriver"
    rm -rf "$build"
}

[ -e "$AXE" ] || install_axe

missing=()
want() { command -v "$1" >/dev/null || missing+=("$2"); }
want chromium chromium
want chromedriver chromium-driver
if [ "${1:-}" = --all ]; then
    want firefox-esr firefox-esr
    want WebKitWebDriver webkit2gtk-driver
    want Xvfb xvfb
fi
[ ${#missing[@]} -eq 0 ] || install_packages "about a minute" "${missing[@]}"

# Debian has none; where Firefox is, its stories are told.
if command -v firefox-esr >/dev/null && ! command -v geckodriver >/dev/null; then install_geckodriver; fi
