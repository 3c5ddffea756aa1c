//! Scenarios of another plan come into the open one: new ones, contradictions, and what does not fit.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod support;

use proptest::prelude::*;
use support::{cases, random, starter};
use weighbridge::analyse::differences;
use weighbridge::edit::merge::{Field, Pick, Resolution, merge};
use weighbridge::edit::{Edit, apply};
use weighbridge::model::{MAX_SCENARIOS, Path, Plan, Scenario, Sorted, Value};

fn scenario(id: &str, name: &str, overrides: &[(&str, Value)]) -> Scenario {
    let mut sorted = Sorted::default();
    for (path, value) in overrides {
        sorted.insert(Path::from(*path), value.clone());
    }
    Scenario { id: id.into(), name: name.into(), note: String::new(), overrides: sorted }
}

fn plan_with(scenarios: &[Scenario]) -> Plan {
    let mut plan = Plan::default();
    plan.scenarios = scenarios.to_vec();
    plan.check().unwrap();
    plan
}

const N: fn(f64) -> Value = Value::Number;

#[test]
fn a_scenario_the_plan_has_not_is_added_as_it_is() {
    let mine = plan_with(&[scenario("a", "A", &[("team.hires", N(2.0))])]);
    let theirs = [scenario("b", "B", &[("workload.peak_rps", N(9.0)), ("workload.vcpu", N(4.0))])];
    let merge = merge(&mine, &theirs);
    assert_eq!((merge.added.as_slice(), merge.shared.len(), merge.unfit.len()), (theirs.as_slice(), 0, 0));
    let [a] = mine.scenarios.clone().try_into().unwrap();
    assert_eq!(merge.resolve(&mine, &[]), Ok(vec![a, theirs[0].clone()]));
}

#[test]
fn the_same_scenario_brings_nothing() {
    let mine = plan_with(&[scenario("a", "A", &[("team.hires", N(2.0))])]);
    let merge = merge(&mine, &mine.scenarios);
    assert!(merge.is_empty());
    assert_eq!(merge.resolve(&mine, &[]), Ok(mine.scenarios.clone()));
}

/// Both sides took `a` from the same file and went on by themselves.
fn apart() -> (Plan, Scenario) {
    let path = "alternatives.go.team.salary";
    let mine = scenario("a", "Peak", &[("team.hires", N(2.0)), ("workload.vcpu", N(4.0)), (path, N(1e5))]);
    let theirs = Scenario {
        note: "after the meeting".into(),
        ..scenario("a", "Peak", &[("team.hires", N(3.0)), ("workload.peak_rps", N(9.0)), (path, N(1e5))])
    };
    (plan_with(&[mine]), theirs)
}

#[test]
fn where_both_have_it_each_contradiction_is_listed_and_the_rest_is_joined() {
    let (mine, theirs) = apart();
    let merge = merge(&mine, std::slice::from_ref(&theirs));
    let shared = &merge.shared[0];
    let found: Vec<_> = shared.conflicts.iter().map(|c| (c.field.clone(), c.mine.clone(), c.theirs.clone())).collect();
    let text = |text: &str| Value::Text(text.into());
    assert_eq!(
        found,
        [(Field::Note, text(""), text("after the meeting")), (Field::Override("team.hires".into()), N(2.0), N(3.0)),]
    );
    assert_eq!(shared.only_mine, ["workload.vcpu".into()]);
    assert_eq!(shared.only_theirs, ["workload.peak_rps".into()]);

    let get = |picks: &[Pick], path: &str| {
        let joined = merge.resolve(&mine, &[Resolution::Joined(picks.to_vec())]).unwrap();
        assert_eq!(joined.len(), 1);
        (joined[0].overrides.get(path).cloned(), joined[0].note.clone())
    };
    assert_eq!(get(&[], "team.hires"), (Some(N(2.0)), String::new()));
    assert_eq!(get(&[Pick::Mine, Pick::Theirs], "team.hires"), (Some(N(3.0)), String::new()));
    assert_eq!(get(&[Pick::Theirs, Pick::Mine], "team.hires"), (Some(N(2.0)), "after the meeting".into()));
    assert_eq!(get(&[], "workload.vcpu").0, Some(N(4.0)), "only here");
    assert_eq!(get(&[], "workload.peak_rps").0, Some(N(9.0)), "only there");
    assert_eq!(get(&[], "alternatives.go.team.salary").0, Some(N(1e5)), "alike");
}

