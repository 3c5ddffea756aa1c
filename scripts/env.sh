# shellcheck shell=bash disable=SC2034
# Read by the other scripts (`source`): versions, places, and how they speak.

set -euo pipefail

WASM_BINDGEN_VERSION=0.2.128 # the same as `wasm-bindgen` in Cargo.toml
TRUNK_VERSION=0.21.14        # the next one needs a newer compiler
BINARYEN_VERSION=132.0.0     # has wasm-opt; the same number is in Trunk.toml
AXE_VERSION=4.14.1           # looks for what keeps people out, in the browser tests
CARGO_DENY_VERSION=0.20.2    # looks at licences, sources and duplicates of crates
GECKODRIVER_VERSION=0.37.1   # the WebDriver of Firefox, in the browser tests
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

# What a cut-off install left is used by the next one; it goes when everything is there.
build=$TOOLS/build

# cargo_install NAME VERSION OPTION...: a tool from the crates registry, into $build/NAME/bin. The tools run for seconds,
# so they are built to compile fast rather than to run fast.
cargo_install() {
    local name=$1 version=$2 quiet=--quiet
    [ -t 2 ] && quiet=
    shift 2
    CARGO_TARGET_DIR=$build/target \
        CARGO_PROFILE_RELEASE_LTO=off \
        CARGO_PROFILE_RELEASE_OPT_LEVEL=1 \
        CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
        CARGO_PROFILE_RELEASE_DEBUG=0 \
        cargo install $quiet --locked --force --no-track --root "$build/$name" "$name" --version "$version" "$@"
}

# A tool appears in $TOOLS/bin in one step, once it is complete.
place() { mkdir -p "$TOOLS/bin" && mv -f "$1" "$TOOLS/bin/"; }

# install_packages TIME PACKAGE...: Debian packages, where there is none of what they bring.
install_packages() {
    local time=$1 log
    shift
    if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
        fail "The tests need the package(s) $*: install with \`sudo apt-get install $*\`, then run this again."
    fi
    say "Installing the Debian packages $* ($time)"
    export DEBIAN_FRONTEND=noninteractive
    log=$(mktemp)
    # A source of other software that cannot be reached is no obstacle.
    { apt-get -qq update || true; apt-get -qq -y -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300 install --no-install-recommends "$@"; } >"$log" 2>&1 || {
        cat "$log" >&2
        rm -f "$log"
        fail "apt-get could not install $*: the lines above say why."
    }
    rm -f "$log"
}
