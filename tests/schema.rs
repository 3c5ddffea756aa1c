//! The JSON Schema of the plan file says what the reader says, as far as a schema can: an independent validator compares.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Value as Json, json};
use std::sync::LazyLock;
use support::{cases, data, read, starter};
use weighbridge::edit::{Edit, apply};
use weighbridge::file::{self, FileError, Node};
use weighbridge::model::{Kind, Path, Plan, Range, Scenario, Value};
use weighbridge::starter::STARTERS;

fn json(text: &str) -> Json {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn validator() -> &'static Validator {
    static VALIDATOR: LazyLock<Validator> =
        LazyLock::new(|| jsonschema::draft202012::new(&json(&file::schema())).expect("the schema is one"));
    &VALIDATOR
}

#[track_caller]
fn assert_valid(validator: &Validator, text: &str, name: &str) {
    let errors: Vec<String> =
        validator.iter_errors(&json(text)).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(errors.is_empty(), "{name}: {}", errors.join("\n"));
}

#[test]
fn the_schema_in_the_source_is_that_of_the_declarations() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/file/plan.schema.json");
    let renew = "run: cargo run --no-default-features --features cli -- schema > src/file/plan.schema.json";
    let kept = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{path}: {error}; {renew}"));
    assert!(kept == file::schema(), "the declarations have changed; {renew}");
}

#[test]
fn the_schema_is_a_schema_and_its_defaults_fit_it() {
    let schema = json(&file::schema());
    assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
    jsonschema::draft202012::meta::validate(&schema).unwrap();
    let mut with_default = 0;
    let mut rest = vec![&schema];
    while let Some(node) = rest.pop() {
        match node {
            Json::Object(entries) => {
                rest.extend(entries.values());
                // An input that is called so is an object below the key; a default has a title beside it.
                if let (Some(default), Some(Json::String(title))) = (node.get("default"), node.get("title")) {
                    let mut alone = node.clone();
                    alone["$defs"] = schema["$defs"].clone();
                    assert!(jsonschema::draft202012::is_valid(&alone, default), "{title}: {default}");
                    with_default += 1;
                }
            }
            Json::Array(nodes) => rest.extend(nodes),
            _ => {}
        }
    }
    assert!(with_default > 100, "{with_default} defaults");
}

#[test]
fn the_schema_says_what_the_declaration_says() {
    let schema = json(&file::schema());
    let workload = &schema["properties"]["workload"]["properties"];
    let cpu = &workload["util_target"];
    assert_eq!(cpu["title"], "CPU target at peak");
    assert_eq!(
        cpu["description"],
        "CPU load you plan for at peak. Unit: % (as a fraction: 0.1 is 10 %). Default (assumption): Common practice: 50 to 70 %."
    );
    assert_eq!((&cpu["$ref"], &cpu["default"]), (&json!("#/$defs/quantity-above-0-to-0.95"), &json!(0.6)));
    let bounds = &schema["$defs"]["number-above-0-to-0.95"];
    assert_eq!((&bounds["exclusiveMinimum"], &bounds["maximum"]), (&json!(0), &json!(0.95)));
    assert_eq!(workload["redundancy"]["enum"], json!(["none", "n+1", "n+2", "az", "target"]));
    assert_eq!(workload["max_wait_ms"]["anyOf"][0], json!({"type": "null"}));
    // 2 to 8 alternatives; hiring at Go's pay is no default for Python.
    let alternatives = &schema["properties"]["alternatives"];
    assert_eq!((&alternatives["minItems"], &alternatives["maxItems"]), (&json!(2), &json!(8)));
    let hiring = &alternatives["items"]["properties"]["team"]["properties"];
    assert_eq!((hiring["salary"].get("default"), &hiring["maint_share"]["default"]), (None, &json!(0.42)));
    for (list, most) in [("criteria", 200), ("scenarios", 50)] {
        assert_eq!(schema["properties"][list]["maxItems"], json!(most), "{list}");
    }
    assert_eq!(schema["properties"]["notes"]["maxProperties"], json!(10_000));
    assert!(schema["description"].as_str().unwrap().contains("weighbridge check"));
}

#[test]
fn every_plan_of_ours_is_valid() {
    let validator = validator();
    for starter in STARTERS {
        assert_valid(validator, &file::write(&starter.plan()), starter.id);
    }
    for folder in ["src/starter", "tests/data/plans"] {
        let folder = format!("{}/{folder}", env!("CARGO_MANIFEST_DIR"));
        let mut seen = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|extension| extension == "json") {
                let text = std::fs::read_to_string(&path).unwrap();
                // The plans of the oracle stand beside what they come to.
                let plan = json(&text).get("plan").map_or(text, Json::to_string);
                assert_valid(validator, &plan, &path.display().to_string());
                seen += 1;
            }
        }
        assert!(seen >= 8, "{seen} files");
    }
    assert_valid(validator, &data("plan-v1.json"), "plan-v1");
    assert_valid(validator, &json(&data("worked_example.json"))["plan"].to_string(), "worked example");
    assert_valid(validator, r#"{"format":"weighbridge-plan","version":1}"#, "the shortest plan");
}

