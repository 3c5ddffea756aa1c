#!/usr/bin/env bash
# The release app in dist/.
source "$(dirname "$0")/env.sh"
scripts/tools.sh

fetch() { cargo fetch --quiet --locked --target "$WASM_TARGET" "$@"; }
if ! fetch --offline 2>/dev/null; then
    say "Downloading the crates (under a minute)"
    fetch || fail "The crates could not be downloaded: the lines above say why; the first build needs the crates registry."
fi

say "Building the release app into dist/ (1 to 2 minutes the first time, then seconds)"
# Without one warning: Trunk cannot shorten wasm-bindgen's JavaScript, and then takes it as it is.
trunk --log error,trunk=info,trunk::processing::minify=error build --release --offline || fail "The app did not build: the lines above say why."
