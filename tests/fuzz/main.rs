//! Bytes that nobody meant: whatever comes in from outside is refused with a sentence, or taken exactly.
//!
//! Each target is given altered copies of good input. A test takes a few hundred, always the same ones;
//! `WEIGHBRIDGE_FUZZ_SECONDS` asks for as many new ones as go into so many seconds. What fails is made small and shown.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod clipboard;
mod file;
mod formula;
mod link;
mod mutate;
mod number;
#[path = "../support/mod.rs"]
mod support;

use std::time::{Duration, Instant};

use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestRunner};

/// A target is given this many inputs at a time.
const CASES: u32 = 256;

/// Gives a target altered copies of these seeds.
fn fuzz(seeds: &[&[u8]], dictionary: &[&str], target: impl Fn(&[u8])) {
    let bytes = mutate::bytes(seeds, dictionary);
    let run = |seed: RngSeed| {
        let config = ProptestConfig { rng_seed: seed, max_shrink_iters: 20_000, ..support::cases(CASES) };
        let outcome = TestRunner::new(config).run(&bytes, |bytes| {
            target(&bytes);
            Ok(())
        });
        if let Err(error) = outcome {
            panic!("{error}");
        }
    };
    let Ok(seconds) = std::env::var("WEIGHBRIDGE_FUZZ_SECONDS") else { return run(RngSeed::Fixed(1)) };
    let time = Duration::from_secs(seconds.parse().expect("`WEIGHBRIDGE_FUZZ_SECONDS` is a whole number"));
    let start = Instant::now();
    let mut rounds = 0;
    while start.elapsed() < time {
        run(RngSeed::Random);
        rounds += 1;
    }
    println!("{} inputs in {} s.", rounds * u64::from(CASES), start.elapsed().as_secs());
}
