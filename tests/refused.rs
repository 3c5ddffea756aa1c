//! A file with something wrong is refused as a whole, with a message that names the place, the value, and what was expected.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use support::{data, starter};
use weighbridge::file;
use weighbridge::model::{MAX_CRITERIA, MAX_NOTES, MAX_SCENARIOS, MAX_VERSIONS, Plan, Version};

/// The files of `tests/data/bad` without their ending, and what the message says.
const BAD: &[(&str, &str)] = &[
    ("not-json", "not valid JSON: expected value at line 1 column 1"),
    ("empty", "not valid JSON: EOF while parsing a value at line 1 column 0"),
    ("nan", "not valid JSON: expected value at line 1"),
    ("infinity", "not valid JSON: expected value at line 1"),
    ("too-large-a-number", "not valid JSON: the number 1e+999 is too large at line 1"),
    ("duplicate-key", "the key “peak_rps” stands twice in one object"),
    ("trailing-text", "not valid JSON: trailing characters at line 1"),
    ("a-list", "not a Weighbridge plan; expected \"format\": \"weighbridge-plan\""),
    ("no-format", "not a Weighbridge plan; expected \"format\": \"weighbridge-plan\""),
    ("another-format", "not a Weighbridge plan; expected \"format\": \"weighbridge-plan\""),
    ("newer-version", "version 2, this program reads up to 1; open it with a newer Weighbridge"),
    ("no-version", "version: expected the number 1"),
    ("old-version", "version: expected the number 1"),
    ("version-in-between", "version: expected the number 1"),
    ("version-as-text", "version: expected the number 1"),
    ("unknown-field", "workload.peak_rsp: this version knows no such field"),
    ("unknown-field-at-the-top", "colour: this version knows no such field"),
    ("unknown-field-of-a-tier", "alternatives.go.tiers.0.gpu: this version knows no such field"),
    ("unknown-field-of-a-scenario", "scenarios.s.when: this version knows no such field"),
    ("text-for-a-number", "workload.peak_rps: “many” does not fit; expected a number from 0 up"),
    ("formula-of-nothing", "workload.peak_rps: “users” is no input of this plan"),
    ("formula-in-a-circle", "workload.connections: the formula refers to its own cell by way of workload.peak_rps"),
    ("formula-unfinished", "workload.peak_rps: something is missing behind “+”"),
    ("formula-unclear", "workload.peak_rps: “salary” could be"),
    ("number-for-a-text", "title: 5 is not a text"),
    ("number-for-a-flag", "alternatives.go.offload_heavy: 1 does not fit; expected yes or no"),
    ("number-for-an-object", "workload: 5 is not an object"),
    ("object-for-a-list", "groups: an object is not a list"),
    ("number-in-a-list", "profiles.0: 5 is not an object"),
    ("null-for-a-number", "workload.peak_rps: nothing does not fit; expected a number from 0 up"),
    ("unknown-word", "workload.redundancy: “n+3” does not fit; expected one of none, n+1, n+2, az, target"),
    ("bad-colour", "alternatives.go.color: “blue” does not fit; expected a colour such as #0072b2"),
    ("title-too-long", "expected a text of up to 200 characters"),
    ("out-of-bounds", "workload.util_target: 0.96 (96 %) is out of bounds; expected a number above 0 % to 95 %"),
    ("open-bound", "workload.util_target: 0 (0 %) is out of bounds; expected a number above 0 % to 95 %"),
    ("negative-weight", "groups.g.weight: -1 is out of bounds; expected a number from 0 to 1000"),
    ("score-above-ten", "criteria.K.scores.go: 11 is out of bounds; expected a number from 0 to 10"),
    ("not-whole", "workload.vcpu: 2.5 is not whole; expected a whole number from 1 to 1024"),
    ("range-out-of-order", "workload.growth: lowest, most likely and highest must rise"),
    (
        "range-out-of-bounds",
        "workload.load_factor: uniform(0.5, 1.5) is out of bounds; expected a number from 0 % to 100 %",
    ),
    ("range-of-one-number", "workload.growth: pert takes three numbers: lowest, most likely, highest"),
    (
        "unknown-range",
        "workload.growth: “gauss” is not a distribution; known are triangular, pert, uniform, normal, lognormal",
    ),
    (
        "two-ranges-in-one",
        "workload.growth: an object that is no range; expected one such as {\"triangular\": [1, 2, 3]}",
    ),
    ("text-in-a-range", "workload.growth: “2” in a range; expected a number"),
    ("mix-not-one", "workload.mix: the shares crud, pure and native sum to 90"),
    ("part-twice", "alternatives.go.tiers: 2 tiers do native; expected exactly one"),
    (
        "part-twice-in-one-tier",
        "alternatives.go.tiers.0.parts: crud, crud does not fit; expected some of crud, pure, native",
    ),
    ("part-nowhere", "alternatives.go.tiers: 0 tiers do native; expected exactly one"),
    ("two-tiers-hold-connections", "alternatives.go.tiers: expected exactly one tier that clients connect to"),
    (
        "front-reached-by-half",
        "alternatives.go.tiers.0.call_share: the tier that clients connect to is reached by all requests; expected 100 %",
    ),
    ("no-tier", "alternatives.go.tiers: 0 entries; expected 1 to 3"),
    ("one-alternative", "alternatives: 1 entries; expected 2 to 8"),
    (
        "measured-time-of-two-tiers",
        "alternatives.go.cpu_ms: a measured CPU time needs an alternative of one tier; expected nothing",
    ),
    ("unknown-profile", "alternatives.go.tiers.0.profile: there is no profile “rust”"),
    ("unknown-rewrite-target", "alternatives.go.rewrite.target: there is no alternative “rust”"),
    ("unknown-group", "criteria.K.group: there is no group “magic”"),
    ("score-missing", "criteria.K.scores.python: the score is missing"),
    ("score-of-nobody", "criteria.K.scores.rust: there is no alternative “rust”"),
    (
        "threads-without-processes",
        "profiles.go-net-http.per_core_process: synchronous threads need one process per vCPU; expected yes",
    ),
    ("duplicate-id", "groups.g: the id stands twice"),
    ("id-missing", "groups.0.id: the id is missing"),
    ("id-with-a-dot", "groups: “a.b” is no id; expected letters, digits, - and _"),
    ("id-empty", "groups: “” is no id; expected letters, digits, - and _"),
    ("note-on-nothing", "notes.workload.warp: the plan has no such input"),
    ("override-of-nothing", "scenarios.s: workload.warp: the plan has no such input"),
    (
        "override-out-of-bounds",
        "scenarios.s: workload.vcpu: 0 is out of bounds; expected a whole number from 1 to 1024",
    ),
    ("overrides-that-break-the-mix", "scenarios.s: workload.mix: the shares crud, pure and native sum to 60"),
    ("decision-too-long", "decision.question: “ééééé"),
    (
        "decision-of-another-word",
        "decision.status: “maybe” does not fit; expected one of proposed, accepted, superseded",
    ),
    ("version-without-a-plan", "versions.v1.plan: the plan is missing"),
    ("version-of-no-plan", "versions.v1.plan: this is no plan; expected \"format\": \"weighbridge-plan\""),
    (
        "version-of-a-newer-plan",
        "versions.v1.plan.version: version 2 is newer than 1, the newest that this program reads",
    ),
    ("version-with-versions", "versions.v1.plan.versions: a version keeps no versions of its own"),
    ("version-with-a-mistake", "versions.v1.plan.workload.peak_rsp: this version knows no such field"),
    ("version-that-breaks-a-rule", "versions.v1.plan.workload.mix: the shares crud, pure and native sum to 90"),
    ("version-of-no-day", "versions.v1.date: “yesterday” does not fit; expected a day such as 2026-11-23, or nothing"),
    ("version-twice", "versions.v1: the id stands twice"),
    ("too-many-alternatives", "alternatives: 9 entries; expected 2 to 8"),
];

