//! The plan file keeps what it was given, fills in what is left out, and never brings the program down.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::{as_of_this_version, cases, data, read, starter};
use weighbridge::edit::{Edit, apply};
use weighbridge::file::{self, FileError, MAX_BYTES};
use weighbridge::model::{Plan, Range, Value};
use weighbridge::starter::STARTERS;

const HEAD: &str = r#""format":"weighbridge-plan","version":1"#;

#[test]
fn a_plan_of_version_1_keeps_loading() {
    let text = data("plan-v1.json");
    let plan = read(&text);
    let get = |path: &str| plan.get(&path.into()).unwrap_or_else(|| panic!("{path} is gone"));
    for (path, value) in [
        ("title", Value::Text("A plan of version 1 – “frozen”".into())),
        ("settings.horizon_months", Value::Number(48.0)),
        ("settings.score_form", Value::Text("flat".into())),
        ("criteria.C1.threshold", Value::Number(5.5)),
        ("criteria.C1.scores.hybrid", Value::Number(8.0)),
        ("workload.peak_rps", Value::Range(Range::Lognormal(100.0, 900.0))),
        ("workload.growth", Value::Range(Range::Pert(0.01, 0.05, 0.1))),
        ("workload.app_cpu_ms", Value::Range(Range::Triangular(22.5, 45.0, 112.5))),
        ("workload.io_wait_ms", Value::Range(Range::Normal(20.0, 2.5))),
        ("workload.payload_kb", Value::Range(Range::Uniform(10.0, 30.0))),
        ("workload.max_wait_ms", Value::Empty),
        ("workload.price_gb_hour", Value::Number(0.004_445_123_456_789)),
        ("team.existing_salary", Value::Empty),
        ("team.other_roles.0.name", Value::Text("Engineering manager".into())),
        ("alternatives.go.cpu_ms", Value::Number(12.25)),
        ("alternatives.node.offload_heavy", Value::Flag(true)),
        ("alternatives.hybrid.tiers.1.parts", Value::List(vec!["native".into()])),
        ("alternatives.hybrid.tiers.1.holds_connections", Value::Flag(false)),
        ("alternatives.python.rewrite.target", Value::Text("go".into())),
    ] {
        assert_eq!(get(path), value, "{path}");
    }
    assert_eq!(plan.template.as_ref().unwrap().as_str(), "ml-inference");
    assert_eq!(*plan.scenarios[0].overrides.get("workload.peak_rps").unwrap(), Value::Number(20_000.0));
    assert_eq!(plan.notes.get("workload.peak_rps").unwrap().text, "load test of 2026-10\n\"steady\"");
    assert_eq!(file::write(&plan), as_of_this_version(&text), "and is written as it was");
}