#[test]
fn both_can_be_kept_side_by_side() {
    let (mine, theirs) = apart();
    let kept = merge(&mine, std::slice::from_ref(&theirs)).resolve(&mine, &[Resolution::Both]).unwrap();
    assert_eq!(kept[0], mine.scenarios[0]);
    assert_eq!((kept[1].id.as_str(), kept[1].name.as_str()), ("a-2", "Peak 2"));
    assert_eq!((&kept[1].overrides, &kept[1].note), (&theirs.overrides, &theirs.note));
}

#[test]
fn without_a_common_id_the_name_tells() {
    let mine = plan_with(&[scenario("a", "Peak", &[("team.hires", N(2.0))])]);
    let theirs = [scenario("s1", "Peak ", &[("team.hires", N(3.0))])];
    let found = merge(&mine, &theirs);
    assert_eq!((found.added.len(), found.shared[0].mine.id.as_str()), (0, "a"));
    let joined = found.resolve(&mine, &[Resolution::Joined(vec![Pick::Mine, Pick::Theirs])]).unwrap();
    assert_eq!((joined[0].id.as_str(), joined[0].overrides.get("team.hires")), ("a", Some(&N(3.0))));
    // An id counts more than a name, and a scenario has one counterpart.
    let theirs = [scenario("s1", "Peak", &[]), scenario("a", "Other", &[]), scenario("s2", "Peak", &[])];
    let found = merge(&mine, &theirs);
    assert_eq!((found.added.len(), found.shared.len()), (2, 1));
    assert_eq!(found.shared[0].theirs.name, "Other");
    let all = found.resolve(&mine, &[]).unwrap();
    let names: Vec<&str> = all.iter().map(|scenario| scenario.name.as_str()).collect();
    assert_eq!(names, ["Peak", "Peak 2", "Peak 3"], "no two are called alike");
}

#[test]
fn what_does_not_fit_is_listed_with_its_sentence_and_left_out() {
    let mine = plan_with(&[]);
    let theirs = [scenario(
        "b",
        "B",
        &[
            ("alternatives.rust.team.salary", N(1.0)),
            ("alternatives.go.rewrite.target", Value::Text("rust".into())),
            ("workload.vcpu", N(2.5)),
            ("workload.peak_rps", Value::Formula("=rust.salary / 100".into())),
            ("workload.mix.pure", N(0.5)),
            ("team.hires", N(3.0)),
        ],
    )];
    let found = merge(&mine, &theirs);
    let mut told: Vec<String> = found.unfit.iter().map(|unfit| unfit.problem.to_string()).collect();
    told.sort();
    assert_eq!(
        told,
        [
            "alternatives.go.rewrite.target: there is no alternative “rust”.",
            "alternatives.rust.team.salary: the plan has no such input.",
            "workload.mix: the shares crud, pure and native sum to 140 %; expected 100 %.",
            "workload.peak_rps: “rust.salary” is no input of this plan.",
            "workload.vcpu: 2.5 is not whole; expected a whole number from 1 to 1024.",
        ]
    );
    assert!(found.unfit.iter().all(|unfit| unfit.scenario.as_str() == "b"));
    let vcpu = found.unfit.iter().find(|unfit| unfit.path.as_str() == "workload.vcpu").unwrap();
    assert_eq!(vcpu.value, N(2.5));
    assert_eq!(found.added, [scenario("b", "B", &[("team.hires", N(3.0))])]);
}

