# shellcheck shell=bash disable=SC2034
# Read by the other scripts (`source`): versions, places, and how they speak.

set -euo pipefail

WASM_BINDGEN_VERSION=0.2.128 # the same as `wasm-bindgen` in Cargo.toml
TRUNK_VERSION=0.21.14        # the next one needs a newer compiler
BINARYEN_VERSION=132.0.0     # has wasm-opt; the same number is in Trunk.toml
AXE_VERSION=4.14.1           # looks for what keeps people out, in the browser tests
WASM_TARGET=wasm32-unknown-unknown

REPO=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$REPO" # where rust-toolchain.toml counts

# Outside the clone, so that a second clone finds everything there.
TOOLS=${WEIGHBRIDGE_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/weighbridge}
TOOLS=$TOOLS/tools-$WASM_BINDGEN_VERSION-$TRUNK_VERSION-$BINARYEN_VERSION

AXE=$TOOLS/axe-$AXE_VERSION.min.js

if ! command -v cargo >/dev/null && [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ]; then
    PATH=${CARGO_HOME:-$HOME/.cargo}/bin:$PATH
fi
export PATH=$TOOLS/bin:$PATH

# These scripts add what is missing themselves, and say so.
export RUSTUP_AUTO_INSTALL=0

# Trunk takes only `true` and `false` for it.
[ -z "${NO_COLOR:-}" ] || export NO_COLOR=true

say() { printf '==> %s\n' "$*" >&2; }

# One sentence that says what is wrong and what to install.
fail() {
    printf 'error: %s\n' "$*" >&2
    exit 1
}

need() { command -v "$1" >/dev/null || fail "\`$1\` is missing: install $2, then run this again."; }
