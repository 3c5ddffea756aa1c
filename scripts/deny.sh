#!/usr/bin/env bash
# Licences, sources and duplicates of all crates, by deny.toml; and faults that are known of them, where the list of those
# can be reached.
source "$(dirname "$0")/env.sh"
faults=https://github.com/RustSec/advisory-db

if [ ! -x "$TOOLS/bin/cargo-deny" ]; then
    say "Building cargo-deny $CARGO_DENY_VERSION, once per machine (about 2 minutes on two cores)"
    cargo_install cargo-deny "$CARGO_DENY_VERSION" --no-default-features ||
        fail "cargo-deny could not be built: the lines above say why; a first install needs the crates registry."
    place "$build/cargo-deny/bin/cargo-deny"
    rm -rf "$build"
fi

# Of other systems, too, as they are in Cargo.lock.
cargo fetch --quiet --locked

say "Looking at licences, sources and duplicates of the crates (a second)"
cargo deny --log-level error --locked check --hide-inclusion-graph licenses bans sources >&2 ||
    fail "A crate is not as deny.toml wants it: the lines above say which."

if GIT_TERMINAL_PROMPT=0 timeout 20 git ls-remote --exit-code "$faults" HEAD >/dev/null 2>&1; then
    say "Looking for known faults of the crates (a few seconds)"
    cargo deny --log-level error --locked check --hide-inclusion-graph advisories >&2 ||
        fail "A crate has a known fault: the lines above say which, and what to do."
else
    say "Known faults were not looked for: $faults cannot be reached from here"
fi