#[test]
fn every_bad_file_is_refused_with_its_message() {
    for (name, fragment) in BAD {
        let error = file::read(&data(&format!("bad/{name}.json"))).expect_err(name);
        let message = error.to_string();
        assert!(message.contains(fragment), "{name}: {message}");
        assert!(message.ends_with('.') && !message.contains(".."), "{name} ends in one stop: {message}");
        assert!(message.chars().count() < 250, "{name}: {message}");
    }
}

/// All that is wrong with a plan whose file goes on like this, a line each.
fn problems(rest: &str) -> Vec<String> {
    let text = format!(r#"{{"format":"weighbridge-plan","version":1,{rest}}}"#);
    let found: Vec<String> = file::problems(&text).iter().map(ToString::to_string).collect();
    match file::read(&text) {
        Ok(_) => assert_eq!(found, [] as [&str; 0]),
        Err(first) => assert!(found.contains(&first.to_string()), "{first} is one of {found:?}"),
    }
    found
}

#[test]
fn every_bad_file_has_its_message_among_its_problems() {
    for (name, fragment) in BAD {
        let found: Vec<String> =
            file::problems(&data(&format!("bad/{name}.json"))).iter().map(ToString::to_string).collect();
        assert!(found.iter().any(|message| message.contains(fragment)), "{name}: {found:?}");
    }
    assert_eq!(file::problems(&data("plan-v1.json")), []);
}

#[test]
fn all_inputs_that_do_not_fit_are_told_in_the_order_of_the_file() {
    // The reader looks at the workload before the groups, and at known fields before unknown ones.
    let found = problems(
        r#""groups":[{"id":"g","weight":-1},{"weight":1}],"colour":1,
           "workload":{"speed":1,"vcpu":2.5,"peak_rps":"many"},"alternatives":[5,{"id":"go","tiers":[{"gpu":1}]}],
           "settings":7,"title":5"#,
    );
    assert_eq!(
        found,
        [
            "groups.g.weight: -1 is out of bounds; expected a number from 0 to 1000.",
            "groups.1.id: the id is missing.",
            "colour: this version knows no such field.",
            "workload.speed: this version knows no such field.",
            "workload.vcpu: 2.5 is not whole; expected a whole number from 1 to 1024.",
            "workload.peak_rps: “many” does not fit; expected a number from 0 up.",
            "alternatives.0: 5 is not an object.",
            "alternatives.go.tiers.0.gpu: this version knows no such field.",
            "settings: 7 is not an object.",
            "title: 5 is not a text.",
        ]
    );
}

#[test]
fn rules_between_inputs_are_told_all_at_once_when_every_input_fits() {
    let rules = r#""workload":{"mix":{"crud":0.5}},"groups":[{"id":"g"},{"id":"g"}],
        "criteria":[{"id":"K","group":"magic","scores":{"go":1,"rust":2}}],
        "notes":{"workload.warp":{}},"profiles":[{"id":"p","threads_per_process":2}],
        "alternatives":[{"id":"go","tiers":[{"profile":"p","parts":["crud"]}]},{"id":"b","tiers":[]}]"#;
    assert_eq!(
        problems(rules),
        [
            "workload.mix: the shares crud, pure and native sum to 60 %; expected 100 %.",
            "groups.g: the id stands twice.",
            "criteria.K.group: there is no group “magic”.",
            // What is missing comes where that begins which lacks it.
            "criteria.K.scores.b: the score is missing.",
            "criteria.K.scores.rust: there is no alternative “rust”.",
            "notes.workload.warp: the plan has no such input.",
            "profiles.p.per_core_process: synchronous threads need one process per vCPU; expected yes.",
            "alternatives.go.tiers: 0 tiers do pure; expected exactly one.",
            "alternatives.go.tiers: 0 tiers do native; expected exactly one.",
            "alternatives.b.tiers: 0 entries; expected 1 to 3.",
        ]
    );
    // Rules are looked at when there is a plan to look at.
    assert_eq!(problems(&format!(r#"{rules},"title":5"#)), ["title: 5 is not a text."]);
}

#[test]
fn each_broken_scenario_is_told_once_and_for_its_own_fault() {
    let scenarios = r#""scenarios":[
        {"id":"fast","overrides":{"workload.warp":9}},
        {"id":"good","overrides":{"workload.peak_rps":9}},
        {"id":"mixed","overrides":{"workload.mix.pure":0.5}},
        {"id":"flat","overrides":{"workload.vcpu":0}}]"#;
    let faults = [
        "scenarios.fast: workload.warp: the plan has no such input.",
        "scenarios.mixed: workload.mix: the shares crud, pure and native sum to 140 %; expected 100 %.",
        "scenarios.flat: workload.vcpu: 0 is out of bounds; expected a whole number from 1 to 1024.",
    ];
    assert_eq!(problems(scenarios), faults);
    // A plan that is wrong without any scenario does not make each of them wrong.
    let found = problems(&format!(
        r#"{scenarios},"criteria":[{{"id":"K","group":"magic","scores":{{"go":1,"node":1,"python":1}}}}]"#
    ));
    assert_eq!(found, [faults[0], faults[2], "criteria.K.group: there is no group “magic”."]);
}

#[test]
fn no_more_than_a_hundred_problems_are_told() {
    let unknown: Vec<String> = (0..150).map(|n| format!("\"x{n}\":1")).collect();
    let found = problems(&unknown.join(","));
    assert_eq!((found.len(), file::MAX_PROBLEMS), (100, 100));
    assert_eq!(found[99], "x99: this version knows no such field.");
}

#[test]
fn every_bad_file_is_in_the_table() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/bad");
    let mut found: Vec<String> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let mut named: Vec<String> = BAD.iter().map(|(name, _)| format!("{name}.json")).collect();
    found.sort();
    named.sort();
    assert_eq!(found, named);
}

/// How a plan with too many of something is refused.
#[track_caller]
fn assert_too_many(path: &str, count: usize, most: usize, plan: &Plan) {
    let message = file::read(&file::write(plan)).unwrap_err().to_string();
    assert!(message.starts_with(&format!("{path}: {count} entries; expected ")), "{message}");
    assert!(message.ends_with(&format!("to {most}.")), "{message}");
}

#[test]
fn counts_are_bounded() {
    let mut plan = starter("blank");
    let criterion = plan.criteria[0].clone();
    plan.criteria = (0..=MAX_CRITERIA).map(|n| Clone::clone(&criterion).with_id(n)).collect();
    assert_too_many("criteria", 201, 200, &plan);
    plan.criteria.pop();
    assert_eq!(file::read(&file::write(&plan)), Ok(plan));

    let mut plan = starter("blank");
    plan.scenarios = (0..=MAX_SCENARIOS).map(|n| weighbridge::model::Scenario::default().with_id(n)).collect();
    assert_too_many("scenarios", 51, 50, &plan);

    let mut plan = starter("blank");
    plan.versions = (0..=MAX_VERSIONS).map(|n| Version::default().with_id(n)).collect();
    assert_too_many("versions", 31, 30, &plan);

    let mut plan = starter("blank");
    for n in 0..=MAX_NOTES {
        plan.notes.insert(format!("workload.x{n}").into(), Default::default());
    }
    assert_too_many("notes", 10_001, 10_000, &plan);
}

trait WithId {
    fn with_id(self, number: usize) -> Self;
}

impl WithId for weighbridge::model::Criterion {
    fn with_id(self, number: usize) -> Self {
        Self { id: format!("K{number}").into(), ..self }
    }
}

impl WithId for Version {
    fn with_id(self, number: usize) -> Self {
        Self { id: format!("v{number}").into(), ..self }
    }
}

impl WithId for weighbridge::model::Scenario {
    fn with_id(self, number: usize) -> Self {
        Self { id: format!("s{number}").into(), ..self }
    }
}