#[test]
fn what_is_left_out_takes_its_default() {
    let plan = read(&format!("{{{HEAD}}}"));
    let mut blank = Plan::default();
    blank.title.clone_from(&plan.title);
    assert!(plan == blank, "a file that says nothing is the blank plan");
    let plan = read(&format!(r#"{{{HEAD},"workload":{{"peak_rps":7,"mix":{{"native":0.0}}}},"team":{{"hires":3}}}}"#));
    let get = |path: &str| plan.get(&path.into()).unwrap();
    assert_eq!((get("workload.peak_rps"), get("team.hires")), (Value::Number(7.0), Value::Number(3.0)));
    assert_eq!((get("workload.vcpu"), get("team.existing")), (Value::Number(2.0), Value::Number(5.0)));
    assert_eq!(get("team.other_roles.1.headcount"), Value::Number(0.25), "the two roles of the blank plan");
}

#[test]
fn an_alternative_takes_the_defaults_of_its_language() {
    let tiers = r#"[{"profile":"python-fastapi"}]"#;
    let alternatives = format!(r#"[{{"id":"a","tiers":{tiers}}},{{"id":"go","tiers":[{{"profile":"go-net-http"}}]}}]"#);
    let plan = read(&format!(r#"{{{HEAD},"alternatives":{alternatives}}}"#));
    let get = |path: &str| plan.get(&path.into()).unwrap();
    assert_eq!(get("alternatives.a.team.productivity"), Value::Number(1.1));
    assert_eq!(get("alternatives.a.rewrite.p"), Value::Number(0.15));
    assert_eq!(get("alternatives.a.rewrite.target"), Value::Text("go".into()));
    assert_eq!(get("criteria.C6.scores.a"), Value::Number(10.0), "scored like any Python");
}

#[test]
fn numbers_keep_all_their_digits() {
    for number in [0.1, 1.0 / 3.0, 0.907_303_832_202_868_9, 123_456.789_012_345_67, 5e-10, 999_999_999_999.999_9] {
        let mut plan = Plan::default();
        apply(&mut plan, Edit::Set("workload.shared_infra".into(), Value::Number(number))).unwrap();
        let again = read(&file::write(&plan)).get(&"workload.shared_infra".into()).unwrap();
        assert_eq!(again, Value::Number(number));
    }
}

#[test]
fn there_is_only_one_zero() {
    let mut plan = read(&format!(r#"{{{HEAD},"workload":{{"peak_rps":-0.0,"connections":-0}}}}"#));
    plan.set(&"workload.req_kb".into(), Value::Number(-0.0)).unwrap();
    for name in ["peak_rps", "connections", "req_kb"] {
        let number = plan.get(&format!("workload.{name}").as_str().into()).unwrap().central().unwrap();
        assert!(number == 0.0 && number.is_sign_positive(), "{name}");
    }
    assert!(!file::write(&plan).contains("-0"));
}

#[test]
fn whole_numbers_have_no_point_and_lines_end_in_one_character() {
    for starter in STARTERS {
        let text = file::write(&starter.plan());
        assert!(!text.contains(".0\n") && !text.contains(".0,"), "{}", starter.id);
        assert!(text.ends_with("}\n") && !text.contains('\r'), "{}", starter.id);
    }
}

#[test]
fn a_byte_order_mark_and_other_line_ends_are_taken() {
    let text = data("plan-v1.json");
    let plan = read(&text);
    assert!(read(&format!("\u{feff}{text}")) == plan);
    assert!(read(&text.replace('\n', "\r\n")) == plan);
    assert!(read(&text.replace("\n", "").replace("  ", "")) == plan);
}

#[test]
fn the_order_of_keys_does_not_matter_but_that_of_alternatives_does() {
    let text = format!(r#"{{"workload":{{"vcpu":4,"peak_rps":7}},{HEAD}}}"#);
    let canonical = file::write(&read(&text));
    assert!(canonical.find("peak_rps").unwrap() < canonical.find("vcpu").unwrap());
    let mut plan = starter("blank");
    plan.alternatives.reverse();
    let text = file::write(&plan);
    assert!(text.find("\"python\": 6").unwrap() < text.find("\"go\": 9").unwrap(), "scores follow the alternatives");
    assert!(read(&text) == plan);
}

#[test]
fn a_plan_on_one_line_is_read_alike() {
    let plan = starter("ml-inference");
    assert!(file::read(&serde_json::to_string(&file::write_node(&plan)).unwrap()).unwrap() == plan);
}

#[test]
fn a_file_cut_off_anywhere_is_refused() {
    let text = data("plan-v1.json");
    let end = text.trim_end().len();
    let cuts = (0..800).chain((800..end).step_by(41)).chain(end - 20..end);
    for cut in cuts.filter(|cut| text.is_char_boundary(*cut)) {
        let error = file::read(&text[..cut]).unwrap_err();
        assert!(matches!(error, FileError::Syntax(_)), "cut at {cut}: {error}");
    }
}

#[test]
fn nesting_without_end_is_refused() {
    for (open, close) in [("[", "]"), ("{\"a\":", "}")] {
        let deep = format!("{}1{}", open.repeat(10_000), close.repeat(10_000));
        for text in [deep.clone(), open.repeat(10_000), format!(r#"{{{HEAD},"notes":{deep}}}"#)] {
            let error = file::read(&text).unwrap_err();
            assert!(error.to_string().contains("recursion limit"), "{error}");
        }
    }
}

#[test]
fn a_file_that_is_too_large_is_refused_before_it_is_read() {
    let text = "[".repeat(MAX_BYTES + 1);
    assert_eq!(file::read(&text), Err(FileError::TooLarge(MAX_BYTES + 1)));
    let plan = starter("blank");
    let padded = file::write(&plan) + &" ".repeat(MAX_BYTES - file::write(&plan).len());
    assert!(read(&padded) == plan, "the limit itself is allowed");
}

proptest! {
    #![proptest_config(cases(300))]

    /// Bytes of a good file changed at random are read or refused; a plan that is read holds together.
    #[test]
    fn a_damaged_file_is_answered(damage in prop::collection::vec((any::<prop::sample::Index>(), "[0-9a-z\"{}:,.\\-\\[\\] ]"), 1..4)) {
        let mut text = data("plan-v1.json").into_bytes();
        for (index, byte) in &damage {
            let at = index.index(text.len());
            if text[at].is_ascii() {
                text[at] = byte.as_bytes()[0];
            }
        }
        match file::read(&String::from_utf8(text).unwrap()) {
            Ok(plan) => prop_assert_eq!(plan.check(), Ok(())),
            Err(error) => prop_assert!(!error.to_string().is_empty()),
        }
    }

    #[test]
    fn any_text_is_answered(text in "\\PC{0,40}") {
        prop_assert!(file::read(&text).is_err());
    }
}