/// A plan in which every input that may be left out differs from its default.
fn with_everything() -> Plan {
    let mut plan = starter("ml-inference");
    let mut candidates = [0.3, 3.0, 0.5, 7.0, 2.0, 1.5, 50.0].map(Value::Number).to_vec();
    candidates.extend(
        ["measured", "scale", "suggested", "high", "2031-01-01", "accepted"].map(|word| Value::Text(word.into())),
    );
    candidates.push(Value::List(vec!["payments".into(), "messaging".into()]));
    candidates.push(Value::Range(Range::Pert(1.0, 2.5, 4.0)));
    for path in plan.paths() {
        let optional = matches!(plan.input(&path).unwrap().kind, Kind::Optional(..));
        if !plan.input(&path).unwrap().is_later && !optional {
            continue;
        }
        let changed = candidates.iter().any(|value| {
            plan.get(&path).as_ref() != Some(value) && apply(&mut plan, Edit::Set(path.clone(), value.clone())).is_ok()
        });
        // An alternative of two tiers has no measured time; an asynchronous server no threads.
        let needs_more = path.as_str().ends_with(".cpu_ms") || path.as_str().ends_with(".threads_per_process");
        assert!(changed || needs_more, "{path} cannot be changed");
    }
    plan.notes.insert("title".into(), Default::default());
    let mut scenario = Scenario { id: "all".into(), name: "All".into(), ..Scenario::default() };
    for (path, value) in [
        ("title", Value::Text("Another".into())),
        ("workload.max_wait_ms", Value::Empty),
        ("workload.peak_rps", Value::Range(Range::Lognormal(10.0, 90.0))),
        ("alternatives.go.offload_heavy", Value::Flag(true)),
        ("alternatives.go.team.missing", Value::List(Vec::new())),
    ] {
        scenario.overrides.insert(path.into(), value);
    }
    plan.scenarios.push(scenario);
    plan = weighbridge::edit::versions::take(&plan, "First", "", "2026-11-23").unwrap().0;
    plan.check().unwrap();
    plan
}

#[test]
fn a_plan_with_every_later_input_is_valid() {
    let text = file::write(&with_everything());
    for key in [
        "thresholds",
        "scored",
        "raw",
        "middle",
        "end_of_life",
        "missing",
        "complexity",
        "overrides",
        "decision",
        "reason",
        "versions",
    ] {
        assert!(text.contains(&format!("\"{key}\":")), "{key} is in the file");
    }
    assert_valid(validator(), &text, "everything");
}

/// Bad files that the schema lets pass, and what it would have to know.
const UNSEEN: &[(&str, &str)] = &[
    ("duplicate-key", "a validator gets one of the two"),
    ("range-out-of-order", "compares numbers"),
    ("mix-not-one", "adds numbers"),
    ("part-twice", "compares tiers"),
    ("part-nowhere", "compares tiers"),
    ("two-tiers-hold-connections", "compares tiers"),
    ("front-reached-by-half", "depends on which tier clients connect to"),
    ("measured-time-of-two-tiers", "depends on the number of tiers"),
    ("unknown-profile", "looks up an id"),
    ("unknown-rewrite-target", "looks up an id"),
    ("unknown-group", "looks up an id"),
    ("score-missing", "looks up the ids of the alternatives"),
    ("score-of-nobody", "looks up an id"),
    ("threads-without-processes", "depends on another input"),
    ("duplicate-id", "compares ids"),
    ("formula-in-a-circle", "reads formulas"),
    ("formula-of-nothing", "reads formulas"),
    ("formula-unclear", "reads formulas"),
    ("formula-unfinished", "reads formulas"),
    ("note-on-nothing", "looks up a path"),
    ("version-twice", "compares ids"),
    ("version-that-breaks-a-rule", "adds numbers"),
    ("override-of-nothing", "looks up a path"),
    ("override-out-of-bounds", "looks up a path"),
    ("overrides-that-break-the-mix", "adds numbers"),
];

