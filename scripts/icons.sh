#!/usr/bin/env bash
# Draws the icons in src/web/ anew from icon.svg: only after it was changed.
source "$(dirname "$0")/env.sh"
scripts/browsers.sh

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# draw NAME SIZE SVG
draw() {
    local html=$work/$1.html
    printf '<!doctype html><style>body{margin:0}svg{display:block;width:%spx;height:%spx}</style>%s' "$2" "$2" "$3" >"$html"
    chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
        --user-data-dir="$work/profile" --default-background-color=00000000 --window-size="$2,$2" \
        --screenshot="$PWD/src/web/$1.png" "file://$html" 2>/dev/null
}

svg=$(cat src/web/icon.svg)
# Whatever shape a system cuts out, the middle four fifths stay: nothing but ground may lie outside.
maskable=${svg/rx=\"96\"/}
maskable=${maskable/<g /<g transform=\"translate(64 64) scale(.75)\" }
maskable=${maskable/<circle /<circle transform=\"translate(64 64) scale(.75)\" }
draw icon-192 192 "$svg"
draw icon-512 512 "$svg"
draw icon-maskable-512 512 "$maskable"
draw apple-touch-icon 180 "${svg/rx=\"96\"/}"
