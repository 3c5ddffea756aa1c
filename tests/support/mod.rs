//! What several test files share: the [`Sheet`] driver, the [`Bare`] plan, and how numbers are compared.

#![allow(dead_code, unused_imports)]

mod bare;
mod close;
mod formula;
pub mod random;
mod sentence;
mod sheet;
mod sweep;

pub use bare::{Bare, Put, Run};
pub use close::{assert_all_close, assert_close, assert_node_close, close};
pub use formula::check_formula;
pub use sentence::{assert_phrase, assert_sentence, is_unseen};
pub use sheet::{Sheet, key_press};
pub use sweep::{check_plan, is_finite};

use weighbridge::file;
use weighbridge::model::Plan;
use weighbridge::starter::Starter;

/// A file below `tests/data`.
pub fn data(name: &str) -> String {
    let path = format!("{}/tests/data/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A starter plan.
pub fn starter(id: &str) -> Plan {
    Starter::find(id).unwrap_or_else(|| panic!("there is no starter {id}")).plan()
}

/// A plan from the text of a file that must be good.
pub fn read(text: &str) -> Plan {
    file::read(text).unwrap_or_else(|error| panic!("{error}"))
}

/// The text of a file as this version of the program writes it: with its own number.
pub fn as_of_this_version(text: &str) -> String {
    let app = |version: &str| format!("\"app\": \"{version}\"");
    assert!(text.contains(&app("0.1.0")), "the file says which version wrote it");
    text.replacen(&app("0.1.0"), &app(env!("CARGO_PKG_VERSION")), 1)
}

/// How many cases a property is tried on, always the same ones. `PROPTEST_CASES` and `PROPTEST_RNG_SEED` ask for others.
pub fn cases(cases: u32) -> proptest::test_runner::Config {
    use proptest::test_runner::{Config, RngSeed};
    let asked = |name| std::env::var_os(name).is_some();
    let default = Config::default();
    Config {
        cases: if asked("PROPTEST_CASES") { default.cases } else { cases },
        rng_seed: if asked("PROPTEST_RNG_SEED") { default.rng_seed } else { RngSeed::Fixed(1) },
        failure_persistence: None,
        ..default
    }
}
