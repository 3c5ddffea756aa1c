#!/usr/bin/env bash
# fuzz.sh [SECONDS]: new altered input for every reader of input from outside, so many seconds for each of them.
# What fails is made small and shown. `make test` gives each a few hundred, always the same ones.
source "$(dirname "$0")/env.sh"
scripts/tools.sh

say "Altering input, ${1:-5} seconds for each reader (building takes about 2 minutes the first time)"
WEIGHBRIDGE_FUZZ_SECONDS=${1:-5} cargo test --release --locked --no-default-features --features cli --test fuzz -- --nocapture --test-threads 1
