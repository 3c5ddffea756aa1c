//! Every number on the sheets stands in the exported results, and is the same there.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use serde_json::Value as Json;
use support::starter;
use weighbridge::analyse::warnings;
use weighbridge::evaluate::evaluate;
use weighbridge::file;
use weighbridge::model::{Path, Plan, Value};
use weighbridge::sheet::{Cell, Grid, SheetId, result_text};
use weighbridge::starter::STARTERS;

fn exported(plan: &Plan) -> Json {
    let evaluation = evaluate(plan);
    let found = warnings(plan, &evaluation, &|_| true);
    serde_json::from_str(&file::results(plan, None, &evaluation, &found)).unwrap()
}

/// Where a result's path leads in the exported file.
fn lookup<'a>(results: &'a Json, path: &Path) -> Option<&'a Json> {
    let pointer = match *path.steps().as_slice() {
        ["results", id, "months", month, field] => {
            format!("/alternatives/{id}/months/{}/{field}", month.parse::<usize>().unwrap() - 1)
        }
        ["results", id, "criteria", criterion] => format!("/alternatives/{id}/score/criteria/{criterion}/score"),
        ["results", id, "raw", criterion] => format!("/alternatives/{id}/score/criteria/{criterion}/raw"),
        ["results", id, ref rest @ ..] => format!("/alternatives/{id}/{}", rest.join("/")),
        _ => return None,
    };
    results.pointer(&pointer)
}

/// The number a cell shows, thousands parted and in per cent where it says so.
fn shown(text: &str) -> Option<f64> {
    let plain = text.replace([',', '\u{a0}'], "").replace('−', "-");
    match plain.strip_suffix('%') {
        Some(share) => Some(share.parse::<f64>().ok()? / 100.0),
        None => plain.parse().ok(),
    }
}

fn assert_exported(plan: &Plan) {
    let (results, evaluation) = (exported(plan), evaluate(plan));
    let mut numbers = 0;
    for sheet in SheetId::ALL {
        for cell in Grid::of(plan, sheet).rows.iter().flat_map(|row| &row.cells) {
            let Cell::Computed(path) = cell else { continue };
            let node = lookup(&results, path).unwrap_or_else(|| panic!("{path} is not exported"));
            let text = result_text(plan, &evaluation, path);
            match (node.as_f64(), shown(&text)) {
                // A cell rounds; the file does not.
                (Some(exact), Some(seen)) => {
                    assert!(
                        (exact - seen).abs() <= 0.5 || (exact / seen - 1.0).abs() < 0.01,
                        "{path}: {text} for {exact}"
                    );
                    numbers += 1;
                }
                (None, None) => {}
                pair => panic!("{path}: {text} and {pair:?}"),
            }
        }
    }
    assert!(numbers > 50, "{numbers} numbers were compared");
}

#[test]
fn every_computed_cell_of_every_starter_is_exported() {
    for known in STARTERS {
        assert_exported(&starter(known.id));
    }
}

#[test]
fn computed_scores_and_raw_values_are_exported_too() {
    let mut plan = starter("ml-inference");
    for criterion in ["C10", "C12", "C16", "C18"] {
        plan.set(&format!("criteria.{criterion}.scored").as_str().into(), Value::Text("computed".into())).unwrap();
    }
    plan.check().unwrap();
    assert_exported(&plan);
}

#[test]
fn what_the_page_shows_beside_the_sheets_is_exported() {
    let results = exported(&starter("ml-inference"));
    let analysis = &results["analysis"];
    assert_eq!(analysis["use_cases"].as_object().unwrap().len(), 10);
    assert_eq!(analysis["use_cases"]["ml-inference"]["article_pick"], "python");
    assert_eq!(analysis["score_bands"].as_object().unwrap().len(), 4);
    assert_eq!(analysis["flip_weights"]["criteria"].as_object().unwrap().len(), 19);
    assert_eq!(analysis["traffic"]["crossovers"].as_object().unwrap().len(), 6, "one entry for each pair of four");
    let (grid, curve) = (&analysis["traffic"]["multipliers"], &analysis["traffic"]["npv"]["go"]);
    assert_eq!(grid.as_array().unwrap().len(), curve.as_array().unwrap().len());
    assert!(analysis["verdict"][0].as_str().unwrap().contains("Python"));
    assert_eq!(analysis["cumulative_capacity"]["go"].as_array().unwrap().len(), 36);
    assert!(analysis["rewrite_checks"]["node"]["engineers_p90"].as_f64().unwrap() > 1.0);
    assert!(analysis["rewrite_checks"]["node"]["cost_p90"].as_f64().unwrap() > 0.0);
    assert!(!results["warnings"].as_array().unwrap().is_empty());
}
