//! Comparing numbers that were worked out in another order of operations.

use serde_json::Value as Json;

/// Equal to 1e-9, relative to the larger, or absolute below 1.
pub fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

/// Fails unless `found` is `expected`, to 1e-9.
#[track_caller]
pub fn assert_close(found: f64, expected: f64) {
    assert!(close(found, expected), "found {found}, expected {expected}");
}

/// Fails unless `found` are `expected`, each to 1e-9.
#[track_caller]
pub fn assert_all_close(found: &[f64], expected: &[f64]) {
    let same = found.len() == expected.len() && found.iter().zip(expected).all(|(a, b)| close(*a, *b));
    assert!(same, "found {found:?}, expected {expected:?}");
}

/// Fails unless all of `expected` stands in `found`: numbers to 1e-9, lists of one length, everything else equal.
/// Objects may hold more than is expected of them.
#[track_caller]
pub fn assert_node_close(found: &Json, expected: &Json) {
    let mut wrong = Vec::new();
    compare("", found, expected, &mut wrong);
    assert!(wrong.is_empty(), "{} differences, the first: {}", wrong.len(), wrong[0]);
}

fn compare(path: &str, found: &Json, expected: &Json, wrong: &mut Vec<String>) {
    match (found, expected) {
        (Json::Object(found), Json::Object(expected)) => {
            for (key, expected) in expected {
                compare(&format!("{path}.{key}"), found.get(key).unwrap_or(&Json::Bool(false)), expected, wrong);
            }
        }
        (Json::Array(found), Json::Array(expected)) if found.len() == expected.len() => {
            for (index, (found, expected)) in found.iter().zip(expected).enumerate() {
                compare(&format!("{path}.{index}"), found, expected, wrong);
            }
        }
        (Json::Number(a), Json::Number(b)) if close(a.as_f64().unwrap(), b.as_f64().unwrap()) => {}
        _ if found == expected => {}
        _ => wrong.push(format!("{path}: found {found}, expected {expected}")),
    }
}
