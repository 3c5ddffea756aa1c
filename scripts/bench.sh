#!/usr/bin/env bash
# Sizes and timings next to the recorded ones; `--record` makes the present ones the recorded ones.
# It judges nothing: timings differ from machine to machine.
source "$(dirname "$0")/env.sh"
baseline=tests/data/bench-baseline.tsv
aim=300 # kB, gzipped, everything a visitor downloads

scripts/build.sh
now=$(mktemp)
trap 'rm -f "$now"' EXIT

# Every measurement is a line: name<TAB>value<TAB>unit
sizes() {
    local kind raw zipped all_raw=0 all_zipped=0
    for kind in wasm js css; do
        raw=$(find dist -name "*.$kind" -exec cat {} + | wc -c)
        zipped=$(find dist -name "*.$kind" -exec sh -c 'for file; do gzip -9 -n -c "$file"; done' sh {} + | wc -c)
        all_raw=$((all_raw + raw)) all_zipped=$((all_zipped + zipped))
        size "$kind" "$raw" "$zipped"
    done
    size total "$all_raw" "$all_zipped"
}
size() { awk -v n="$1" -v r="$2" -v z="$3" 'BEGIN { printf "size %s\t%.1f\tkB\nsize %s gzipped\t%.1f\tkB\n", n, r / 1000, n, z / 1000 }'; }

example() { # name, what it says, cargo's options...
    grep -q "^name = \"$1\"" Cargo.toml || return 0
    say "$2"
    WEIGHBRIDGE_DIST=$PWD/dist cargo run --quiet --release --locked --example "$1" "${@:3}" | grep "$(printf '\t')" ||
        say "No timing from \`$1\`: the lines above say why"
}

sizes >>"$now"
example bench "Timing the core on this machine (about 1 minute)" --no-default-features --features cli >>"$now"
# The same code as in the page, with the page's profile and wasm-opt.
wasm() {
    local out=target/bench-wasm
    say "Timing the core in WebAssembly (about 2 minutes the first time)"
    cargo build --quiet --locked --profile page --target "$WASM_TARGET" --example bench-wasm &&
        wasm-bindgen --target nodejs --no-typescript --out-dir "$out" "target/$WASM_TARGET/page/examples/bench_wasm.wasm" &&
        node scripts/bench-wasm.mjs "$PWD/$out/bench_wasm.js" tests/data/worked_example.json src/starter/ml-inference.json ||
        say "No timing in WebAssembly: the lines above say why"
}
wasm >>"$now"
if grep -q '^name = "bench-browser"' Cargo.toml; then
    scripts/browsers.sh
    example bench-browser "Timing the app in a browser (about 3 minutes the first time)" --features browser-tests >>"$now"
fi

before=$baseline
[ -e "$before" ] || {
    before=/dev/null
    say "Nothing is recorded yet: \`make bench-record\` records this"
}
awk -F '\t' -v aim="$aim" '
    FILENAME == ARGV[1] { if ($1 !~ /^#/) before[$1] = $2; next }
    FNR == 1 { printf "\n%-44s %12s %12s %7s  %s\n", "", "now", "recorded", "ratio", "unit" }
    {
        was = ratio = "-"
        if ($1 in before) was = before[$1]
        if (was > 0) ratio = sprintf("%.2f", $2 / was)
        printf "%-44s %12s %12s %7s  %s\n", $1, $2, was, ratio, $3
        if ($1 == "size total gzipped") total = $2
        if ($1 == "evaluate the worked example, 3 alternatives") native = $2
        if ($1 == "evaluate the worked example, in wasm") wasm = $2
    }
    END {
        if (native > 0 && wasm > 0) printf "\nAn evaluation in WebAssembly takes %.1f times as long as natively.\n", wasm / native
        printf "A visitor downloads %s kB gzipped; the aim is at most %s kB.\n", total, aim
    }
' "$before" "$now"

if [ "${1:-}" = --record ]; then
    mkdir -p "$(dirname "$baseline")"
    cp "$now" "$baseline"
    chmod 644 "$baseline"
    say "Recorded in $baseline"
fi
