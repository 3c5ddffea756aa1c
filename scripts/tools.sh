#!/usr/bin/env bash
# Installs what is missing to build the app: the wasm target, wasm-bindgen, Trunk, wasm-opt.
# With everything there it returns at once and touches no network.
source "$(dirname "$0")/env.sh"

install_wasm_bindgen() {
    [ -x "$TOOLS/bin/wasm-bindgen" ] && return
    say "Building wasm-bindgen $WASM_BINDGEN_VERSION, once per machine (1 to 2 minutes on two cores)"
    cargo_install wasm-bindgen-cli "$WASM_BINDGEN_VERSION" ||
        fail "wasm-bindgen could not be built: the lines above say why; a first install needs the crates registry."
    place "$build/wasm-bindgen-cli/bin/wasm-bindgen"
}

install_trunk() {
    [ -x "$TOOLS/bin/trunk" ] && return
    say "Building Trunk $TRUNK_VERSION, once per machine (4 to 5 minutes on two cores)"
    # It is never asked to download anything, so it does without TLS.
    cargo_install trunk "$TRUNK_VERSION" --no-default-features ||
        fail "Trunk could not be built: the lines above say why; a first install needs the crates registry and a C compiler (Debian: \`build-essential\`)."
    place "$build/trunk/bin/trunk"
}

install_wasm_opt() {
    [ -e "$TOOLS/bin/wasm-opt" ] && return
    need npm "Node.js 20 with npm (Debian: \`nodejs npm\`)"
    say "Installing wasm-opt $BINARYEN_VERSION, once per machine (about 20 seconds)"
    rm -rf "$build/binaryen" "$TOOLS/binaryen"
    npm install --prefix "$build/binaryen" --no-save --no-audit --no-fund --ignore-scripts --loglevel=error \
        "binaryen@$BINARYEN_VERSION" >&2 ||
        fail "wasm-opt could not be installed: the lines above say why; a first install needs the npm registry."
    mv "$build/binaryen" "$TOOLS/binaryen"
    ln -sfn ../binaryen/node_modules/.bin/wasm-opt "$build/wasm-opt"
    place "$build/wasm-opt"
}

# The folder of a built-from-source library names its compiler; after an update of Rust it is no use.
has_wasm_target() {
    local libraries
    libraries=$(rustc --print target-libdir --target "$WASM_TARGET") || return
    compgen -G "$libraries/libcore-*.rlib" >/dev/null || return
    [ ! -e "$libraries/../built-from-source" ] || rustc --version | cmp -s - "$libraries/../built-from-source"
}

add_wasm_target() {
    if [ -e "$(rustc --print sysroot)/lib/rustlib/$WASM_TARGET/built-from-source" ]; then
        scripts/wasm-std-from-source.sh --remove
    fi
    say "Adding the target $WASM_TARGET to Rust (a few seconds)"
    RUST_BACKTRACE=0 rustup target add "$WASM_TARGET" && has_wasm_target && return
    say "rustup could not add it; trying another way"
    scripts/wasm-std-from-source.sh
}

add_rust() {
    say "Adding the Rust toolchain that rust-toolchain.toml names (about 1 minute)"
    rustup toolchain install --profile minimal --component rustfmt --component clippy stable ||
        fail "Rust could not be installed: run \`rustup toolchain install stable\`, or install Rust 1.95 or newer, then run this again."
}

complete() {
    [ -x "$TOOLS/bin/wasm-bindgen" ] && [ -x "$TOOLS/bin/trunk" ] && [ -e "$TOOLS/bin/wasm-opt" ]
}

need cargo "Rust 1.95 or newer with rustup"
need cc "a C compiler (Debian: \`build-essential\`)"
need node "Node.js 20 or newer (Debian: \`nodejs npm\`)"
rustc --version >/dev/null 2>&1 || add_rust
has_wasm_target || add_wasm_target
if ! complete; then
    mkdir -p "$TOOLS/bin" "$build"
    # Only one install at a time: a second one waits here, then finds everything there.
    if command -v flock >/dev/null; then
        exec 9>"$TOOLS/lock"
        flock --nonblock 9 || { say "Waiting for another install to finish" && flock 9; }
    fi
    install_wasm_opt
    install_wasm_bindgen
    install_trunk
    rm -rf "$build"
    exec 9>&-
fi