#[test]
fn bad_files_are_invalid_unless_no_schema_can_see_it() {
    let validator = validator();
    let mut unseen = Vec::new();
    let mut refused = 0;
    for entry in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/bad")).unwrap() {
        let path = entry.unwrap().path();
        // What is no JSON never comes before the schema.
        let Ok(plan) = serde_json::from_str::<Json>(&std::fs::read_to_string(&path).unwrap()) else { continue };
        if validator.is_valid(&plan) {
            unseen.push(path.file_stem().unwrap().to_str().unwrap().to_owned());
        } else {
            refused += 1;
        }
    }
    let mut named: Vec<&str> = UNSEEN.iter().map(|(name, _)| *name).collect();
    named.sort();
    unseen.sort();
    assert_eq!(unseen, named);
    assert!(refused > 35, "{refused} files");
}

/// Puts a value at a path of a plan's file.
fn put(file: &mut Json, path: &Path, value: Json) {
    let place = path.steps().into_iter().fold(file, |node, step| match node {
        Json::Array(entries) => {
            let index = entries.iter().position(|entry| entry["id"] == step);
            &mut entries[index.unwrap_or_else(|| step.parse().unwrap())]
        }
        node => &mut node[step],
    });
    *place = value;
}

/// Whether only the reader can refuse it: it compares or computes numbers, or knows the calendar.
fn needs_a_reader(kind: Kind, value: &Json) -> bool {
    let range = |name: &str| value.get(name).map(|list| list.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()));
    let falls = |name: &str| range(name).is_some_and(|parameters| !parameters.is_sorted());
    let day = value.as_str().is_some_and(|day| day.len() == 10);
    let whole = matches!(kind, Kind::Number(_, bounds) | Kind::Optional(_, bounds, _) if bounds.is_whole());
    // The middle of a uniform range is computed, and so is every number that a lognormal one stands for.
    let computed = range("lognormal").is_some() || whole && range("uniform").is_some();
    matches!(kind, Kind::Day(_)) && day || computed || ["triangular", "pert", "uniform"].into_iter().any(falls)
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_plan_that_is_written_is_valid(plan in support::random::plan()) {
        assert_valid(validator(), &file::write(&plan), "a random plan");
    }

    /// One input of a good file is overwritten with anything: reader and schema agree on whether that may stand there.
    #[test]
    fn reader_and_schema_refuse_the_same(starter in any::<Index>(), changes in prop::collection::vec((any::<Index>(), support::random::json()), 40)) {
        let validator = validator();
        let plan = starter.get(STARTERS).plan();
        let good = json(&file::write(&plan));
        for (index, value) in changes {
            let path = index.get(&plan.paths()).clone();
            let kind = plan.input(&path).unwrap().kind;
            let mut changed = good.clone();
            put(&mut changed, &path, value.clone());
            let text = changed.to_string();
            // Whether a formula means something, no schema can see.
            if kind.unit().is_some() && value.as_str().is_some_and(|text| text.starts_with('=')) {
                prop_assert!(validator.is_valid(&changed), "{}: {}", path, value);
                continue;
            }

            let mut other = plan.clone();
            let node: Node = serde_json::from_str(&value.to_string()).unwrap();
            let fits = match node.into_value() {
                // A title of null is no title.
                Ok(Value::Empty) if path.as_str() == "title" => true,
                Ok(value) => other.set(&path, value).is_ok(),
                Err(_) => false,
            };
            let found = file::problems(&text);
            if fits {
                prop_assert_eq!(found.is_empty(), other.check().is_ok(), "{}: {}", path, value);
            } else {
                let at = |error: &FileError| matches!(error, FileError::Content(problem) if problem.path.as_ref() == Some(&path));
                prop_assert!(found.len() == 1 && at(&found[0]), "{path}: {value}: {found:?}");
            }
            let valid = validator.is_valid(&changed);
            if valid != fits {
                prop_assert!(valid && needs_a_reader(kind, &value), "{path}: {value}: the schema says {valid}, the reader {fits}");
            }
        }
    }
}

#[test]
fn every_input_stands_in_the_schema_with_its_label() {
    let schema = json(&file::schema());
    let plan = with_everything();
    for path in plan.paths() {
        let input = plan.input(&path).unwrap();
        let found = path.steps().into_iter().fold(&schema, |node, step| match node {
            node if node["type"] == "array" => &node["items"],
            node if node["additionalProperties"].is_object() => &node["additionalProperties"],
            node => &node["properties"][step],
        });
        assert_eq!(found["title"], input.label, "{path}");
        assert!(found["description"].as_str().unwrap().starts_with(input.help()), "{path}");
    }
}

#[test]
fn a_plan_without_anything_else_is_read_as_the_schema_says() {
    let plan = json!({"format": "weighbridge-plan", "version": 1, "title": null, "template": null, "app": [1]});
    assert!(validator().is_valid(&plan));
    read(&plan.to_string());
}
