#!/usr/bin/env bash
# Formatting, clippy with every warning an error, and what the crates are.
source "$(dirname "$0")/env.sh"
scripts/tools.sh

if ! cargo fmt --version >/dev/null 2>&1 || ! cargo clippy --version >/dev/null 2>&1; then
    say "Adding rustfmt and clippy to Rust (a few seconds)"
    rustup component add rustfmt clippy || fail "rustfmt or clippy is missing: run \`rustup component add rustfmt clippy\`, then run this again."
fi

clippy() { cargo clippy --locked "$@" -- --deny warnings; }

say "Checking the formatting (a second)"
cargo fmt --check || fail "Some files are not formatted: run \`cargo fmt\`."

say "Linting on the host, everything (about 2 minutes the first time, then seconds)"
clippy --all-targets --features cli,browser-tests,office-tests

# Their tests have been looked at above.
say "Linting on the host, the core and the command line alone (a few seconds)"
clippy --lib --bin weighbridge --no-default-features --features cli

say "Linting on wasm, the app (about 1 minute the first time, then seconds)"
clippy --target "$WASM_TARGET" --lib --bin app

scripts/deny.sh
