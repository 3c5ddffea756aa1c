//! Plans of every kind come to what was worked out for them independently, in decimals of fifty digits.
//!
//! Each file of `tests/data/plans` holds what is special about it, a plan, and the expected results with months 1, 6,
//! 12 and so on.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use serde_json::Value as Json;
use support::{assert_node_close, read};
use weighbridge::evaluate::evaluate;
use weighbridge::file;

#[test]
fn every_plan_comes_to_its_expected_numbers() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/plans");
    let mut compared = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let case: Json = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
        println!("{}: {}", path.display(), case["about"]);
        let plan = read(&case["plan"].to_string());
        let mut found: Json = serde_json::from_str(&file::results(&plan, None, &evaluate(&plan), &[])).unwrap();
        for (id, expected) in case["expected"]["alternatives"].as_object().unwrap() {
            let months = found["alternatives"][id]["months"].as_array_mut().unwrap();
            let asked: Vec<&Json> =
                expected["months"].as_array().unwrap().iter().map(|month| &month["month"]).collect();
            months.retain(|month| asked.contains(&&month["month"]));
        }
        assert_node_close(&found, &case["expected"]);
        compared += 1;
    }
    assert_eq!(compared, 44);
}
