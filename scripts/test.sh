#!/usr/bin/env bash
# Every test, the quick ones first.
source "$(dirname "$0")/env.sh"
scripts/tools.sh

core=(--locked --no-default-features --features cli)
# With the tests that open exported files in LibreOffice: one build of the library for all.
tests=(--locked --no-default-features --features cli,office-tests)

say "Checking that the command line needs no browser crate (a second)"
browser_crates=$(cargo tree "${core[@]}" --edges normal --prefix none --format '{p}') ||
    fail "The list of crates could not be read: the lines above say why."
browser_crates=$(grep -E '^(leptos[a-z_-]*|web-sys|js-sys|wasm-bindgen|gloo-[a-z-]+|plotters-canvas) ' <<<"$browser_crates" | cut -d' ' -f1 | sort -u | paste -sd' ') || true
[ -z "$browser_crates" ] || fail "The command line depends on browser crates, which only the feature \`ui\` may bring: $browser_crates."

scripts/office.sh

say "Testing the core, the command line, and exported files in LibreOffice (about 4 minutes the first time)"
cargo test "${tests[@]}"

say "Building the command line as it is released (about 1 minute the first time)"
cargo build --release "${core[@]}" --bin weighbridge

scripts/browsers.sh
scripts/build.sh
scripts/trap-build.sh

# The rest has been tested above, and its programs need not be linked a second time. A story that fails says what it
# waited for; the frames of its runtime would only bury that.
say "Testing the app in Chromium, and in Firefox and WebKit where they are installed (5 to 10 minutes each)"
RUST_BACKTRACE=0 WEIGHBRIDGE_DIST=$PWD/dist WEIGHBRIDGE_TRAP_DIST=$PWD/target/trap-dist WEIGHBRIDGE_AXE=$AXE cargo test --locked --features cli,browser-tests --test browser
