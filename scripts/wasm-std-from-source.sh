#!/usr/bin/env bash
# Builds Rust's standard library for WebAssembly from Debian's `rust-src`: for a machine that reaches a
# Debian mirror and the crates registry, but not the server rustup downloads from.
# tools.sh calls it only where `rustup target add` fails. `--remove` takes its result away again.
source "$(dirname "$0")/env.sh"

keyring=/usr/share/keyrings/debian-archive-keyring.gpg
version=$(rustc --version | cut -d' ' -f2)
target=$(rustc --print sysroot)/lib/rustlib/$WASM_TARGET
mark=$target/built-from-source # which compiler it was built by

if [ "${1:-}" = --remove ]; then
    [ -e "$mark" ] || fail "There is no $WASM_TARGET standard library of this script's making in $target."
    rm -rf "$target"
    say "Removed $target (now \`cargo clean\`, since cargo does not notice)"
    exit
fi

# rustup's own files and these must never be in one folder.
if [ ! -e "$mark" ] && compgen -G "$target/lib/*.rlib" >/dev/null; then
    fail "$target already holds a standard library; take it away first with \`rustup target remove $WASM_TARGET\`."
fi

for command in apt-get apt-cache dpkg-deb; do need "$command" "it (this script needs Debian or a relative of it), or make \`rustup target add $WASM_TARGET\` work"; done
[ -r "$keyring" ] || fail "Debian's signing keys are missing: install \`debian-archive-keyring\`, then run this again."
[ -w "$(dirname "$target")" ] || fail "$(dirname "$target") is not writable: install Rust with rustup under your own account, then run this again."

# The machine's own mirror, from either form of apt's source lists.
mirror=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.{list,sources} 2>/dev/null |
    grep -E '^(deb |URIs:)' | grep -oE 'https?://[^ ]+/debian/?( |$)' | head -n 1 | tr -d ' ') || true
[ -n "$mirror" ] || fail "apt's source lists name no Debian mirror: add one, or make \`rustup target add $WASM_TARGET\` work."

say "Building the $WASM_TARGET standard library of Rust $version from source (about 1 minute on two cores)"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# Everything apt writes stays in the temporary folder.
mkdir -p "$work/lists/partial" "$work/cache/archives/partial"
chmod -R a+rX "$work"
apt_options=(-qq
    -o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=/dev/null
    -o "Dir::State::Lists=$work/lists" -o "Dir::Cache=$work/cache"
    -o APT::Sandbox::User= -o Acquire::Languages=none)

found=
for suite in trixie-backports trixie forky sid; do
    echo "deb [signed-by=$keyring] $mirror $suite main" >"$work/sources.list"
    apt-get "${apt_options[@]}" update >&2 || continue
    found=$(apt-cache "${apt_options[@]}" madison rust-src | cut -d'|' -f2 | tr -d ' ' |
        grep -F -- "$version+" | head -n 1) || true
    [ -z "$found" ] || break
done
[ -n "$found" ] || fail "No Debian suite has \`rust-src\` of exactly version $version: install a Rust version that one has, or make \`rustup target add $WASM_TARGET\` work."

(cd "$work" && apt-get "${apt_options[@]}" download "rust-src=$found" >&2)
dpkg-deb -x "$work"/rust-src_*.deb "$work/source"
library=$work/source/usr/src/rustc-$version/library
[ -d "$library/sysroot" ] || fail "Debian's \`rust-src\` $found does not hold the folder \`library\`: make \`rustup target add $WASM_TARGET\` work instead."

# The same compiler as outside, whatever toolchain file the source may hold.
RUSTC=$(rustc --print sysroot)/bin/rustc
export RUSTC
cargo=$(rustc --print sysroot)/bin/cargo
[ -x "$cargo" ] || cargo=cargo
(cd "$library" &&
    RUSTC_BOOTSTRAP=1 RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes" CARGO_TARGET_DIR=$work/target \
        "$cargo" build --quiet --release --locked --target "$WASM_TARGET" -p sysroot) ||
    fail "The standard library did not build: the lines above say why; make \`rustup target add $WASM_TARGET\` work instead."

# Into place in one step.
rm -rf "$target.new"
mkdir -p "$target.new/lib"
cp "$work/target/$WASM_TARGET"/release/deps/*.rlib "$target.new/lib/"
rustc --version >"$target.new/$(basename "$mark")"
rm -rf "$target"
mv "$target.new" "$target"
say "The standard library is in $target; rustup does not know of it: remove it with \`$0 --remove\` before \`rustup target add\`"