#[test]
fn what_does_not_go_together_is_refused() {
    // Each side moves the shares of the work so that they sum to 100 %; a bit of both does not.
    let mine = plan_with(&[scenario("a", "A", &[("workload.mix.crud", N(0.5)), ("workload.mix.pure", N(0.5))])]);
    let theirs = [scenario("a", "A", &[("workload.mix.crud", N(0.2)), ("workload.mix.pure", N(0.8))])];
    let found = merge(&mine, &theirs);
    let resolve = |picks: [Pick; 2]| found.resolve(&mine, &[Resolution::Joined(picks.to_vec())]);
    assert!(resolve([Pick::Theirs, Pick::Theirs]).is_ok());
    assert_eq!(
        resolve([Pick::Theirs, Pick::Mine]).unwrap_err().to_string(),
        "scenarios.a: workload.mix: the shares crud, pure and native sum to 70 %; expected 100 %."
    );
    let many: Vec<Scenario> = (0..=MAX_SCENARIOS).map(|n| scenario(&format!("n{n}"), &format!("N{n}"), &[])).collect();
    assert!(merge(&mine, &many).resolve(&mine, &[]).unwrap_err().to_string().contains("expected 0 to 50"));
}

#[test]
fn plans_differ_in_the_inputs_whose_content_differs() {
    let before = starter("blank");
    let mut after = before.clone();
    assert_eq!(differences(&before, &after), []);
    for (path, value) in [
        ("workload.peak_rps", Value::Formula("=connections / 5".into())),
        ("criteria.C1.scores.go", N(1.0)),
        ("title", Value::Text("Other".into())),
    ] {
        apply(&mut after, Edit::Set(path.into(), value)).unwrap();
    }
    after.team.other_roles.pop();
    let found = differences(&before, &after);
    let paths: Vec<&str> = found.iter().map(|difference| difference.path.as_str()).collect();
    let role = ["name", "headcount", "salary"].map(|name| format!("team.other_roles.1.{name}"));
    let mut expected = vec!["title", "workload.peak_rps"];
    expected.extend(role.iter().map(String::as_str));
    expected.push("criteria.C1.scores.go");
    assert_eq!(paths, expected, "in the order of the plan");
    assert_eq!(found[1].before, before.get(&"workload.peak_rps".into()));
    assert_eq!(found[1].after, Some(Value::Formula("=connections / 5".into())));
    assert_eq!((found[2].before.is_some(), &found[2].after), (true, &None));
    let back = differences(&after, &before);
    assert_eq!(back.len(), found.len());
    assert_eq!((&back.last().unwrap().before, back.last().unwrap().path.as_str()), (&None, role[2].as_str()));
}

proptest! {
    #![proptest_config(cases(60))]

    /// Whatever comes, the plan takes what is left of it, and nothing that fits is lost.
    #[test]
    fn any_two_plans_merge(mine in random::plan(), theirs in random::plan(), both in any::<bool>()) {
        let found = merge(&mine, &theirs.scenarios);
        let how = if both { Resolution::Both } else { Resolution::Joined(vec![Pick::Theirs; 100]) };
        match found.resolve(&mine, &vec![how; found.shared.len()]) {
            Ok(scenarios) => {
                let mut merged = mine.clone();
                merged.scenarios = scenarios;
                prop_assert_eq!(merged.check(), Ok(()));
                prop_assert!(merge(&merged, &mine.scenarios).added.is_empty());
            }
            Err(problem) => prop_assert!(!both || problem.to_string().contains("entries"), "{}", problem),
        }
        let known: usize = theirs.scenarios.iter().map(|scenario| scenario.overrides.len()).sum();
        let added: usize = found.added.iter().map(|scenario| scenario.overrides.len()).sum();
        let unchanged = theirs.scenarios.iter().filter(|other| mine.scenarios.contains(other)).map(|s| s.overrides.len());
        let shared: usize = found.shared.iter().map(|shared| shared.theirs.overrides.len()).sum();
        prop_assert!(added + shared + found.unfit.len() + unchanged.sum::<usize>() >= known);
    }

    #[test]
    fn writing_the_differences_makes_plans_of_one_shape_equal(plan in random::plan()) {
        let mut other = match &plan.template {
            Some(id) => starter(id.as_str()),
            None => Plan::default(),
        };
        for difference in differences(&other, &plan) {
            prop_assert!(other.set(&difference.path, difference.after.unwrap()).is_ok());
        }
        other.recalculate().unwrap();
        prop_assert_eq!(differences(&other, &plan), []);
        (other.notes, other.scenarios) = (plan.notes.clone(), plan.scenarios.clone());
        prop_assert!(other == plan);
    }
}
