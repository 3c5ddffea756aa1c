#!/usr/bin/env bash
# A copy of dist/ that stops when the tests tell it to, in target/trap-dist. The rest of it is the release app.
source "$(dirname "$0")/env.sh"
out=target/trap-dist

say "Building the app that stops on demand (1 to 2 minutes the first time)"
cargo build --quiet --locked --offline --profile page --target "$WASM_TARGET" --bin app --features test-trap ||
    fail "The app did not build: the lines above say why."
rm -rf "$out" target/trap-bindgen
cp -r dist "$out"
wasm-bindgen --target web --no-typescript --out-dir target/trap-bindgen --out-name app "target/$WASM_TARGET/page/app.wasm"
cp target/trap-bindgen/app_bg.wasm "$out"/app-*_bg.wasm
cp target/trap-bindgen/app.js "$out"/app-*[0-9a-f].js
node scripts/post-build.mjs "$out"
